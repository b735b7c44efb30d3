### The step "What this means for you", with all options side by side.

step_side-by-side = What this means for you
side_intro = All options in the same order.
side_intro_order = Here you see what each option does for what you say matters to you.
side_change = Say or change what matters to you
side_caption = All options side by side
side_order = Which rows come first?
side_order_mine = What matters to me
side_order_author = The order of the aid
side_groups = Some rows are for one group only. Which do you want to see?
side_groups_mine = Those for what I said is true
side_groups_all = Those for the other groups too
side_source = { $label } · Source: { $source }
# What each figure of a row counts: it stands under the name of the row.
frame_happens = How many { $many } { $happens }.
frame_people = How many { $many }.
frame_difference_happens = How many more or fewer { $many } { $happens } than with { $option }.
frame_difference_people = How many more or fewer { $many } than with { $option }.
frame_difference_points = How far apart from { $option }, on average.
frame_difference = How many more or fewer { $many }.
frame_points_apart = How far apart, on average.
frame_score = Points on average.
frame_change = Change since the start, on average.
frame_rate = Events on average, not { $many }.
frame_rate_people = On average, with each of the { $many } counted once.
frame_events = Events, not { $many }.
frame_scale_lower = From { $low } to { $high }, lower is better.
frame_scale_higher = From { $low } to { $high }, higher is better.
# What bare figures of a row may not be taken for, here and on the one-page grid.
caution_different = Different studies, so not comparable.
caution_open = The study could not tell if they differ.
caution_partly = The study could not tell if all differ.
caution_very-unsure = We are very unsure if they differ.
caution_no-range = The source prints no range.
caution_partly-no-range = The source prints no range for some.
caution_unsized = The source says that there is a difference, not how large.
caution_partly-unsized = The source does not say how large some differences are.
caution_printed = { $option } against { $against }: { $said }, no range printed.
caution_unsaid = No comparison was found.
caution_whole = Out of { $of }, most other rows out of { $whole }.
side_once = In all rows with figures: { $said }
side_absent = not part of this
side_own = In your own words
side_ask = Ask about this
stratum_legend = Which of these is true?
stratum_hint_figures = Some figures differ between these groups.
stratum_hint_options = Some options are for some of these groups only.
stratum_hint_blank = You can leave this blank. Then you see what there is for all of them.
in_summary = Put this in my summary
# Only a screen reader says it, right after "Put this in my summary".
in_summary_of = : { $title }.
in_summary_hint = If you leave this box empty, your answer is not in your summary. Nobody else gets it.
side_all_rows = { $n ->
    [one] Show { $n } row, with or without your answer
   *[other] Show all { $n } rows
}
