### What the scripts of the clinician's page say.

clinician-fault-file = { $way }: no answers from it are shown.
clinician-fault-not_ours = This is not a file that was saved from a decision aid. Of a PDF, open a picture of the code.
clinician-fault-plan = This is the code of a plan, and not a file that was saved from a decision aid. It is read where plans are.
clinician-fault-too_large = This file is too large to be one that was saved from a decision aid.
clinician-fault-damaged = This file is damaged, and the answers in it cannot be read here. Open it as a page to read what it says, or ask for the file again, or for the paper.
clinician-fault-newer = This file is from a newer version of these pages and cannot be read here.
clinician-fault-two = There are two saved files or more in this one, and whose answers they are cannot be told. Ask for each file by itself.
clinician-fault-own_copy = This is somebody’s own copy. It also holds what they do not share, so it is not read here. Ask them to open it in the decision aid, and to hand over their answers from there.
clinician-fault-unreadable = This file could not be opened. Choose it again.
clinician-fault-late = A part of this page could not be loaded. Load the page anew, and open it again.
clinician-fault-several = Only the first { $n } were opened. Open the others after them.
clinician-fault-full = The list is full. Close some that you do not need any more.
clinician-fault-without = The answers in it were given with version { $version } of the aid “{ $aid }”. This site does not have the words of that version, so the answers cannot be shown.
clinician-fault-own = What was written in it, by the person or for them:
clinician-fault-helper = A helper is named in it: “{ $helper }”
clinician-fault-view = What the helper thinks, not the person:
clinician-fault-folder = This is a folder. Open it, and choose or drop the files in it.
clinician-fault-locked = It is locked, and its passphrase was not given. Open it again to give it.
clinician-code-empty = There is no code in it. Type, paste or scan the code first.
clinician-code-not_ours = No code of a decision aid was found in it.
clinician-code-plan = This is the code of a plan, and not of answers from a decision aid. It is read where plans are.
clinician-code-too_large = This is too long to be a code of a decision aid.
clinician-code-damaged = Something in this code is wrong or missing, so nothing of it can be read. Compare it with the paper, sign by sign, or scan it, or ask for the file.
clinician-code-newer = This code is from a newer version of these pages and cannot be read here.
clinician-code-two = There is more than one code in it, and whose answers are meant cannot be told. Open each by itself.
clinician-code-unreadable = This could not be opened. Try it again.
clinician-picture-too_large = This picture is too large. Take a smaller one, or a part of it.
clinician-picture-not_read = This is not a picture that can be read here. Take a photo or a screenshot as JPEG, PNG or WebP.
clinician-picture-none = No square code was found in this picture. Take it again: the whole code, flat, sharp and in good light.
clinician-picture-several = There is more than one code in this picture. Take a picture of one alone.
clinician-picture-late = The part of this page that reads pictures could not be loaded. Try again, or type the code.
clinician-camera-title = Hold the square code before the camera
clinician-camera-hint = The picture stays in this browser and is not stored. The camera goes off when a code is found.
clinician-camera-stop = Stop the camera
clinician-camera-denied = The camera may not be used here. Allow it in the browser, or choose a picture of the code.
clinician-camera-missing = No camera was found, or another program uses it. Choose a picture of the code, or type it.
clinician-camera-late = No code was found, and the camera is off.
clinician-paste-refused = The browser did not let this page read what you copied. Press Ctrl and V instead, or Command and V.
clinician-drop-nothing = Nothing that can be opened was dropped. Drop a file, a picture of the square code, or the text of a code.
clinician-passphrase-title = { $way }: it is locked
clinician-passphrase-label = Passphrase that the patient chose
clinician-passphrase-open = Open
clinician-passphrase-trying = One moment.
clinician-passphrase-wrong = This does not open it. Check each sign of the passphrase. If it is right, something in the code or file is wrong.
clinician-cancel = Cancel
clinician-way-file = File “{ $name }”
clinician-way-picture = Picture “{ $name }”
clinician-way-link = Link
clinician-way-code = Code typed in
clinician-way-scanned = Scanned code
clinician-way-pasted = Pasted
clinician-way-dropped = Dropped
clinician-way-folder = Folder “{ $name }”
clinician-way-camera = Code before the camera
clinician-way-example = { $name }
clinician-label-add = Add a label
clinician-label-change = Change the label
clinician-label-field = Label, such as initials and time
clinician-label-hint = For this list only. It is in no record, and it is not stored.
clinician-list-title = Open now: { $n }
clinician-list-helper = { $name }, a helper
clinician-list-labelled = { $label } ({ $way })
clinician-list-unlabelled = { $way }, { $time }
clinician-change-same_record = This person handed it over more than once. The other one:
clinician-change-same_person = The same person, at another time:
clinician-change-compare = Before and after
clinician-change-shown = What was said before and after is shown below.
clinician-change-title = Before and after: { $title }
clinician-change-back = Back to the sheet
clinician-change-by_hand = You chose these two. The records do not say that they are from one person.
clinician-change-other_text = The two used different texts of the aid, so words may differ where answers do not.
clinician-change-none = Nothing on the sheet differs.
clinician-change-caption = What differs, in the words of the sheet
clinician-change-part = Part
clinician-change-before = Before
clinician-change-after = After
clinician-change-of_day = { $which }, saved on { $date }
clinician-change-nothing_else = Nothing else here.
clinician-change-same = What was said both times
clinician-change-stated = Both are what was stated. Nothing is worked out from them, and nothing here has been agreed.
clinician-idle-warning = { $n ->
    [one] Nobody has used this page for a while. In { $n } minute all that is open will be closed.
   *[other] Nobody has used this page for a while. In { $n } minutes all that is open will be closed.
}
clinician-idle-stay = Stay
clinician-idle-stays = All stays open.
clinician-idle-gone = { $n ->
    [one] Nobody used this page for { $n } minute, so all that was open has been closed. Nothing was kept.
   *[other] Nobody used this page for { $n } minutes, so all that was open has been closed. Nothing was kept.
}
clinician-practice-title = Made-up examples to practise with
clinician-practice-hint = No person said any of this. Each example shows something else to take note of.
clinician-practice-note = Made up, for practice: no person said this.
clinician-practice-name = { $name } (made up)
clinician-practice-aid = Decision aid
clinician-practice-all = Open all of them
clinician-practice-shown = The examples are listed.
clinician-practice-missing = The examples could not be loaded.
clinician-note-altered = This file is not as it was saved: something in it was changed or lost on the way. Go over these answers with the person, or ask for the file again, or for the paper.
clinician-note-unknown_aid = The aid “{ $title }” is not on this site. Only what the file itself holds is shown.
clinician-note-no_words = The aid’s own page could not be loaded. Only what the file itself holds is shown.
clinician-note-changed = The aid has changed since: they used version { $theirs }, this site has version { $ours }.
clinician-note-changed_text = The aid’s text has changed since, under the same version number.
clinician-note-seen = { $changed } What they saw is shown, and beside it what the aid says today where that is something else.
clinician-note-older = { $n ->
    [one] One answer is to words that are not in this aid now. It is shown in the words they saw, and marked.
   *[other] { $n } answers are to words that are not in this aid now. They are shown in the words they saw, and marked.
}
clinician-note-withdrawn = This aid has been withdrawn.
clinician-note-then_overdue = When they used the aid, it was late for its check, and its pages said so.
clinician-note-then_expired = When they used the aid, it was out of date and showed no figures.
clinician-note-date_here = The date on this device seems to be wrong: it lies before this aid came out. This page cannot tell if the aid is still up to date.
clinician-note-date_before = The file says it was saved on { $date }. That is before this aid came out, so the date of the device must have been wrong: on which day it was saved, and if the aid was up to date then, is not known.
clinician-note-date_after = The file says it was saved on { $date }. By the date of this device that is still to come, so one of the two dates is wrong.
clinician-note-not_recognised = Parts of the file were not recognised and are not shown: { $parts }
clinician-print_not = If no window for printing has opened, this page is shown inside a program that does not print. Open the page in a browser and print it there.
clinician-status-opened = { $which }. The answers are shown below.
clinician-status-opened_many = { $n } are open. { $which }
clinician-status-closed = Closed. Nothing was kept.
clinician-status-others = Closed. Nothing of it was kept. The others are open: choose one above.
clinician-sheet-filled_in = Saved { $date }. { $who }
clinician-sheet-filled_in_unknown = The file does not say on which day it was saved. { $who }
clinician-sheet-opened = { $way }, opened { $date }, { $time }
clinician-sheet-say_first = In their words
clinician-sheet-say_first_helped = In their words, with help
clinician-sheet-say_first_own_helper = In a helper’s own words, not the person’s
clinician-sheet-say_first_unreadable = Their own words on what matters could not be read on paper: ask.
clinician-sheet-say_first_crossed_out = Their own words on what matters are crossed out on paper: ask.
clinician-sheet-say_first_carer = In someone else’s words, for them
clinician-sheet-quote = “{ $text }”
clinician-sheet-say_first_none = They wrote no words of their own on what matters.
clinician-sheet-say_first_kept = Their own words on what matters are not shared.
clinician-sheet-flags = Take note
clinician-sheet-say_first_rated = { $title }: { $n } of 10
clinician-sheet-say_first_ranked = First in their order: { $item }
clinician-sheet-say_first_picked = Most, by their picks: { $items }
clinician-sheet-questions = Asks
clinician-sheet-no_questions = No questions noted.
clinician-sheet-more = and { $n } more in the file
clinician-sheet-matters = What matters
clinician-sheet-no_matters = Not answered.
clinician-sheet-matters_own = Only what they wrote, at the top.
clinician-sheet-rated = { $title }: { $n } of 10
clinician-sheet-own_rated = “{ $text }”: { $n } of 10
clinician-sheet-own_open = “{ $text }”: not rated
clinician-sheet-ranked = { $title }: { $items }
clinician-sheet-picked = { $n ->
    [0] { $title }: too few picks for an order
   *[other] { $title }, most first (picked { $n } of { $of } times): { $items }
}
clinician-sheet-chosen = { $title }: { $answer }
clinician-sheet-place = { $n }. { $item }
clinician-sheet-unplaced = not put in order: { $items }
clinician-sheet-balance_same = { $title }: both the same
clinician-sheet-balance_1 = { $title }: a little towards “{ $pole }”
clinician-sheet-balance_2 = { $title }: more towards “{ $pole }”
clinician-sheet-balance_3 = { $title }: much more towards “{ $pole }”
clinician-sheet-with_leaning = { $text } (the leaning goes with this)
clinician-sheet-against_leaning = { $text } (the leaning goes against this)
clinician-sheet-not_applicable = Does not apply to them: { $titles }
clinician-sheet-private = Would rather not say: { $titles }
clinician-sheet-not_answered = Not answered: { $titles }
clinician-sheet-not_shared = Not answered, or not shared: { $titles }
clinician-sheet-kept = Not shared.
clinician-sheet-leaning_kept = Not shared: which option they lean to
clinician-sheet-stratum_kept = Not shared: which of the groups in the aid it is
clinician-sheet-readiness_kept = Not shared: how ready they feel
clinician-paper-saved = { $paper } { $who }
clinician-paper-from = From paper, typed in by { $who }, { $date }.
clinician-paper-from_written = From paper of { $written }, typed in by { $who }, { $date }.
clinician-paper-named = { $who } ({ $words })
clinician-paper-unreadable = Could not be read on paper: { $items }
clinician-paper-crossed_out = Crossed out on paper: { $items }
clinician-paper-sign = warning sign “{ $text }”
clinician-typed_by-receptionist = reception
clinician-typed_by-nurse = a nurse
clinician-typed_by-doctor = a doctor
clinician-typed_by-other_staff = other staff
clinician-typed_by-someone_else = someone else
clinician-typed_by-unanswered = somebody who did not say who
clinician-unclear-filled_in_by = who filled it in
clinician-unclear-stratum = which of the groups it is
clinician-unclear-communication = how they like information
clinician-unclear-red_flags = warning signs
clinician-unclear-values = an answer on what matters
clinician-unclear-knowledge = an answer on a fact
clinician-unclear-what_matters = their own words on what matters
clinician-unclear-own_concerns = something that they added
clinician-unclear-questions = a question from the aid
clinician-unclear-own_questions = a question of their own
clinician-unclear-leaning = which option they lean to
clinician-unclear-leaning_stage = how far they are
clinician-unclear-leaning_role = who is to decide
clinician-unclear-readiness = whether they feel ready
clinician-unclear-ideas = an idea from the aid
clinician-unclear-own_ideas = an idea of their own
clinician-kept-values = Not shared: answers on what matters
clinician-kept-own_concerns = Not shared: what they added themselves
clinician-kept-filled_in_by = Not shared: who filled it in
clinician-kept-communication = Not shared: how they like information
clinician-kept-ideas = Not shared: ideas they took
clinician-sheet-unsure = Not sure: { $titles }
clinician-sheet-now = Where they are
clinician-sheet-leaning = Leans to: { $option }
clinician-sheet-leaning_unsure = Not sure which option they lean to.
clinician-sheet-leaning_private = Would rather not say which option they lean to.
clinician-sheet-leaning_unreadable = Which option they lean to could not be read on paper: ask.
clinician-sheet-leaning_crossed_out = Which option they lean to is crossed out on paper: ask.
clinician-sheet-leaning_none = Has not said which option they lean to.
clinician-sheet-leaning_lost = The option they lean to is not in this aid any more.
clinician-sheet-misunderstood = Go over
clinician-sheet-no_checks = They answered nothing that can differ from the aid.
clinician-sheet-no_misunderstood = No answer differs from the aid.
clinician-sheet-thinks = “{ $statement }” They said: { $answer }.
clinician-sheet-aid_says = The aid: { $text }
clinician-sheet-aid_today = Today the aid says: { $text }
clinician-sheet-aid_today_not = Today the aid does not ask this.
clinician-sheet-unsure_of_fact = “{ $statement }” They are not sure.
clinician-sheet-aid_answers = The aid’s answer: { $answer }.
clinician-sheet-older = { $text } (in an older wording)
clinician-sheet-sign_older = { $text } (the file has these words for it: “{ $seen }”)
clinician-sheet-called_today = { $text } (today the aid says: “{ $today }”)
clinician-sheet-gone_today = { $text } (not in the aid today)
clinician-sheet-row_today = Today the aid says: { $figures }
clinician-sheet-row_gone = Today the aid has no such figures.
clinician-sheet-figures_theirs = Figures for what matters
clinician-sheet-figures_first = First figures of the aid
clinician-sheet-matters_row = { $text } (row { $n })
clinician-sheet-leans_here = { $option } (leaning)
clinician-sheet-no_number = { $said }: { $options }
clinician-sheet-noted = What the page pointed out
clinician-sheet-paper_left = Not on this paper: { $parts }.
clinician-sheet-paper_part = { $n } under “{ $heading }”
clinician-sheet-paper_talk = “{ $heading }”
clinician-sheet-paper_rows = { $n ->
    [one] { $n } row of figures
   *[other] { $n } rows of figures
}
clinician-sheet-paper_where = The clinician’s page shows them when the file is open; the aid’s evidence page has all figures.
clinician-fold-more = { $n } more
clinician-fold-whole = in full
clinician-fold-whole_more = in full, { $n } more
clinician-fold-listed = and { $n } from the aid’s list
clinician-fold-ready = readiness
clinician-fold-now = { $n } more
clinician-fold-unanswered = { $n } not answered
clinician-fold-noted = { $n ->
    [one] Pointed out
   *[other] Pointed out ({ $n })
}
clinician-fold-about = Format, ideas
clinician-fold-figures = { $n ->
    [0] Sources, notes
    [one] Sources, notes, { $n } more row
   *[other] Sources, notes, { $n } more rows
}
clinician-talk-fold = In the visit
clinician-talk-matters = What matters: “What matters most to you here? Is it still what you wrote?”
clinician-talk-options = Options: “These can be chosen: { $options }. Is there one you want to hear more about?”
clinician-talk-benefits = Benefits: “What could each one do for what matters to you?”
clinician-talk-harms = Harms: “What could go wrong with each one, and how would you live with that?”
clinician-talk-nothing = Doing nothing: “What may happen if you do nothing new for now?”
clinician-text-heading = { $n ->
    [one] For the record ({ $n } character)
   *[other] For the record ({ $n } characters)
}
clinician-text-copy = Copy
clinician-text-key = or key C
clinician-text-copied = Copied
clinician-text-select = Selected. Copy it with Ctrl and C.
clinician-forms-fold = Other systems
clinician-forms-hint = This saves a file on this device, for a system that can read it. It holds all that they handed over and nobody’s name, so make sure that it goes to the right person. Nothing in it is agreed.
clinician-forms-fhir = Save as FHIR
clinician-forms-prsb = Save as PRSB
clinician-forms-saved = Handed to this browser to save.
clinician-forms-late = What writes this file could not be loaded. Press again.
clinician-forms-made_up = An example is not saved as FHIR or PRSB: another system would take it for a patient’s.
clinician-sheet-helper = Helper’s view
clinician-sheet-about = Format, ideas
clinician-sheet-stratum = Group: “{ $text }”
clinician-sheet-stratum_unsure = Not sure which of the groups in the aid it is.
clinician-sheet-stratum_private = Would rather not say which of the groups in the aid it is.
clinician-sheet-stratum_lost = The group they chose is not in this aid any more.
clinician-sheet-ideas = Ideas they want to use: { $items }
clinician-sheet-aid = Aid version { $version }
clinician-sheet-evidence = Evidence to { $date }
clinician-sheet-demonstration = Demonstration, not for clinical use
clinician-sheet-stated = Stated by the person alone.
clinician-sheet-stated_unknown = Stated by the person; they did not say who filled it in.
clinician-sheet-stated_helped = Stated by the person with help.
clinician-sheet-stated_carer = Stated by someone else for the person.
clinician-sheet-stated_own_helper = Stated by a helper, in their own name: nothing of it is what the person said.
clinician-sheet-nothing_agreed = Nothing agreed. No option recommended.
clinician-flag-red = Warning sign ticked: { $text }
clinician-flag-red_unknown = Warning signs ticked that this page cannot name: { $n }
clinician-flag-red_unread = A warning sign in the file could not be read: ask about warning signs
clinician-flag-red_paper = A warning sign on the paper could not be read or is crossed out: ask about warning signs
clinician-flag-helper_own = A helper’s own views: none of it is what the person said
clinician-flag-paper_unreadable = { $n ->
    [one] { $n } answer on paper could not be read: ask
   *[other] { $n } answers on paper could not be read: ask
}
clinician-flag-paper_crossed = { $n ->
    [one] { $n } answer on paper is crossed out: ask
   *[other] { $n } answers on paper are crossed out: ask
}
clinician-flag-red_kept = Warning signs are not shared: ask about them
clinician-flag-and = { $one }. { $other }
clinician-flag-ended = The aid is out of date, and none of its figures are shown
clinician-flag-changed = The aid has changed since
clinician-flag-misread = { $n ->
    [one] One answer differs from the aid
   *[other] { $n } answers differ from the aid
}
clinician-flag-readiness = Said no to: { $items }
clinician-flag-readiness_unsure = Said “not sure”, and yes to nothing, on: { $items }
clinician-flag-tension = Leans to “{ $option }”, and on “{ $title }” chose “{ $item }”: talk about both
clinician-flag-apart_n = { $n ->
    [one] Leaning and one answer pull apart
   *[other] Leaning and { $n } answers pull apart
}
clinician-flag-unsettled_n = Not settled yet: { $n }
clinician-flag-seen = The page said to them: “{ $text }”
clinician-flag-alike = Not settled yet: { $n } of 10 for all of these: { $titles }
clinician-flag-apart = Not settled yet: “{ $one }” and “{ $other }” point to different options
clinician-flag-order = Not settled yet: put “{ $item }” first, and rated “{ $title }” higher
clinician-flag-circle = Not settled yet: no one order fits all the picks under “{ $title }”
clinician-flag-helper_with = Filled in with help: ask the person too
clinician-flag-helper_carer = Filled in by someone else: ask the person too, if they are able
clinician-flag-format = Likes: { $items }
clinician-role-view = Their own view, not the person’s: “{ $text }”
clinician-role-helper = Helper, in their words: “{ $text }”
clinician-wants-myself = Wants to decide themselves
clinician-wants-together = Wants to decide together
clinician-wants-clinician = Wants the clinician to decide
clinician-wants-someone_else = Wants someone else to decide
clinician-wants-unsure = Not sure who should decide
clinician-stage-decided_for_now = Has decided for now
clinician-stage-leaning = Is leaning one way
clinician-stage-need_time = Needs more time
clinician-stage-want_advice = Wants your advice
clinician-stage-want_other_help = Wants help from someone else
clinician-stage-rather_not_decide = Would rather not decide
clinician-likes-large_print = large print
clinician-likes-easy_read = easy read
clinician-likes-audio = audio
clinician-likes-language = another language
clinician-likes-sign_language = sign language
clinician-likes-read_to_me = someone to read it with
clinician-readiness-sure = sure of the choice
clinician-readiness-informed = knows enough
clinician-readiness-clear = clear about what matters
clinician-readiness-supported = has enough support
clinician-ready-supported = supported
clinician-ready-clear = clear
clinician-ready-informed = informed
clinician-ready-sure = sure
clinician-readiness-yes = Says yes to: { $items }
clinician-readiness-no = Says no to: { $items }
clinician-readiness-unsure = Not sure: { $items }
