# A trial of grammar, made for this test: it is not a translation, and no speaker has checked it.

fewer = { $n } fewer in { $of } { $many } { $happens } with { $option } than with { $against }.
events = { $n ->
        [one] { $n } event
       *[other] { $n } events
    } in { $people ->
        [one] { $people } person
       *[other] { $people } people
    }.
time = { $n ->
    [one] at { $n } month
   *[other] at { $n } months
}
time_span = { $high ->
    [one] at { $low } to { $high } month
   *[other] at { $low } to { $high } months
}
spoken = With { $option }, about { $n } of { $of } { $many } { $n ->
        [one] has
       *[other] have
    } pain at { $days ->
        [one] { $days } day
       *[other] { $days } days
    }, and about { $rest } { $rest ->
        [one] does not
       *[other] do not
    }.
range = It could be as low as { $low ->
        [one] { $low } point
       *[other] { $low } points
    } or as high as { $high ->
        [one] { $high } point
       *[other] { $high } points
    }.
questions = { $n ->
    [one] Questions: { $first } and { $n } more question.
   *[other] Questions: { $first } and { $n } more questions.
}
aids = { $n ->
    [one] { $n } decision aid
   *[other] { $n } decision aids
}
no_one = No one can tell if you will be { $n ->
        [one] the { $n }
       *[other] one of the { $n }
    } or { $rest ->
        [one] the { $rest }
       *[other] one of the { $rest }
    }.
options = { $n ->
    [one] There is { $n } option: { $names }.
   *[other] There are { $n } options: { $names }.
}
review = { $n ->
    [one] Checked on { $day }, and again every year.
   *[other] Checked on { $day }, and again every { $n } years.
}
