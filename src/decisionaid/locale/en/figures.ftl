### Figures in words, on the page and read aloud.

share = { $n } of { $of }
about = about { $share }
about_first = About { $share }
fewer_than = fewer than { $share }
fewer_than_first = Fewer than { $share }
more_than = more than { $share }
more_than_first = More than { $share }
share_what = { $many } { $happens }
share_other = { $share } { $otherwise }
what_missing = { $many } { $gap }
share_sentence = With { $option }, { $share } { $what } ({ $time }), and { $other }
share_sentence_inside = with { $option }, { $share } { $what } ({ $time }), and { $other }
number_what = { $number } { $what }
two_sentences = { $a }. { $b }
full_stop = { $words }.
in_brackets = ({ $words })
with_note = { $words } ({ $note })
axis_end = { $word ->
    [lower] { $n } lower
    [higher] { $n } higher
    [fewer] { $n } fewer
    [more] { $n } more
    [worse] { $n } worse
   *[better] { $n } better
}
axis_same = the same
axis_no_change = no change
axis_better = { $end } (better)
axis_worse = { $end } (worse)
spoken_share = With { $option }, { $share } { $what }.
spoken_share_other = With { $option }, { $share } { $what }, and { $other }.
said_at = { $said } { $time }
spoken_labelled = { $label }, with { $option }: { $found }.
spoken_score = { $points } on average
spoken_scale_lower = { $said }, on a scale from { $low } to { $high } where a lower number is better
spoken_scale_higher = { $said }, on a scale from { $low } to { $high } where a higher number is better
spoken_rate = { $rate } on average, counting events and not { $many }
spoken_rate_people = { $rate } on average, counting each of the { $many } once
spoken_events_in = { $people ->
    [one] { $events } in { $people } { $one }, who can have more than one
   *[other] { $events } in { $people } { $many }, where one of them can have more than one
}
spoken_events_alone = { $events }, where one of the { $many } can have more than one, and how many had them is not printed
spoken_no_difference_words = this was measured, and no difference was shown
spoken_reference = the other figures in this row are counted from here
spoken_not_known_words = we do not know if this helps, makes no difference or harms
spoken_not_known_now = we do not know how many
spoken_not_known_now_scale = we do not know how much
spoken_not_known_study = we do not know
spoken_not_found_words = we have not found this number
spoken_not_in_study = this option was not studied here
spoken_not_applicable_words = this does not apply here
amount_minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
amount_hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
amount_days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
amount_weeks = { $n ->
    [one] { $n } week
   *[other] { $n } weeks
}
amount_months = { $n ->
    [one] { $n } month
   *[other] { $n } months
}
amount_years = { $n ->
    [one] { $n } year
   *[other] { $n } years
}
span_minutes = { $low } to { $high } minutes
span_hours = { $low } to { $high } hours
span_days = { $low } to { $high } days
span_weeks = { $low } to { $high } weeks
span_months = { $low } to { $high } months
span_years = { $low } to { $high } years
at_time = at { $time }
at_time_line = At { $time }
over_life = over a whole life
over_life_line = Over a whole life
about_line = { $when } · { $who }
one_person = person
many_people = people
# What one of those counted is called when the reader may be one of them, each on a line.
counted_as_you =
    adult
    man
    person
    woman
ends = { $low } to { $high }
difference_no_range = The source prints no range
difference_no_range_inside = the source prints no range
range = It could be { $low } to { $high }
range_inside = it could be as low as { $low } or as high as { $high }
bounds = It could be anywhere from { $low } to { $high }
bounds_inside = it could be anywhere from { $low } to { $high }
bounds_not_clear = It could be anywhere from { $low } to { $high }, so the study could not tell if there is a difference
bounds_not_clear_inside = it could be anywhere from { $low } to { $high }, so the study could not tell if there is a difference
spread_studies = Different studies found different numbers, and this is their range
spread_studies_inside = different studies found different numbers, and this is their range
spread_years = Different years had different numbers, and this is their range
spread_years_inside = different years had different numbers, and this is their range
spread_not-said = The source prints this range, and does not say what it is a range of
spread_not-said_inside = the source prints this range, and does not say what it is a range of
time_unknown = the time is not known
time_unknown_first = The time is not known
time_not_known = We do not know when this was measured. { $reason }
people_not_known_short = number of people not known
people_not_known = We do not know how many people this is about. { $reason }
labelled = { $label }, with { $option }: { $figure }
rate = { $n } in { $of } each year
rate_what = on average (events, not { $many })
rate_people_what = on average ({ $many }, each counted once)
rate_people_printed = { $n ->
    [one] { $n } person in { $of } each year
   *[other] { $n } people in { $of } each year
}
fraction = { $share ->
    [one-third] one-third
    [two-thirds] two-thirds
    [one-quarter] one-quarter
    [three-quarters] three-quarters
    [one-fifth] one-fifth
    [two-fifths] two-fifths
    [three-fifths] three-fifths
    [four-fifths] four-fifths
    [one-tenth] one-tenth
    [three-tenths] three-tenths
    [seven-tenths] seven-tenths
    [nine-tenths] nine-tenths
   *[half] half
}
fraction_about = about { $fraction }
fraction_almost = almost { $fraction }
fraction_fewer-than = fewer than { $fraction }
fraction_more-than = more than { $fraction }
fraction_what = of { $many } { $happens }
fraction_without_number = The source says this in words and prints no number
fraction_without_number_inside = the source says this in words and prints no number
points = { $n ->
    [one] { $n } point
   *[other] { $n } points
}
change = { $word ->
    [better] { $n ->
            [one] { $n } point better
           *[other] { $n } points better
        }
   *[worse] { $n ->
            [one] { $n } point worse
           *[other] { $n } points worse
        }
}
difference_points = { $word ->
    [lower] { $n ->
            [one] { $n } point lower
           *[other] { $n } points lower
        }
    [higher] { $n ->
            [one] { $n } point higher
           *[other] { $n } points higher
        }
    [better] { $n ->
            [one] { $n } point better
           *[other] { $n } points better
        }
   *[worse] { $n ->
            [one] { $n } point worse
           *[other] { $n } points worse
        }
}
difference_share = { $word ->
    [fewer] { $n } fewer in { $of }
   *[more] { $n } more in { $of }
}
spread_difference = { $word ->
    [fewer] { $low } to { $high } fewer in { $of }
   *[more] { $low } to { $high } more in { $of }
}
events = { $n ->
    [one] { $n } event
   *[other] { $n } events
}
events_in = { $people ->
    [one] in { $people } { $one }, who can have more than one
   *[other] in { $people } { $many }. One of them can have more than one
}
events_in_said = { $people ->
    [one] { $events } in { $people } { $one }, who can have more than one
   *[other] { $events } in { $people } { $many }. One of them can have more than one
}
events_in_short = { $people ->
    [one] { $events } in { $people } { $one }
   *[other] { $events } in { $people } { $many }
}
events_alone_short = { $events } (how many { $many } had them is not printed)
events_alone = How many { $many } had them is not printed. One of them can have more than one
events_alone_said = { $events }. How many { $many } had them is not printed. One of them can have more than one
score_what = on average
change_what = since the start, on average
difference_what = than with { $option }, on average
difference_what_said = { $many } { $happens } than with { $option }
difference_what_share = { $many } than with { $option }
difference_what_unsaid = { $many } (what this is compared with is not said)
difference_alone = on average
spread = { $low } to { $high } of { $of }
no_difference = no difference shown
no_difference_words = This was measured, and no difference was shown. { $reason }
reference = we count from here
reference_words = The other figures in this row are counted from here.
reference_words_said = The other figures in this row are counted from here
not_known = not known
not_known_words = We do not know if this helps, makes no difference or harms. { $reason }
not_known_now = We do not know how many. { $reason }
not_known_now_scale = We do not know how much. { $reason }
not_known_study = We do not know. { $reason }
not_found = not found
not_found_words = We have not found this number. { $reason }
not_in_study = not studied here
not_in_study_first = Not studied here
not_in_study_words = Not studied here.
not_in_study_words_said = Not studied here
not_found_compare = We have not found this. { $reason }
not_known_compare = We do not know. { $reason }
not_applicable_short = does not apply
not_applicable_words = This does not apply here. { $reason }
in_words = in words
gap = figure missing
for_group = { $words }, for people who say “{ $group }”
each_stands = Each small figure stands for { $each } { $many }.
each_dots = Each dot stands for { $each } { $many }.
each_dot = Each dot stands for one { $one }.
each_dot_of = Each dot stands for one of the { $many }.
each_stands_one = Each small figure stands for one { $one }.
scale_lower = { $name }: a scale from { $low } to { $high }. A lower number is better.
scale_higher = { $name }: a scale from { $low } to { $high }. A higher number is better.
figures_source = Source: { $sources }
better_good = More of this is better.
better_bad = Less of this is better.
better_neutral = Neither more nor less of this is better by itself.
fit = Are they like you? { $words }
which_group_you = No one can tell which group you will be in.
which_group = No one can tell which group any one { $one } will be in.
one_of_you = { $n ->
    [one] No one can tell if you will be the { $n } or one of the { $rest }.
   *[other] { $rest ->
            [one] No one can tell if you will be one of the { $n } or the { $rest }.
           *[other] No one can tell if you will be one of the { $n } or one of the { $rest }.
        }
}
one_of = { $n ->
    [one] No one can tell if any one { $one } will be the { $n } or one of the { $rest }.
   *[other] { $rest ->
            [one] No one can tell if any one { $one } will be one of the { $n } or the { $rest }.
           *[other] No one can tell if any one { $one } will be one of the { $n } or one of the { $rest }.
        }
}
one_of_you_with = { $n ->
    [one] With { $option }, no one can tell if you will be the { $n } or one of the { $rest }.
   *[other] { $rest ->
            [one] With { $option }, no one can tell if you will be one of the { $n } or the { $rest }.
           *[other] With { $option }, no one can tell if you will be one of the { $n } or one of the { $rest }.
        }
}
one_of_with = { $n ->
    [one] With { $option }, no one can tell if any one { $one } will be the { $n } or one of the { $rest }.
   *[other] { $rest ->
            [one] With { $option }, no one can tell if any one { $one } will be one of the { $n } or the { $rest }.
           *[other] With { $option }, no one can tell if any one { $one } will be one of the { $n } or one of the { $rest }.
        }
}
series = The same thing at { $n } times
series_hint = Read each time by itself. They do not make one line.
series_hint_people = The people studied were not the same at each time, so the numbers cannot be joined. Read each time by itself.
more_times = More times ({ $n })
stratum = If this is true for you: { $words }
estimates = What each source says
estimates_hint = Each source by itself, its good and bad together. Nothing is averaged.
in_line_range = { $figure } ({ $range })
more = { $n ->
    [one] { $n } more outcome
   *[other] { $n } more outcomes
}
more_about = More about these figures
others_not-in-study = Not studied here: { $options }.
others_not-known = Not known: { $options }.
others_not-found = Not found: { $options }.
others_not-applicable = Does not apply: { $options }.
others_out-of-date = Out of date: { $options }.
others_reference = Differences are measured from: { $options }.
other_options = the other options
about_study = About the study: { $label }
different_studies = These figures come from different studies, of different people. So they cannot be compared.
once = For all outcomes in this part: { $said }
other_whole = These numbers are out of { $of }, most other rows out of { $whole }. Do not compare them.
test_other_whole = These numbers are out of { $of }, those of most outcomes out of { $whole }. Do not compare them.
versions = Two versions of this study print different figures. { $reason }
versions_named = Two versions of this study print different figures: { $printings }. { $reason }
where_from = Where this comes from
source_not_known = We do not know the source. { $reason }
counted = { $option }: { $printed }
all_details = All details of this row
as_in = { $n } in { $of }
events_printed = { $n ->
    [one] { $n } event
   *[other] { $n } events
}
events_in_printed = { $n ->
    [one] { $n } event in { $people ->
            [one] { $people } person
           *[other] { $people } people
        }
   *[other] { $n } events in { $people ->
            [one] { $people } person
           *[other] { $people } people
        }
}
spread_printed_studies = { $word ->
    [fewer] { $low } to { $high } fewer in { $of } across studies
    [more] { $low } to { $high } more in { $of } across studies
   *[share] { $low } to { $high } in { $of } across studies
}
spread_printed_years = { $word ->
    [fewer] { $low } to { $high } fewer in { $of } across years
    [more] { $low } to { $high } more in { $of } across years
   *[share] { $low } to { $high } in { $of } across years
}
spread_printed_not-said = { $word ->
    [fewer] { $low } to { $high } fewer in { $of }
    [more] { $low } to { $high } more in { $of }
   *[share] { $low } to { $high } in { $of }
}
no_difference_printed = no difference shown. { $reason }
not_known_printed = not known. { $reason }
not_found_printed = not found. { $reason }
not_applicable_printed = does not apply. { $reason }
with_range_printed = { $said } (it could be anywhere from { $low } to { $high })
end_printed = { $word ->
    [lower] { $n } lower
    [higher] { $n } higher
    [fewer] { $n } fewer
    [more] { $n } more
    [better] { $n } better
   *[worse] { $n } worse
}
group_of = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
source_of_year = { $name } ({ $year })
sd = standard deviation { $sd }
