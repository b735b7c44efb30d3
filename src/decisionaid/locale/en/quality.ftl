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
quality_summary = By its own check this aid meets { $n } of { $of } applicable minimum items of IPDASi v4
quality_summary_partly = { $n ->
    [one] { $n } is met in part
   *[other] { $n } are met in part
}
quality_summary_not_met = { $n ->
    [one] { $n } is not met
   *[other] { $n } are not met
}
quality_summary_need_a_person = { $n ->
    [one] { $n } needs a person
   *[other] { $n } need a person
}
verdict_there = It is there. Only a reader can say if it is good enough.
verdict_none_found = The check looked for faults and found none.
verdict_judge = The check found no fault. If it is so needs a person.
verdict_no_test = This aid is not about a test.
verdict_no_stories = The aid tells no stories of other people.
verdict_found = { $rule } { $name }: { $message }.
verdict_found_more = { $rule } { $name }: { $message } ({ $n } more like it).
# In the place of the two before in other languages: what a rule finds it says in English, to authors.
verdict_found_only = { $n ->
    [one] { $rule } { $name }: { $n } fault.
   *[other] { $rule } { $name }: { $n } faults.
}
verdict_set_aside = { $by } set { $rule } aside: { $reason }.
attest_silent = Nothing is said about: { $activities }.
attest_written = It is said on this page, together with what was not done.
attest_done = { $activity }: by { $who }, { $day }, { $document }.
attest_done_people = { $activity }: by { $who } ({ $n } people), { $day }, { $document }.
attest_unsaid = { $activity }: the authors do not say.
attest_unproven = { $activity }: the authors say so, and do not prove it.
attest_planned = { $activity }: planned.
attest_no = { $activity }: not done.
activity_needs-patients = Asking patients what they need for this decision
activity_needs-professionals = Asking health professionals what they need
activity_review-patients = A reading by patients outside the team
activity_review-professionals = A reading by health professionals outside the team
activity_field-test-patients = Trying it out with people who face this decision
activity_field-test-professionals = Trying it out with health professionals in their visits
activity_lay-roles = People with their own experience taking part in making it
activity_evidence-method = Writing down how the evidence was looked for, chosen and put together
activity_accuracy-check = A check of each figure against its source by somebody who did not write the aid
activity_users-balance = Asking users if the aid leans to one option
activity_equality = Looking at whom the aid may leave out or put at a disadvantage
activity_accessibility-manual = Trying the pages by hand with a screen reader, a keyboard and large letters
activity_formats = Other forms of the aid, such as audio or Easy Read
activity_translation = A check of translations by people who speak the language
activity_evaluation-knowledge = Measuring if people know more after using it
activity_evaluation-match = Measuring if people choose what fits what matters to them
activity_interests = Asking authors and funders what they may gain or lose by the choice
activity_control = A rule that nobody who sells an option decides what the aid says
activity_process = A written way of making and spreading aids, and training for it
activity_feedback = A way for users to send feedback, and somebody who answers
fact_supports = The first step says that the aid supports the talk and recommends no option.
fact_same-rows = One table asks the same of every option, in the same order.
fact_same-look = All options have the same parts, letters and colours.
fact_both-ways = Each share of people is said both ways: who has it and who does not.
fact_three-ways = Each share of people is shown as a number and in words, and as a picture where benefits and harms can be drawn alike.
fact_own-words = A person can add in their own words what matters to them.
fact_who-decides = The page asks who decides, and if the person has the support they need.
fact_steps = The page leads through the decision in ordered steps.
fact_summary = The page makes a summary to print, and a person can add questions of their own.
fact_without-script = The page can be read without script, and printed.
fact_papers = There is a page on screen, one in large print, and one sheet of paper.
fact_paragraph = The command '{ "decisionaid report --sundae" }' writes it from the source.
fact_experience_no_row = No row of the comparison tells what it is like to live with an option.
fact_experience_each = The comparison tells what it is like to live with each option.
fact_experience_none = The comparison asks what it is like, and says of no option what was found.
fact_experience_some = The comparison does not say what it is like with: { $options }.
fact_chances_beside = Outcomes are given as how many of how many people, side by side.
fact_chances_one = No outcome is given as how many of how many people for two options.
fact_chances_none = No outcome is given as how many of how many people.
fact_delivery_unsaid = The head does not say if people are to go through it on their own.
fact_delivery_self = It is made for people to go through on their own. A study has to say who gave it to them, and when.
fact_delivery_with-clinician = It is made for people to go through together with a health professional. A study has to say who gave it to them, and when.
fact_reading-level_here = It was worked out, and stands on this page.
fact_reading-level_short = The text is too short for the formulas.
fact_reading-level_english = The formulas were made for English.
fact_plain-enough_unknown = There is no score.
fact_plain-enough_no = It reads at about age { $age }, and what is asked is { $aim } or below.
fact_plain-enough_perhaps = Its Flesch ease is { $ease }. By another formula an ease below { $least } is called an age above { $aim }, so auditors may not agree.
fact_plain-enough = Its reading age was worked out, and is no higher than what is asked.
