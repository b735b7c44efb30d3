### What is said of the ways to hand answers over: fetched with them, and in no page from the start.

ways-share-title = Choose what to share
ways-share-all = You share all of it.
ways-share-some = You do not share: { $parts }
ways-share-hint = Untick what you want to keep to yourself. It is left out of all that you print, show or hand over here. The clinician sees that you did not share that part, and nothing of what it says.
ways-see-open = What the clinician will see
ways-see-title = What the clinician will see
ways-see-about = This is their page, made from what you share. Nothing is sent.
ways-see-close = Close
ways-more = Other ways to hand it over
ways-paper-line = The paper has a square code to scan. Whoever has it can read it.
ways-paper-label = Square code that holds what is on this page
ways-paper-caption = For the clinician: this square code holds what is on this page. Scan it with a phone, or open { $address } and scan it there.
ways-paper-caption_alone = For the clinician: this square code holds what is on this page. Scan it on the page for clinicians of the site that this aid comes from.
ways-long = What you said is too long for a square code. The link and the file hold all of it.
ways-long_alone = What you said is too long for a square code. The file holds all of it.
ways-no_code = The square code, the link and the code to type could not be made in this browser. Print your summary, or save it as a file.
ways-no_code_shared = The square code could not be made. Print your summary.
# Each way: its name, what it does and does not protect, and what its button does.
ways-screen-title = Square code on this screen
ways-screen-line = Whoever sees your screen can scan it. Nothing is left of it when you close this page.
ways-screen-show = Show the square code
ways-screen-hide = Hide the square code
ways-screen-label = Square code that holds what you share
ways-screen-use = The clinician scans it with a phone, or opens { $address } and scans it there.
ways-screen-use_alone = The clinician scans it on the page for clinicians of the site that this aid comes from.
ways-link-title = Link
ways-link-line = What you share is in the link itself. Whoever has the link can read it. It stays in the history of browsers that open it, and mail services may look at it or keep it.
ways-link-copy = Copy the link
ways-link-locked = The link is locked with your passphrase.
ways-link-alone = This page is a file, so there is no address that a link could lead to. Use another way.
ways-code-title = Code to type
ways-code-line = The same in letters, numbers and signs, for where nothing can be scanned. Whoever has it can read what you share.
ways-code-length = { $n ->
    [one] It has { $n } sign.
   *[other] It has { $n } signs, in groups of four.
}
ways-code-show = Show the code to type
ways-code-hide = Hide the code to type
ways-code-copy = Copy the code
ways-code-use = The clinician opens { $address } and types or pastes this there. Spaces do not matter.
ways-code-use_alone = The clinician types or pastes this on the page for clinicians of the site that this aid comes from. Spaces do not matter.
ways-save-title = File
ways-save-line = It opens on any phone or computer. Whoever has it can read it.
ways-save-locked = The file is locked with your passphrase. Only the page for clinicians and this page can open it.
ways-save-do = Save as a file
ways-text-title = Plain text
ways-text-line = Words for a message or a form, with the code at the end. Whoever gets them can read them, and could change them.
ways-text-copy = Copy the text
ways-text-save = Save the text
ways-text-code = For the clinician, who can open this on { $address }:
ways-text-code_alone = For the clinician, who can open this on the page for clinicians of the site that this aid comes from:
# A copy for the person alone, where something is left out of all that is handed over.
ways-own-title = A copy for yourself
ways-own-line = This file is for you alone. It holds all that you said, also what you do not share: { $parts }
ways-own-do = Save my own copy
ways-own-file = My own copy: { $title }
ways-own-about = This file is for me. It holds all that I said in a decision aid, also what I do not share. Whoever has it can read it. It was saved on { $date }.
ways-own-use = To go on with it, open the decision aid, press “Bring my answers back” at the end, and choose this file. The page for clinicians does not open it.
ways-send-title = Send from this device
ways-send-line = Your device asks with which app. That app gets a copy that cannot be called back.
ways-send-do = Choose an app
ways-send-failed = It was not sent.
ways-send-done = Handed to the app that you chose.
ways-copied = Copied. Nobody has it until you paste it somewhere and send it.
ways-copied-not = It could not be copied. It is marked now: copy it as you copy other text.
# In the place of what was said when something was copied, saved or sent, once that is no more what is shared.
ways-outdated = What you share has changed. Do it again.
ways-lock-title = Lock the link and the file with a passphrase
ways-lock-line = Then only people who know the passphrase can read them. The other ways stay open. Take four words or more. If it is forgotten, nobody can help. Never send the passphrase the same way as the link or the file: say it, or ring.
# The same in a page that is a file: there is no link.
ways-lock-title_alone = Lock the file with a passphrase
ways-lock-line_alone = Then only people who know the passphrase can read it. The other ways stay open. Take four words or more. If it is forgotten, nobody can help. Never send the passphrase the same way as the file: say it, or ring.
ways-lock-done_alone = The file is locked now.
ways-lock-undone_alone = The file is open again.
ways-lock-failed_alone = It could not be locked here, so it is open.
ways-lock-label = Passphrase
ways-lock-do = Lock
ways-lock-undo = Take the lock off
ways-lock-short = Use at least { $n } letters.
ways-lock-waiting = One moment.
ways-lock-done = The link and the file are locked now.
ways-lock-undone = The link and the file are open again.
ways-lock-failed = They could not be locked here, so they are open.
# In a file that is locked, for whoever opens it.
ways-locked-about = This file is locked with a passphrase. It holds what somebody said in a decision aid. It was saved on { $date }.
ways-locked-use = To read it, open it on this page and type the passphrase: { $address }
ways-locked-use_alone = To read it, open it on the page for clinicians of the site that it comes from, and type the passphrase.
ways-locked-help = Without the passphrase nobody can help.
# A saved file.
ways-file-title = My answers: { $title }
ways-file-about = This file holds what I said in a decision aid. It was saved on { $date }. It is not an order for treatment, and nothing in it has been agreed with anyone.
ways-file-use = Anyone can read this file by opening it, as here. A clinician can also open it on this page: { $address }
ways-file-use_alone = Anyone can read this file by opening it, as here. A clinician can also open it on the page for clinicians of the site that it comes from.
ways-file-saved = Saved as { $name }. Look in the folder your browser saves to, often called Downloads.
ways-file-unsure = This page is shown inside another program, which may keep it from saving a file. Look for { $name } in your downloads. If it is not there, open this page in a browser, or copy the text or the code.
ways-print_not = If no window for printing has opened, this page is shown inside a program that does not print. Open the page in a browser and print it there, or use one of the other ways below.
ways-file-failed = The file could not be made in this browser. You can print your summary.
# What brings answers back, before it has come: it is fetched when it is opened.
ways-back = Bring my answers back
ways-back-late = What brings answers back could not be loaded. Your answers are still here. Try again online.
