# A trial of grammar, made for this test: it is not a translation, and no speaker has checked it.

fewer = Mae { $n } yn llai o bob { $of } { $many } { $happens } gyda’r opsiwn “{ $option }” na gyda’r opsiwn “{ $against }”.
events = { $n ->
        [zero] Dim digwyddiad
        [two] { $n } ddigwyddiad
       *[other] { $n } digwyddiad
    } mewn { $people ->
        [one] { $people } person
        [two] { $people } berson
        [few] { $people } pherson
        [many] { $people } pherson
       *[other] { $people } o bobl
    }.
time = { $n ->
    [two] ar ôl { $n } fis
   *[other] ar ôl { $n } mis
}
time_span = { $high ->
    [two] ar ôl { $low } i { $high } fis
   *[other] ar ôl { $low } i { $high } mis
}
spoken = Gyda’r opsiwn “{ $option }”, mae tua { $n } o bob { $of } { $many } mewn poen ar ôl { $days ->
        [two] { $days } ddiwrnod
       *[other] { $days } diwrnod
    }, ac nid yw tua { $rest } mewn poen.
range = Gallai fod mor isel â { $low ->
        [two] { $low } bwynt
        [few] { $low } phwynt
        [many] { $low } phwynt
       *[other] { $low } pwynt
    } neu mor uchel â { $high ->
        [two] { $high } bwynt
        [few] { $high } phwynt
        [many] { $high } phwynt
       *[other] { $high } pwynt
    }.
questions = { $n ->
    [two] Cwestiynau: { $first } a hefyd { $n } gwestiwn arall.
    [few] Cwestiynau: { $first } a hefyd { $n } chwestiwn arall.
    [many] Cwestiynau: { $first } a hefyd { $n } chwestiwn arall.
   *[other] Cwestiynau: { $first } a hefyd { $n } cwestiwn arall.
}
aids = { $n ->
    [zero] Dim cymorth penderfynu
    [two] { $n } gymorth penderfynu
    [few] { $n } chymorth penderfynu
    [many] { $n } chymorth penderfynu
   *[other] { $n } cymorth penderfynu
}
no_one = Ni all neb ddweud a fyddwch chi { $n ->
        [one] yr { $n }
       *[other] yn un o’r { $n }
    } neu { $rest ->
        [one] yr { $rest }
       *[other] yn un o’r { $rest }
    }.
options = { $n ->
    [two] Mae gennych chi { $n } ddewis: { $names }.
   *[other] Mae gennych chi { $n } dewis: { $names }.
}
# Four is no category of its own, but takes another form than five.
review = { $n ->
    [one] Gwiriwyd ar { $day }, ac eto bob blwyddyn.
    [two] Gwiriwyd ar { $day }, ac eto bob { $n } flynedd.
    [few] Gwiriwyd ar { $day }, ac eto bob { $n } blynedd.
    [4] Gwiriwyd ar { $day }, ac eto bob { $n } blynedd.
    [many] Gwiriwyd ar { $day }, ac eto bob { $n } blynedd.
   *[other] Gwiriwyd ar { $day }, ac eto bob { $n } mlynedd.
}
