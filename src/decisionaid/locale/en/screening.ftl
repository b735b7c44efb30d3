### What a test finds.

test_all = All
test_people = { $n ->
    [one] { $n } { $one }
   *[other] { $n } { $many }
}
test_caption = { $people }, with { $option }
test_caption_alone = { $people }, with this test
test_rounded = The numbers here are rounded. The source counted { $of } { $many }.
test_rounded_same = The numbers here are rounded.
test_yes_has = the test is right
test_yes_not = { $n ->
    [one] false alarm
   *[other] false alarms
}
test_no_has = missed by the test
test_no_not = the test is right
test_of_yes = Of the { $people } for whom the test says yes, { $has ->
        [one] { $has } has the condition
       *[other] { $has } have the condition
    } and { $others ->
        [one] { $others } does not
       *[other] { $others } do not
    }.
test_of_no = Of the { $people } for whom the test says no, { $has ->
        [one] { $has } has the condition
       *[other] { $has } have the condition
    } and { $others ->
        [one] { $others } does not
       *[other] { $others } do not
    }.
test_of_condition = Of the { $people } who have the condition, the test finds { $right } and misses { $wrong }.
test_of_others = Of the { $people } who do not have it, the test is right for { $right } and gives a false alarm to { $wrong }.
test_no_one_can_tell = Nobody can tell beforehand which of these groups any one { $one } will be in.
test_unknown = We do not know how many. { $reason }
test_not_found = We have not found how many. { $reason }
test_unknown_total = not known
test_spoken = With { $option } ({ $time }), { $said }.
test_spoken_alone = With this test ({ $time }), { $said }.
test_said_start = we start with { $people }
test_said_has = { $n ->
    [one] { $n } of { $people } has the condition
   *[other] { $n } of { $people } have the condition
}
test_said_not = { $n ->
    [one] { $n } of { $people } does not have the condition
   *[other] { $n } of { $people } do not have the condition
}
test_said_has_unknown = we do not know how many of { $people } have the condition
test_said_not_unknown = we do not know how many of { $people } do not have the condition
test_said_start_unknown = we do not know how many people we start with
test_said_yes_unknown = we do not know for how many of the { $people } the test says yes
test_said_no_unknown = we do not know for how many of the { $people } the test says no
test_said_yes = the test says yes for { $n } of { $people }
test_said_no = the test says no for { $n } of { $people }
test_said_yes_has = { $n ->
    [one] { $n } of the { $people } for whom the test says yes has the condition, so the test is right
   *[other] { $n } of the { $people } for whom the test says yes have the condition, so the test is right
}
test_said_yes_not = { $n ->
    [one] { $n } of the { $people } for whom the test says yes does not have the condition, so this is a false alarm
   *[other] { $n } of the { $people } for whom the test says yes do not have the condition, so these are false alarms
}
test_said_no_has = { $n ->
    [one] { $n } of the { $people } for whom the test says no has the condition, so the test misses it
   *[other] { $n } of the { $people } for whom the test says no have the condition, so the test misses them
}
test_said_no_not = { $n ->
    [one] { $n } of the { $people } for whom the test says no does not have the condition, so the test is right
   *[other] { $n } of the { $people } for whom the test says no do not have the condition, so the test is right
}
test_said_yes_has_unknown = we do not know how many of the { $people } for whom the test says yes have the condition ({ $reason })
test_said_yes_not_unknown = we do not know how many of the { $people } for whom the test says yes do not have the condition ({ $reason })
test_said_no_has_unknown = we do not know how many of the { $people } for whom the test says no have the condition ({ $reason })
test_said_no_not_unknown = we do not know how many of the { $people } for whom the test says no do not have the condition ({ $reason })
