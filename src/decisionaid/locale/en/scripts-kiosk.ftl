### What a page says on a device that many people use.

kiosk-idle-warning = { $n ->
    [one] Nobody has used this page for a while. In { $n } minute all that was said here will be cleared, and the first page will open.
   *[other] Nobody has used this page for a while. In { $n } minutes all that was said here will be cleared, and the first page will open.
}
kiosk-idle-stay = I am still here
kiosk-idle-stays = All stays here.
