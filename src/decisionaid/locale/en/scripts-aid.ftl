### What the scripts of the aid page say.

aid-title = Step { $n } of { $of }: { $step } – { $aid }
aid-rail-here = You are here
aid-rail-read = Read
aid-rail-answered = { $n } of { $of } answered
aid-kept-denied = Your answers cannot be kept in this browser. The page still works. Print or save your summary before you close it.
aid-kept-unreadable = What was kept in this tab could not be read, so the page starts empty.
aid-kept-partly = Some of what was kept in this tab is not in this aid or could not be read, and was left out.
aid-kept-changed = This aid has changed since you last used it.
aid-kept-here = Your answers are still here.
aid-kept-reasked = These questions changed, so they are empty again: { $questions }.
aid-notice-close = Close this message
aid-clear-ask = Clear all your answers on this page? This cannot be undone.
aid-clear-yes = Yes, clear them
aid-clear-no = No, keep them
aid-clear-done = Your answers are cleared. Papers you printed and files you saved are still where you put them.
aid-answer-clear = Clear this answer
aid-answer-clear_for = Clear this answer: { $question }
aid-answer-cleared = Answer cleared
aid-rank-up = Up
aid-rank-down = Down
aid-rank-up_item = Move up: { $item }
aid-rank-down_item = Move down: { $item }
aid-rank-keep = Keep this order
aid-rank-moved = { $item } is now { $n } of { $of }
aid-rank-at_end = { $item } cannot move further
aid-rank-open = You have not put these in order yet.
aid-rank-kept = This is your order, most important first.
aid-feedback-same = Yes. That is what the aid says.
aid-feedback-other = The aid says something else: { $answer }
aid-feedback-unsure = It is fine not to be sure. The aid says: { $answer }
aid-care-raised = You ticked a warning sign. Read what to do about it.
aid-side-rated = { $title }: you said { $n } out of 10
aid-side-ranked = { $item }: you put this in place { $n }
aid-side-unsure = { $title }: you are not sure
aid-side-not_applicable = { $title }: you said this does not apply to you
aid-side-in_your_order = The rows are in your order now.
aid-side-in_authors_order = The rows are in the order of the aid now.
# Where an option stands among those that the source compares clearly. It is an amount and no praise:
# "most" may be good or bad. "n" is how many are compared.
aid-stands-most = { $n ->
    [2] more of the two compared
   *[other] most of the { $n } compared
}
aid-stands-between = in between, of the { $n } compared
aid-stands-fewest = { $n ->
    [2] fewer of the two compared
   *[other] fewest of the { $n } compared
}
aid-stands-highest = { $n ->
    [2] higher of the two compared
   *[other] highest of the { $n } compared
}
aid-stands-lowest = { $n ->
    [2] lower of the two compared
   *[other] lowest of the { $n } compared
}
aid-stands-unsaid = How the options compare here cannot be said.
# The same for each option: what it does for what the person put highest, and its other side. Forms
# with one name and a number at the end say the same with more and more words, so that no option
# gets more words than another; those with "row" have the same number of words.
aid-implies-heading = Each option, for what you said
aid-implies-fact = { $label }: { $figure }.
aid-implies-framed = { $label }: { $figure }. { $frame }
aid-implies-first = Highest for you: { $titles }. { $fact }
aid-implies-first_short = Highest for you: { $titles }. The table has the facts.
aid-implies-first_none = Highest for you: { $titles }. The table has no row about it.
aid-implies-most = It does most on this: { $fact }
aid-implies-least = It does least on this: { $fact }
aid-implies-label = { $label }.
aid-implies-no_most_1 = No source shows clearly where it does most.
aid-implies-no_most_2 = Of what you said matters, no source shows clearly where it does most.
aid-implies-no_most_3 = Of the rows about what you said matters to you, none shows clearly where it does most.
aid-implies-no_least_1 = No source shows clearly where it does least.
aid-implies-no_least_2 = Of what you said matters, no source shows clearly where it does least.
aid-implies-no_least_3 = Of the rows about what you said matters to you, none shows clearly where it does least.
aid-implies-row_most = Row { $n } in your order shows where it does most.
aid-implies-row_least = Row { $n } in your order shows where it does least.
aid-implies-row_no_most = Nothing in the table shows clearly where it does most.
aid-implies-row_no_least = Nothing in the table shows clearly where it does least.
aid-implies-both = { $first } { $second }
aid-implies-unsure = You are not sure: { $titles }
aid-implies-not_applicable = Does not apply to you: { $titles }
aid-implies-prefer_not_to_say = You would rather not say: { $titles }
aid-implies-unanswered = Not answered: { $titles }
aid-unsettled-alike = Not settled yet: you said { $n } out of 10 for all of these: { $titles }.
aid-unsettled-apart = Not settled yet: your answers to “{ $one }” and “{ $other }” point to different options.
aid-unsettled-order = Not settled yet: you rated “{ $title }” highest, and put “{ $item }” first.
aid-tension-toward = You lean to: { $option }. On “{ $title }” you said: { $answer }.
aid-tension-least = You lean to: { $option }. Highest for you: { $title }. { $fact } That is { $stands }.
aid-tension-free = Both can be true for you. You can change either answer, or keep both and talk about it.
aid-strata-mine = You said this is true.
aid-strata-others = For others
aid-strata-for = For others: { $title } ({ $words })
aid-summary-none = You have not answered yet. That is fine.
aid-summary-decision = The decision
aid-summary-flags = Warning signs I ticked
aid-summary-stratum = What is true now
aid-summary-stratum_unsure = I am not sure which of the groups in the aid it is.
aid-summary-stratum_private = I would rather not say which of the groups in the aid it is.
aid-summary-matters = What matters most to me
aid-summary-own_words = “{ $text }”
aid-summary-rated = { $title }: { $n } of 10
aid-summary-ranked = { $title }: { $items }
aid-summary-chosen = { $title }: { $answer }
aid-summary-place = { $n }. { $item }
aid-summary-unsure = I am not sure about
aid-summary-does_not_apply = Does not apply to me
aid-summary-rather_not_say = I would rather not say
aid-summary-now = Where I am now
aid-summary-leaning = I lean to: { $option }
aid-summary-leaning_unsure = I am not sure which option I lean to.
aid-summary-leaning_private = I would rather not say which option I lean to.
aid-summary-answered = { $question } { $answer }
aid-summary-questions = My questions
aid-summary-go_over = Facts to go over with me
aid-summary-thought = { $statement } I said: { $answer }
aid-summary-thought_unsure = { $statement } I was not sure.
aid-summary-help = Who helped, and how I like information
aid-summary-helper = Helped by: { $text }
aid-summary-communication = I like information like this: { $items }
aid-summary-ideas = Ideas I want to use
aid-summary-about = About this aid
aid-summary-version = { $title }, version { $version }
aid-summary-evidence = Evidence to { $date }
aid-summary-demonstration = Demonstration, not for clinical use
aid-summary-overdue = The aid was late for its check
aid-summary-expired = The aid was out of date and showed no figures
aid-summary-made = Made on { $date }
aid-summary-agreed = What we agreed
aid-summary-who = Who
aid-summary-by_when = By when
aid-file-title = My answers: { $title }
aid-file-about = This file holds what I said in a decision aid. It was saved on { $date }. It is not an order for treatment, and nothing in it has been agreed with anyone.
aid-file-use = Anyone can read this file by opening it, as here. A clinician can also open it on this page: { $address }
aid-file-use_alone = Anyone can read this file by opening it, as here. A clinician can also open it on the page for clinicians of the site that it comes from.
aid-file-saved = Saved as { $name }. Look in the folder your browser saves to, often called Downloads. Anyone who opens the file can read it.
aid-file-failed = The file could not be made in this browser. You can print your summary.
aid-open-label = Open a file I saved
aid-open-hint = It puts the answers in the file back on this page. The file stays on your device.
aid-open-ask = Put the answers from the file in place of the answers on this page?
aid-open-yes = Yes, use the file
aid-open-no = No, keep this page
aid-open-done = Your answers from the file are back.
aid-open-changed = These questions changed since, so they are empty: { $questions }.
aid-open-partly = Your answers from the file are back, except for parts that are not in this aid.
aid-open-altered = The file is not as it was saved: something in it was changed or lost. Please look through your answers.
aid-open-older_aid = The aid has changed since you saved the file. Its figures may not be the same now, so please look at them again.
aid-open-kept = Your answers on this page are as they were.
aid-open-not_ours = This is not a file that was saved from a decision aid. Nothing has changed.
aid-open-too_large = This file is too large to be one that was saved here. Nothing has changed.
aid-open-damaged = This file is damaged and cannot be read. Nothing has changed.
aid-open-newer = This file is from a newer version of these pages, which cannot be read here. Nothing has changed.
aid-open-two = There are two saved files in this one. Nothing has changed.
aid-open-other_aid = This file is about another decision: { $title }. Nothing has changed.
