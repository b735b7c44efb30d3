# A trial of grammar, made for this test: it is not a translation, and no speaker has checked it.

fewer = مع خيار «{ $option }» يقل العدد { $n ->
        [one] بواحد
        [two] باثنين
       *[other] بمقدار { $n }
    } من كل { $of ->
        [one] { $many }
        [two] { $many }
       *[other] { $of } { $many }
    } { $happens } عما هو مع خيار «{ $against }».
events = { $n ->
        [zero] لا أحداث
        [one] حدث واحد
        [two] حدثان
        [few] { $n } أحداث
        [many] { $n } حدثًا
       *[other] { $n } حدث
    } لدى { $people ->
        [one] شخص واحد
        [two] شخصين
        [few] { $people } أشخاص
        [many] { $people } شخصًا
       *[other] { $people } شخص
    }.
time = { $n ->
    [one] بعد شهر واحد
    [two] بعد شهرين
    [few] بعد { $n } أشهر
    [many] بعد { $n } شهرًا
   *[other] بعد { $n } شهر
}
time_span = { $high ->
    [few] بعد { $low } إلى { $high } أشهر
    [many] بعد { $low } إلى { $high } شهرًا
   *[other] بعد { $low } إلى { $high } شهر
}
spoken = مع خيار «{ $option }» يعاني نحو { $n ->
        [one] واحد
        [two] اثنين
       *[other] { $n }
    } من كل { $of } { $many } من الألم بعد { $days ->
        [one] يوم واحد
        [two] يومين
        [few] { $days } أيام
        [many] { $days } يومًا
       *[other] { $days } يوم
    }، ولا يعاني منه نحو { $rest ->
        [one] واحد
        [two] اثنين
       *[other] { $rest }
    }.
range = قد يبلغ { $low ->
        [one] نقطة واحدة
        [two] نقطتين
        [few] { $low } نقاط
       *[other] { $low } نقطة
    } على الأقل أو { $high ->
        [one] نقطة واحدة
        [two] نقطتين
        [few] { $high } نقاط
       *[other] { $high } نقطة
    } على الأكثر.
questions = { $n ->
    [zero] الأسئلة: { $first } ولا سؤال آخر.
    [one] الأسئلة: { $first } وسؤال آخر.
    [two] الأسئلة: { $first } وسؤالان آخران.
    [few] الأسئلة: { $first } و{ $n } أسئلة أخرى.
    [many] الأسئلة: { $first } و{ $n } سؤالًا آخر.
   *[other] الأسئلة: { $first } و{ $n } سؤال آخر.
}
aids = { $n ->
    [zero] لا أدوات لاتخاذ القرار
    [one] أداة واحدة لاتخاذ القرار
    [two] أداتان لاتخاذ القرار
    [few] { $n } أدوات لاتخاذ القرار
   *[other] { $n } أداة لاتخاذ القرار
}
no_one = لا أحد يعرف هل ستكون { $n ->
        [one] ذلك الواحد
        [two] أحد الاثنين
       *[other] أحد الـ { $n }
    } أم { $rest ->
        [one] ذلك الواحد
        [two] أحد الاثنين
       *[other] أحد الـ { $rest }
    }.
options = { $n ->
    [zero] لا خيارات لديك.
    [one] لديك خيار واحد: { $names }.
    [two] لديك خياران: { $names }.
    [few] لديك { $n } خيارات: { $names }.
    [many] لديك { $n } خيارًا: { $names }.
   *[other] لديك { $n } خيار: { $names }.
}
review = { $n ->
    [one] تمت المراجعة في { $day }، ثم كل سنة.
    [two] تمت المراجعة في { $day }، ثم كل سنتين.
    [few] تمت المراجعة في { $day }، ثم كل { $n } سنوات.
   *[other] تمت المراجعة في { $day }، ثم كل { $n } سنة.
}
