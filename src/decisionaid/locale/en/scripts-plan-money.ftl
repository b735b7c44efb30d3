### What the scripts of the page of a plan say of money, and of goals that pull against each other.

plan-pulls = Goals that pull against each other
plan-pulls-n = { $n ->
    [0] none marked
    [one] { $n }
   *[other] { $n }
}
plan-pulls-one = This goal
plan-pulls-other = pulls against this one
plan-pulls-add = Put them side by side
plan-pulls-words = These two pull against each other. What do we make of it?
plan-pulls-words_more = These pull against each other. What do we make of it?
plan-pulls-undo = They do not pull against each other
plan-pulls-undo_of = They do not pull against each other: { $one }, { $other }
plan-money = Money for my care
plan-money-few = most people have none
plan-money-apart = copies of this plan say different things
plan-money-what_it_is = Money that is set aside for one person's care, such as a personal health budget. Leave this closed if there is none.
plan-money-stands = This is how it stood on { $date }. What you change here is said today, and what was said then is kept.
plan-money-begin = Write the money down
plan-money-state = How it stands
plan-money-state_indicative = First estimate
plan-money-state_proposed = Proposed
plan-money-state_agreed = Agreed
plan-money-state_refused = Refused
plan-money-state_ended = Ended
plan-money-unit_pounds = pounds
plan-money-amount = How much there is, in { $unit }
plan-money-amount_hint = Leave it empty if nobody knows yet.
plan-money-set_aside = Set aside for what may come, in { $unit }
plan-money-set_aside_hint = Such as a helper who falls ill.
plan-money-start = From
plan-money-end = To
plan-money-needs = What the money is for, in my words
plan-money-lines = What it pays for
plan-money-no_lines = Nothing is written yet that it pays for.
plan-money-line_more = Add another line
plan-money-what = What
plan-money-goal = For which goal
plan-money-goal_none = No goal named
plan-money-each = What it costs each time, in { $unit }
plan-money-times = How many times in all
plan-money-often = How often, in words
plan-money-supplier = Who is paid
plan-money-held = Who holds the money
plan-money-held_not_said = Not said
plan-money-held_direct_payment = paid to me
plan-money-held_notional = held by the NHS
plan-money-held_third_party = held by somebody else for me
plan-money-add = Add this line
plan-money-change_of = Change: { $words }
plan-money-pounds = £{ $amount }
plan-money-other = { $currency } { $amount }
plan-money-times_each = { $times ->
    [one] { $each }, { $times } time
   *[other] { $each } each, { $times } times
}
plan-money-for_goal = for: { $words }
plan-money-sum = All lines together: { $all }.
plan-money-sum_aside = All lines together: { $lines }. Set aside: { $aside }. In all: { $all }.
plan-money-left = There is { $amount }. Left: { $left }.
plan-money-over = There is { $amount }. That is { $left } too little.
plan-money-no_amount = How much there is, is not known yet.
plan-money-ended_left = There was { $amount }. Left: { $left }.
plan-money-ended_over = There was { $amount }. That was { $left } too little.
plan-money-ended_no_amount = How much there was, is not known.
plan-money-refused = This money was refused.
plan-money-refused_amount = This money was refused. It would have been { $amount }.
plan-money-why_refused = Why it was refused
plan-money-why_refused_said = Why it was refused: { $words }
plan-money-refused_no_why = No reason is written here.
plan-money-still = Until this is put right, { $amount } counts.
plan-money-still_times = { $times ->
    [one] Until this is put right, { $times } time counts.
   *[other] Until this is put right, { $times } times count.
}
plan-money-wrong = This cannot be read as money. Write it such as 18, 18.75 or 3,185.50.
plan-money-wrong_two_ways = { $typed } can be read in two ways. If it is thousands, write { $whole }. If not, write two figures for the pence.
plan-money-wrong_other_money = This money is in { $unit }. Sums in other money are not put beside it. Write the sum in { $unit }.
plan-money-wrong_times = Write a whole number from 1 to 10000.
plan-money-wrong_what = Write what is paid for.
plan-money-wrong_not = Write what is not covered.
plan-money-wrong_why = Write why it is not covered. If nobody gave a reason, write that.
plan-money-not = Not covered, and why
plan-money-not_what = What is not covered
plan-money-not_why = Why
plan-money-not_add = Add this
plan-money-not_none = Nothing is named here.
plan-money-not_said = Not covered: { $words }
plan-money-risks = What could go wrong, and what I do then
plan-money-helper = Who helps me with the money
plan-money-coordinator = Whom I ask about the money
plan-money-sign = Sign-off
plan-money-sign_hint = Write it here when somebody who may has signed. Nothing is signed on this page.
plan-money-signed_by = Who signed
plan-money-signed_day = On which day
plan-money-conditions = On what conditions
plan-money-not_signed = Nobody has signed for it yet.
plan-money-not_signed_over = Nobody signed for it.
plan-money-signed = Signed for by { $who }.
plan-money-signed_on = Signed for by { $who }, { $date }.
plan-money-conditions_said = Conditions: { $words }
plan-money-unsigned = The sums have changed, and nobody has signed for these. The sign-off was taken out, and what was agreed is proposed again.
plan-money-appeal = If it is refused: whom I ask, and how
plan-money-appeal_copy = If I do not agree: whom I ask, and how
plan-money-appeal_said = If it is refused: { $words }
plan-money-appeal_refused = If I do not agree: { $words }
plan-money-review = When the money is looked at again
plan-money-review_copy = The money is looked at again
plan-money-review_said = Looked at again: { $when }
plan-money-from_to = { $start } to { $end }
plan-money-from = From { $start }
plan-money-to = To { $end }
plan-money-drop = Take out what was said of the money today
plan-money-copy = Money for my care
plan-money-beside = ({ $words })
plan-money-head_what = What
plan-money-for_head = For: { $words }
plan-money-for_none = For no goal that is named
plan-money-head_each = Each
plan-money-head_times = How many times
plan-money-head_together = Together
plan-money-last = Last time, { $date }
plan-money-today = Today
plan-money-today_none = Nothing new is said of the money yet.
