### What the scripts of the clinician's page say.

clinician-fault-file = This is about the file “{ $name }”. No answers are shown.
clinician-fault-not_ours = This is not a file that was saved from a decision aid.
clinician-fault-too_large = This file is too large to be one that was saved from a decision aid.
clinician-fault-damaged = This file is damaged, and the answers in it cannot be read here. Open it as a page to read what it says, or ask for the file again, or for the paper.
clinician-fault-newer = This file is from a newer version of these pages and cannot be read here.
clinician-fault-two = There are two saved files or more in this one, and whose answers they are cannot be told. Ask for each file by itself.
clinician-fault-unreadable = This file could not be opened. Choose it again.
clinician-fault-several = Open one file at a time.
clinician-note-altered = This file is not as it was saved: something in it was changed or lost on the way. Go over these answers with the person, or ask for the file again, or for the paper.
clinician-note-unknown_aid = The aid “{ $title }” is not on this site. Only what the file itself holds is shown.
clinician-note-no_words = The aid’s own page could not be loaded. Only what the file itself holds is shown.
clinician-note-changed = The aid has changed since: they used version { $theirs }, this site has version { $ours }.
clinician-note-changed_text = The aid’s text has changed since, under the same version number.
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
clinician-status-opened = The answers are shown below.
clinician-status-closed = Closed. Nothing was kept.
clinician-sheet-filled_in = Saved on { $date }. { $who }
clinician-sheet-filled_in_unknown = The file does not say on which day it was saved. { $who }
clinician-sheet-opened = File “{ $name }”, opened on { $date } at { $time }
clinician-sheet-say_first = In their words
clinician-sheet-quote = “{ $text }”
clinician-sheet-say_first_none = They wrote no words of their own on what matters.
clinician-sheet-say_first_rated = { $title }: { $n } of 10
clinician-sheet-say_first_ranked = First in their order: { $item }
clinician-sheet-say_first_picked = Most, by their picks: { $items }
clinician-sheet-flags = Take note
clinician-sheet-no_flags = Nothing to flag.
clinician-sheet-questions = Wants to ask
clinician-sheet-no_questions = No questions noted.
clinician-sheet-more = and { $n } more in the file
clinician-sheet-show_more = { $n ->
    [one] { $n } more
   *[other] { $n } more
}
clinician-sheet-matters = What matters to them
clinician-sheet-no_matters = Not answered.
clinician-sheet-matters_own = Only what they wrote, at the top.
clinician-sheet-matters_unsure = Not sure: see “Not sure about”.
clinician-sheet-rated = { $title }: { $n } of 10
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
clinician-sheet-not_applicable = Does not apply to them: { $titles }
clinician-sheet-private = Would rather not say: { $titles }
clinician-sheet-not_answered = Not answered: { $titles }
clinician-sheet-not_shared = Not answered, or not shared: { $titles }
clinician-sheet-unsure = Not sure about
clinician-sheet-unsure_check = The aid asked about: “{ $statement }” They are not sure. The aid’s answer: { $answer }
clinician-sheet-no_unsure = Nothing marked as not sure.
clinician-sheet-now = Where they are now
clinician-sheet-leaning = Leans to: { $option }
clinician-sheet-leaning_unsure = Not sure which option they lean to.
clinician-sheet-leaning_private = Would rather not say which option they lean to.
clinician-sheet-leaning_none = Has not said which option they lean to.
clinician-sheet-leaning_lost = The option they lean to is not in this aid any more.
clinician-sheet-misunderstood = To go over
clinician-sheet-no_checks = They answered nothing that can differ from the aid.
clinician-sheet-no_misunderstood = No answer differs from the aid.
clinician-sheet-thinks = “{ $statement }” They said: { $answer }. The aid: { $explanation }
clinician-sheet-said_of_fact = “{ $statement }” They said: { $answer }
clinician-sheet-unsure_of_fact = The aid asked about: “{ $statement }” They were not sure.
clinician-sheet-older = { $text } (in an older wording)
clinician-sheet-sign_older = { $text } (the file has these words for it: “{ $seen }”)
clinician-sheet-figures = Figures of the aid
clinician-sheet-figures_theirs = First for their group, then what matters to them, in their order. The last may be there to show the other side.
clinician-sheet-figures_first = They said of nothing with figures that it matters, so these are the first in the aid.
clinician-sheet-figures_more = { $n ->
    [one] { $n } more row of figures in the aid
   *[other] { $n } more rows of figures in the aid
}
clinician-sheet-about = About these answers
clinician-sheet-stratum = They say this is true: { $text }
clinician-sheet-stratum_unsure = Not sure which of the groups in the aid it is.
clinician-sheet-stratum_private = Would rather not say which of the groups in the aid it is.
clinician-sheet-stratum_lost = The group they chose is not in this aid any more.
clinician-sheet-ideas = Ideas they want to use: { $items }
clinician-sheet-aid = { $title } (version { $version })
clinician-sheet-evidence = Evidence to { $date }
clinician-sheet-demonstration = Demonstration, not for clinical use
clinician-sheet-stated = Stated by the person alone. Nothing here has been agreed. The aid recommends no option.
clinician-flag-red = Warning sign ticked: { $text }
clinician-flag-red_unknown = Warning signs ticked that this page cannot name: { $n }
clinician-flag-red_unread = A warning sign in the file could not be read: ask about warning signs
clinician-flag-ended = The aid is out of date, and none of its figures are shown
clinician-flag-changed = The aid has changed since
clinician-flag-misread = Answers that differ from the aid: { $n }
clinician-flag-readiness = Said no to: { $items }
clinician-flag-readiness_unsure = Said “not sure”, and yes to nothing, on: { $items }
clinician-flag-tension = Leans to “{ $option }”, and on “{ $title }” chose “{ $item }”: talk about both
clinician-flag-alike = Not settled yet: { $n } of 10 for all of these: { $titles }
clinician-flag-apart = Not settled yet: “{ $one }” and “{ $other }” point to different options
clinician-flag-order = Not settled yet: put “{ $item }” first, and rated “{ $title }” higher
clinician-flag-circle = Not settled yet: no one order fits all the picks under “{ $title }”
clinician-flag-helper = Filled in with help or by someone else: hear the person’s own view
clinician-flag-format = Likes information as: { $items }
clinician-role-patient = Filled in by the person.
clinician-role-patient_with_help = Filled in by the person, with help.
clinician-role-carer = Filled in by someone else for the person.
clinician-role-unanswered = They did not say who filled it in.
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
clinician-readiness-sure = feels sure about the choice
clinician-readiness-informed = knows enough about the options
clinician-readiness-clear = is clear about what matters most
clinician-readiness-supported = has enough support
clinician-readiness-yes = Says yes to: { $items }
clinician-readiness-no = Says no to: { $items }
clinician-readiness-unsure = Not sure: { $items }
