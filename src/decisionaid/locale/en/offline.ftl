### What a page says of a version of it that is newer than the one on the screen. The worker of that version brings
### the words, so no page is heavier for them.

offline_newer = There is a newer version of this aid. You can take it or go on with this one. Answers to questions that are still the same stay.
offline_ended = This aid is not to be used any more. Print or save what you need, then see why.
offline_newer_page = There is a newer version of this page. Save or print what you have open before you take it: it is cleared.
offline_take = Take the newer version
offline_take_ended = See why it is not to be used
offline_gone = This aid is no longer on its site. You still see the copy that this device kept. Do not go by it alone: ask your health team. Print or save what you need now. This copy goes when you open the aid again.
offline_gone_page = This page is no longer on its site. You still see the copy that this device kept. Print or save what you need now. This copy goes when you open the page again.
offline_elsewhere = It is open in another tab or window too. Close that one first, then try again.

## In one file

# Behind the words of a link that leads out of the file.
not_inside = (on its site, not in this file)
saved_again = This file was saved again while it was in use. It starts empty. What was on the screen then may still be in the file, so look after it as you would a letter.
