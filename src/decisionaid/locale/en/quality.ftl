### The quality page: how an aid was checked, for clinicians and authors.

quality_title = How this aid was checked: { $title }
quality_h1 = How this aid was checked
quality_link = How this aid was checked
quality_what = This is what the program that made the pages could check, and what the authors say they did. It is not a certificate. No standards body has rated this aid, and the number of items that are met says nothing about how good it is.
quality_contents = On this page
quality_development = What people did
quality_development_intro = No program can do these things, and none can prove them. What is called done has somebody who did it, a date and a document.
quality_yes = Done
quality_planned = Planned
quality_no = Not done
quality_silent = The authors do not say
quality_by = By { $who }.
quality_people = { $n } people.
quality_on = On { $day }.
quality_document = Written down in: { $document }
quality_hash = (check number { $sha256 })
quality_reading = How hard it is to read
quality_reading_intro = A formula counts the words of sentences and the syllables of words. It is a smoke alarm: it does not know if anybody understands the text.
quality_not_assessed = Not assessed: the formulas were made for English, and this aid is in another language.
quality_too_short = Not assessed: the text is too short for the formulas.
quality_age = Reading age
quality_age_is = about { $age }; the aim is { $aim } or below
quality_plain_age = Reading age with every medical name counted each time
quality_about = about { $n }
quality_ease = Flesch reading ease
quality_ease_is = { $ease }; higher is easier
quality_grade = Flesch-Kincaid grade
quality_smog = SMOG grade, which is stricter
quality_words = Words in a sentence
quality_words_are = { $n } on average, in { $sentences } sentences
quality_hard_sections = Sections that are harder than the aim
quality_section = { $heading }: about { $age }
quality_hardest = The hardest sentences
quality_long_words = Long words: { $words }.
quality_line = Line { $line } of the source.
quality_dates = Dates
quality_aside = Rules the authors set aside
quality_none_aside = None.
quality_waiver = { $by }, { $day }; until { $ends }.
quality_standards = Item by item
quality_standards_intro = What published standards ask of a decision aid, in our own words. For most items the check can only see that something is there.
quality_unverified = Our own reading of these items, not checked against the original. Nothing here is said in the name of that standard.
quality_items = { $n ->
    [one] { $part }: { $n } item
   *[other] { $part }: { $n } items
}
quality_items_own = { $n ->
    [one] { $part }: { $n } item, our own reading
   *[other] { $part }: { $n } items, our own reading
}
quality_source = Source: { $source }.
quality_rules = Checked by { $rules }.
quality_at_start = See the first step
quality_at_options = See the options
quality_at_compare = See the comparison
quality_at_side-by-side = See the options side by side
quality_at_values = See what matters to you
quality_at_questions = See the questions to ask
quality_at_sources = See the sources
quality_at_about = See who made the aid
quality_at_reading = See how hard it is to read
quality_at_development = See what people did
quality_data = The same as data
verdict_met = Met
verdict_partly = Met in part
verdict_not-met = Not met
verdict_needs-a-person = Needs a person
verdict_attested = Done by people
verdict_not-applicable = Does not apply
