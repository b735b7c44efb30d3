### The page where a form that was filled in on paper is typed in: what its script says.

typing-role = Typed in by
typing-who = Name or note, if you want
typing-written = Day on the paper, if there is one
typing-head = Who types
typing-list = Answers
typing-spare = Only if the paper has them: numbers { $from } to { $to }
typing-question = { $n }. { $words }
typing-answer = { $key } { $words }
typing-numbers = { $from } to { $to }
typing-in_order = Letters from the one numbered 1 on: { $items }
typing-ticks = Letters of the boxes that are ticked: { $items }
typing-text = Words as they stand there
typing-unreadable = could not be read
typing-crossed_out = crossed out
typing-said_unreadable = { $words }: could not be read
typing-said_crossed_out = { $words }: crossed out
typing-not_a_mark = “{ $typed }” is no answer here. Answers: { $marks }
typing-two = “{ $typed }”: only one answer can stand here. If one of the ticks is crossed out, type the other. If not, type ? for “cannot be read”, and ask at the visit. Words that stand beside the ticks can go into a line for their own words.
typing-twice = “{ $typed }” stands there twice.
typing-too_long = Only the first { $n } letters have room.
typing-review = Look it over
typing-review_title = Look it over before it is made
typing-review_none = Nothing was typed in yet.
typing-review_blank = { $n ->
    [one] { $n } question with nothing typed: { $numbers }
   *[other] { $n } questions with nothing typed: { $numbers }
}
typing-review_unclear = { $n ->
    [one] { $n } answer that could not be read or is crossed out
   *[other] { $n } answers that could not be read or are crossed out
}
typing-review_view = Question { $n } is what a helper thinks. It goes into the record only if question { $role } says that somebody helps.
typing-review_wrong = { $n ->
    [one] { $n } line has keys that are no answer. Go back to it first.
   *[other] { $n } lines have keys that are no answer. Go back to them first.
}
typing-make = Make the record
typing-again = Go back and change something
typing-made = The record is made. Nothing has left this device.
typing-open = Open it on the clinician’s page
typing-save = Save it as a file
typing-screen = Scan this square code with a device of your own: it opens the record on the clinician’s page. Nothing of it stays on this one.
typing-screen_label = Square code that holds the record
typing-no_screen = This record is too long for a square code, and others use this device, so it cannot be saved here. Type the form in on a device of your own.
typing-no_code = This record is too long for a link. Save it as a file, and open that on the clinician’s page.
typing-waiting = One moment: the rest of the page is still being fetched.
typing-failed = A part of this page could not be fetched. Load the page again while you are online; what you typed will be gone.
typing-next_form = Clear this and type in another form
typing-clear_ask = What was typed in goes from this page. Save or open the record first if it is still needed.
typing-clear_ask_shared = What was typed in goes from this page. Scan the record first if it is still needed.
typing-clear_yes = Clear it
typing-clear_no = Keep it
typing-cleared = Cleared. Ready for another form.
typing-idle-warning = { $n ->
    [one] Nobody has used this page for a while. In { $n } minute all that was typed in will be cleared.
   *[other] Nobody has used this page for a while. In { $n } minutes all that was typed in will be cleared.
}
typing-idle-stay = Stay
typing-idle-stays = All stays here.
typing-idle-gone = { $n ->
    [one] Nobody used this page for { $n } minute, so all that was typed in has been cleared. Nothing was kept.
   *[other] Nobody used this page for { $n } minutes, so all that was typed in has been cleared. Nothing was kept.
}
typing-file_heading = From paper
typing-file_line = Typed in from a form on paper by { $who }.
typing-file_written = The paper is of { $date }.
typing-file_unreadable = Could not be read: { $items }
typing-file_crossed_out = Crossed out: { $items }
typing-by-receptionist = reception
typing-by-nurse = a nurse
typing-by-doctor = a doctor
typing-by-other_staff = other staff
typing-by-someone_else = someone else
typing-by-unanswered = not said
