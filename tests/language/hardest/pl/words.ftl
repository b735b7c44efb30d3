# A trial of grammar, made for this test: it is not a translation, and no speaker has checked it.

fewer = Z opcją „{ $option }” o { $n } mniej na { $of } { $many } { $happens } niż z opcją „{ $against }”.
events = { $n ->
        [one] { $n } zdarzenie
        [few] { $n } zdarzenia
        [many] { $n } zdarzeń
       *[other] { $n } zdarzenia
    } u { $people ->
        [one] { $people } osoby
       *[other] { $people } osób
    }.
time = { $n ->
    [one] po { $n } miesiącu
    [few] po { $n } miesiącach
    [many] po { $n } miesiącach
   *[other] po { $n } miesiąca
}
time_span = { $high ->
    [one] w okresie od { $low } do { $high } miesiąca
    [few] w okresie od { $low } do { $high } miesięcy
    [many] w okresie od { $low } do { $high } miesięcy
   *[other] w okresie od { $low } do { $high } miesiąca
}
spoken = Z opcją „{ $option }” mniej więcej { $n } na { $of } { $many } { $n ->
        [few] mają
       *[other] ma
    } ból po { $days ->
        [one] { $days } dniu
        [few] { $days } dniach
        [many] { $days } dniach
       *[other] { $days } dnia
    }, a mniej więcej { $rest } { $rest ->
        [few] nie mają
       *[other] nie ma
    }.
range = Może to być zaledwie { $low ->
        [one] { $low } punkt
        [few] { $low } punkty
        [many] { $low } punktów
       *[other] { $low } punktu
    } albo aż { $high ->
        [one] { $high } punkt
        [few] { $high } punkty
        [many] { $high } punktów
       *[other] { $high } punktu
    }.
questions = { $n ->
    [one] Pytania: { $first } i jeszcze { $n } pytanie.
    [few] Pytania: { $first } i jeszcze { $n } pytania.
    [many] Pytania: { $first } i jeszcze { $n } pytań.
   *[other] Pytania: { $first } i jeszcze { $n } pytania.
}
aids = { $n ->
    [one] { $n } pomoc decyzyjna
    [few] { $n } pomoce decyzyjne
    [many] { $n } pomocy decyzyjnych
   *[other] { $n } pomocy decyzyjnej
}
no_one = Nikt nie wie, czy będziesz { $n ->
        [one] tą { $n } osobą
       *[other] jedną z tych { $n } osób
    }, czy { $rest ->
        [one] tą { $rest } osobą
       *[other] jedną z tych { $rest } osób
    }.
options = { $n ->
    [one] Jest { $n } opcja: { $names }.
    [few] Są { $n } opcje: { $names }.
    [many] Jest { $n } opcji: { $names }.
   *[other] Jest { $n } opcji: { $names }.
}
review = { $n ->
    [one] Sprawdzono { $day }, a potem co rok.
    [few] Sprawdzono { $day }, a potem co { $n } lata.
    [many] Sprawdzono { $day }, a potem co { $n } lat.
   *[other] Sprawdzono { $day }, a potem co { $n } roku.
}
