### How sure anyone can be, and how options compare.
### Each message is a whole sentence for one direction and one grade, so that a translation may put its words in any order.
### A name ends with what it is for: people_fewer_low says "fewer" with low certainty.
### No grade is said as "among those studied", since nothing is claimed beyond them.

sure_high = We can be quite sure about these numbers (high certainty).
sure_moderate = These numbers are probably right (moderate certainty).
sure_low = These numbers may be right, but we are not sure (low certainty).
sure_very-low = We are very unsure about these numbers (very low certainty).
sure_words_high = We can be quite sure about this (high certainty).
sure_words_moderate = This is probably right (moderate certainty).
sure_words_low = This may be right, but we are not sure (low certainty).
sure_words_very-low = We are very unsure about this (very low certainty).
sure_not-graded = How sure we can be was not graded.
sure_not_known = We do not know how sure we can be.
very_unsure = We are very unsure if there is a difference between { $option } and { $against }.
people_fewer_high = Fewer { $many } { $happens } with { $option } than with { $against }.
people_fewer_moderate = Probably, fewer { $many } { $happens } with { $option } than with { $against }.
people_fewer_low = It may be that fewer { $many } { $happens } with { $option } than with { $against }, but we are not sure.
people_fewer_not-graded = Among those studied, fewer { $many } { $happens } with { $option } than with { $against }.
people_more_high = More { $many } { $happens } with { $option } than with { $against }.
people_more_moderate = Probably, more { $many } { $happens } with { $option } than with { $against }.
people_more_low = It may be that more { $many } { $happens } with { $option } than with { $against }, but we are not sure.
people_more_not-graded = Among those studied, more { $many } { $happens } with { $option } than with { $against }.
share_fewer_high = { $n } fewer in { $of } { $many } { $happens } with { $option } than with { $against }.
share_fewer_moderate = Probably, { $n } fewer in { $of } { $many } { $happens } with { $option } than with { $against }.
share_fewer_low = It may be that { $n } fewer in { $of } { $many } { $happens } with { $option } than with { $against }, but we are not sure.
share_fewer_not-graded = Among those studied, { $n } fewer in { $of } { $many } { $happens } with { $option } than with { $against }.
share_more_high = { $n } more in { $of } { $many } { $happens } with { $option } than with { $against }.
share_more_moderate = Probably, { $n } more in { $of } { $many } { $happens } with { $option } than with { $against }.
share_more_low = It may be that { $n } more in { $of } { $many } { $happens } with { $option } than with { $against }, but we are not sure.
share_more_not-graded = Among those studied, { $n } more in { $of } { $many } { $happens } with { $option } than with { $against }.
often_fewer_high = This happens less often with { $option } than with { $against }.
often_fewer_moderate = Probably, this happens less often with { $option } than with { $against }.
often_fewer_low = It may be that this happens less often with { $option } than with { $against }, but we are not sure.
often_fewer_not-graded = Among those studied, this happens less often with { $option } than with { $against }.
often_more_high = This happens more often with { $option } than with { $against }.
often_more_moderate = Probably, this happens more often with { $option } than with { $against }.
often_more_low = It may be that this happens more often with { $option } than with { $against }, but we are not sure.
often_more_not-graded = Among those studied, this happens more often with { $option } than with { $against }.
points_high = On average, the result is { $amount } with { $option } than with { $against }.
points_moderate = Probably, on average, the result is { $amount } with { $option } than with { $against }.
points_low = It may be that, on average, the result is { $amount } with { $option } than with { $against }, but we are not sure.
points_not-graded = Among those studied, on average, the result is { $amount } with { $option } than with { $against }.
points_apart_high = On average, the results with { $option } and with { $against } are { $points } apart.
points_apart_moderate = Probably, on average, the results with { $option } and with { $against } are { $points } apart.
points_apart_low = It may be that, on average, the results with { $option } and with { $against } are { $points } apart, but we are not sure.
points_apart_not-graded = Among those studied, on average, the results with { $option } and with { $against } are { $points } apart.
often_share_fewer_high = This happens to { $n } fewer in { $of } { $many } with { $option } than with { $against }.
often_share_fewer_moderate = Probably, this happens to { $n } fewer in { $of } { $many } with { $option } than with { $against }.
often_share_fewer_low = It may be that this happens to { $n } fewer in { $of } { $many } with { $option } than with { $against }, but we are not sure.
often_share_fewer_not-graded = Among those studied, this happens to { $n } fewer in { $of } { $many } with { $option } than with { $against }.
often_share_more_high = This happens to { $n } more in { $of } { $many } with { $option } than with { $against }.
often_share_more_moderate = Probably, this happens to { $n } more in { $of } { $many } with { $option } than with { $against }.
often_share_more_low = It may be that this happens to { $n } more in { $of } { $many } with { $option } than with { $against }, but we are not sure.
often_share_more_not-graded = Among those studied, this happens to { $n } more in { $of } { $many } with { $option } than with { $against }.
could_be_fewer = It could be { $low } to { $high } fewer in { $of }.
could_be_more = It could be { $low } to { $high } more in { $of }.
could_be_points = It could be { $low } to { $high }.
rounded_apart = The figures shown here are rounded, so they may not add up to this.
could_not_tell = The study could not tell if there is a difference between { $option } and { $against }.
printed_happens = { $word ->
    [fewer] The source prints: { $n } fewer in { $of } { $many } { $happens } with { $option } than with { $against }.
   *[more] The source prints: { $n } more in { $of } { $many } { $happens } with { $option } than with { $against }.
}
printed_compared = The source prints, for { $option } against { $against }: { $said }.
no_range = It prints no range, so the difference could be smaller or larger.
not_clear = The study could not tell if there is a difference. { $reason }
differ = The source says that the results with { $option } and with { $against } differed by more than chance would explain. It does not say by how much.
differ_groups = The source says that these groups, taken together, differed by more than chance would explain. It does not say which of them differ, or by how much.
differ_groups_very_unsure = We are very unsure if there is a difference between these groups.
differ_printed = { $option } against { $against }: more than chance would explain, and how much is not printed
differ_groups_printed = All groups together: more than chance would explain, and how much is not printed
not_reported = The source does not compare the options in this row.
comparison_not_found_short = The source may compare these options. We have not found it.
comparison_not_found = The source may compare these options. We have not found it. { $reason }
about_the_same = The numbers with { $options } are about the same: they differ by less than can be shown here.
adjusted_apart = The source allowed for other ways in which the groups differ, so the figures shown here may not add up to this.
too_small = Most people would not notice a difference this small.
noticed = Most people would notice a difference of this size.
may_be_too_small = Some of this range is too small for most people to notice.
compared_printed = { $option } against { $against }: { $said }
compared_two = With { $option }: { $said }
ratio_printed = { $measure ->
    [risk-ratio] risk ratio { $value }
    [odds-ratio] odds ratio { $value }
    [hazard-ratio] hazard ratio { $value }
   *[rate-ratio] rate ratio { $value }
}
adjusted_printed = { $said }, adjusted
