### The pages of the whole site: the catalogue and the clinician's page.

home_title = Decision aids
home_intro = See what you can choose, what may happen and what is not known, and take what matters to you to your visit.
home_supports = These pages do not replace your health team, and they do not recommend an option.
catalogue = Find a decision aid
search = Search
filter_kind = Kind
filter_language = Language
any = All
kind_treatment = Treatment
kind_test = Test
kind_screening = Screening
kind_care = Care
count = { $n ->
    [one] { $n } decision aid
   *[other] { $n } decision aids
}
card_takes = { $n ->
    [one] Takes about { $n } minute.
   *[other] Takes about { $n } minutes.
}
card_more = Question, date, language and paper
card_question = Question
card_reviewed = Last reviewed
card_language = Language
card_formats = Formats
for_clinicians = For clinicians
open_answers = Read what a patient said
open_answers_hint = Open a file that a patient saved. It is read on your device and sent nowhere.
for_authors = For authors and everyone else
handbook = The handbook
handbook_hint = How to write an aid, how to use one in a visit, privacy and accessibility.
clinician_title = What the patient said
clinician_intro = Open what the patient handed over. It is read in this browser only. Nothing is uploaded, and nothing is kept.
clinician_drop = Choose it, or drop it anywhere on this page. Several may be opened at once.
clinician_file = The patient's file
clinician_no_script = This page needs script to read the file. The file also opens by itself in any browser.
print_sheet = Print
close_sheet = Close and forget
close_all = Close all and forget
clinician_code = A code or a link
clinician_code_hint = Type or paste it here. Spaces and small letters do not matter. A hand-held scanner works anywhere on this page.
clinician_open = Open
clinician_picture = A picture of the square code
clinician_picture_hint = A photo or a screenshot of the QR code.
clinician_paste = Paste
clinician_camera = Use the camera
clinician_practice = Try it with an example
clinician_another = Open another
home = Home
clinician_steps = The sheet shows what they said, what they want to ask and what they are not sure of. It is not an order for treatment, and nothing on it has been agreed.

### Made-up records to practise with. Nobody said any of it, and each says so in its own words.

practice_clear = Knows what matters, and leans one way
practice_clear_words = Made up for practice: I want to keep up the things I do with my family each week.
practice_clear_question = Made up for practice: How soon would we know if it helps?
practice_unsure = Not sure, and wants advice
practice_unsure_question = Made up for practice: What would you look at first if you were me?
practice_later = The same person, later
practice_later_words = Made up for practice: I slept on it. Being able to plan my weeks matters most to me.
practice_belief = A belief that differs from the aid
practice_helper = A helper who sees it differently
practice_helper_who = Made up: a neighbour
practice_helper_words = Made up for practice: I would like to wait, and not to be hurried.
practice_helper_view = Made up for practice: I think they should not wait any longer.
practice_pull = A leaning that pulls against what matters
practice_pull_words = Made up for practice: I have decided, and would like it to be settled today.
practice_sign = A warning sign, and not ready
