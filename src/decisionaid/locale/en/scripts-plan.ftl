### What the scripts of the page of a plan say.

plan-way-link = Link
plan-way-example = Example “{ $name }”
plan-way-code = Code typed in
plan-way-scanned = Scanned code
plan-way-pasted = Pasted
plan-way-camera = Code before the camera
plan-way-file = File “{ $name }”
plan-way-picture = Picture “{ $name }”
plan-way-dropped = Dropped
plan-way-folder = Folder “{ $name }”
plan-drop-nothing = There is nothing in it that this page can open. Drop the file itself.
plan-paste-refused = The browser did not let this page read what you copied. Press Ctrl and V instead, or Command and V.
plan-code-empty = There is nothing in it to open. Type or paste a code first.
plan-cancel = Cancel
plan-made_up = Made up, to try this page with: no person said this.
plan-try-title = Made-up plans to try
plan-try-hint = No person said any of this. Its days are moved, so that the last visit was in the last seven days. Nothing of it is put together with a plan of yours.
plan-try-shown = The made-up plans are listed.
plan-try-missing = The made-up plans could not be loaded.
plan-try-clear_first = Clear the plan that is open first: a made-up plan is never put together with another one.
plan-picture-too_large = This picture is too large. Take a smaller one, or a part of it.
plan-picture-not_read = This is not a picture that can be read here. Take a photo or a screenshot as JPEG, PNG or WebP.
plan-picture-none = No square code was found in this picture. Take it again: the whole code, flat, sharp and in good light.
plan-picture-several = There is more than one code in this picture. Take a picture of one alone.
plan-picture-late = The part of this page that reads pictures could not be loaded. Try again, or type the code.
plan-camera-title = Hold the square code before the camera
plan-camera-hint = The picture stays in this browser and is not stored. The camera goes off when a code is found.
plan-camera-stop = Stop the camera
plan-camera-denied = The camera may not be used here. Allow it in the browser, or choose a picture of the code.
plan-camera-missing = No camera was found, or another program uses it. Choose a picture of the code, or type it.
plan-camera-late = No code was found, and the camera is off.
plan-passphrase-title = { $way }: locked with a passphrase
plan-passphrase-label = The passphrase
plan-passphrase-open = Open
plan-passphrase-trying = Trying
plan-passphrase-wrong = This passphrase does not open it. Capital letters and spaces count.
plan-fault-file = { $way }: nothing was put into the plan.
plan-fault-not_ours = This is neither a plan nor a file that was saved from a decision aid.
plan-fault-plan = This is the code of a plan, and it cannot be read here. Open the file instead.
plan-fault-too_large = This is too large to be a plan or a saved file.
plan-fault-damaged = This is damaged or cut and cannot be read here. Ask for the file again, or for the paper.
plan-fault-newer = This is from a newer version of these pages and cannot be read here.
plan-fault-two = There are two saved files or more in this one, and whose they are cannot be told. Ask for each file by itself.
plan-fault-unreadable = This could not be opened. Choose it again.
plan-fault-doubled = A part of this plan is written twice, and which one was meant cannot be told: { $place }
plan-fault-form = A part of this plan is not written as a plan is, so it is not opened: { $place }
plan-fault-claim = This plan says something that cannot be, so it is not opened: { $place }
plan-fault-without = These answers were given with another version of “{ $aid }”. This site does not have its words, so they cannot be read here.
plan-fault-folder = This is a folder. Open it, and drop the files that are in it.
plan-fault-locked = It is still locked. Open it again to give the passphrase.
plan-fault-late = A part of this page could not be loaded. Load the page anew.
plan-fault-several = Only the first { $n } were opened. Open the others after them.
plan-fault-helper_own = It holds what a helper said in their own name, and nothing of it goes into this plan as what the person said. The clinician’s page shows it.
plan-fault-made_up = A made-up plan is open. Clear it first: nobody’s answers are put into it.
plan-fault-made_up_record = These are made-up answers to practise with. They are put into no plan.
plan-fault-no_room = There is no more room in this plan for it.
plan-note-left = These parts of the file were not recognised and were left out: { $parts }
plan-note-altered = Something in this file was changed or lost on the way. Look at it together before you use it.
plan-note-other = This is another plan. It was not mixed.
plan-note-full = Together they hold more than a plan may. They were not mixed.
plan-note-fault = What one copy says cannot be beside what the other says. They were not mixed.
plan-note-merged = Two copies of this plan were put together. Nothing was lost.
plan-note-added = { $who } wrote something in it on { $date }. Ask if it is still my plan.
plan-differ-title = The two copies do not say the same
plan-differ-hint = Both are shown. Ask which is right, and choose.
plan-differ-open = In the plan that was open
plan-differ-use = Use this
plan-differ-use_of = Use this: { $words }
plan-differ-both = Keep both
plan-differ-none = Nothing
plan-differ-now = It is so in the plan now.
plan-differ-both_now = Both are in the plan now.
plan-differ-more = { $n ->
    [one] One more place is not the same.
   *[other] { $n } more places are not the same.
}
plan-note-mine = Is this of the same person? { $way }
plan-whose-answers = In the answers that were opened
plan-whose-plan = In the plan that is open
plan-whose-about = About
plan-whose-day = Day
plan-whose-who = Who answered
plan-whose-people = Other people in it
plan-whose-hint = If you are not sure, leave it out. It can be opened again.
plan-note-mine_yes = Yes, put it with this plan
plan-note-mine_no = No, leave it out
plan-note-left_out = It was left out.
plan-note-clock = This device says that today is { $today }. The plan was last written on { $date }. The date of this device seems wrong. What is said now counts as said last, and stands under { $date }.
plan-note-waiting = Not in it: the words that wait in { $fields }. Finish there first, then save or print again.
plan-note-full_entry = There is no more room for this in the plan.
plan-note-opened = Opened: { $way }
plan-idle-warning = { $n ->
    [one] Nobody has used this page for a while. In { $n } minute the plan will be cleared from it.
   *[other] Nobody has used this page for a while. In { $n } minutes the plan will be cleared from it.
}
plan-idle-gone_kept = { $n ->
    [one] Nobody used this page for { $n } minute, so the plan has been cleared from it. It is still kept on this device.
   *[other] Nobody used this page for { $n } minutes, so the plan has been cleared from it. It is still kept on this device.
}
plan-idle-gone_before = { $n ->
    [one] Nobody used this page for { $n } minute, so the plan has been cleared from it. What is kept on this device does not have the last change.
   *[other] Nobody used this page for { $n } minutes, so the plan has been cleared from it. What is kept on this device does not have the last change.
}
plan-idle-stay = Stay
plan-idle-stays = The plan stays open.
plan-idle-gone = { $n ->
    [one] Nobody used this page for { $n } minute, so the plan has been cleared from it. Nothing was kept.
   *[other] Nobody used this page for { $n } minutes, so the plan has been cleared from it. Nothing was kept.
}
plan-clear = Clear this plan
plan-clear-sure = Not everything in this plan was printed or saved. Clear it all the same?
plan-clear-sure_kept = This plan is kept on this device. Clear it from this page and delete it from the device?
plan-clear-yes = Clear it
plan-clear-no = Keep it here
plan-clear-done = The plan is cleared from this page.
plan-stays = This plan is in this tab only. Print it or save it before you close the tab.

plan-keep-whose = Whose device is this?
plan-keep-own = My own
plan-keep-other = A clinic’s, or one that others use too
plan-keep-not = Then nothing of the plan is kept on it. Print it, or save a file and take it with you.
plan-keep-offer = This plan is in this tab until you close it. You can keep it on this device for 30 days after you last change it. Others who use the device could read it.
plan-keep-here = Keep my plan on this device
plan-keep-cannot = Opened in this way, the page cannot keep the plan on this device. Print it or save a file.
plan-keep-late = Nothing is kept: part of this page could not be loaded. Try again when you are online.
plan-keep-waiting = Not in it: the words that wait in { $fields }.
plan-keep-which = Which plan it is
plan-keep-begun = begun on { $date }
plan-keep-elsewhere = What is not on the copy

plan-part-visit = This visit
plan-part-near = Near you
plan-part-copy = My copy
plan-part-review = Review
plan-parts = Parts of the plan
plan-line-here = here: { $people }
plan-line-request = opened from one request
plan-line-nobody = no visit is open
plan-line-unsaved = saved nowhere yet
plan-line-kept = kept on this device, and neither saved as a file nor printed yet
plan-line-saved = saved or printed
plan-line-left = saved or printed, without words that wait in a field
plan-stage-prepared = Prepared
plan-stage-draft = Draft
plan-stage-changed = Not agreed yet, changed since
plan-stage-agreed = Agreed
plan-stage-agreed_in_part = Agreed in part
plan-stage-reviewed = Reviewed
plan-next = { $a } · { $b }
plan-listed = { $a }, { $b }
plan-own = “{ $words }”
plan-who-me = me
plan-who-me_first = Me
plan-who-speaks_for_me = who speaks for me
plan-who-carer = my carer
plan-who-clinician = clinician
plan-who-link_worker = link worker
plan-who-care_coordinator = care coordinator
plan-who-other = somebody else
plan-who-professional = professional
plan-kind-preparation = at home
plan-kind-record = in “{ $aid }”
plan-kind-between = between visits
plan-kind-visit = in the visit
plan-kind-link_worker = with the link worker
plan-kind-review = at the review
plan-said = { $who }, { $kind }, { $date }
plan-from_aid = from the examples of the aid
plan-today = today

plan-begin-title = Who is here?
plan-begin-hint = Tick everybody who is here. No names are needed.
plan-begin-other = Somebody else who is here
plan-begin-other_hint = Such as: GP, practice nurse, my daughter
plan-begin-role = They are
plan-begin-role_of = What is this person: { $who }?
plan-begin-role_none = Choose
plan-begin-add = Add
plan-begin-typed = Who types?
plan-begin-typed_none = Choose
plan-begin-visit = Begin the visit
plan-begin-review = Begin the review
plan-begin-change = Done
plan-begin-said = Something of mine was said at this visit. It cannot be made one without me.
plan-begin-first = Press the button here first. What was changed of who is here is not taken yet.
plan-begin-more = Tick who is here, and say who types.
plan-change_here = Change who is here
plan-again = Begin another visit today
plan-role-speaks_for_me = someone who may decide for me
plan-role-carer = family, friend or carer
plan-role-clinician = doctor, nurse or other clinician
plan-role-link_worker = link worker
plan-role-care_coordinator = care coordinator
plan-role-professional = somebody else whose job this is
plan-role-other = somebody else

plan-anew = Say it anew
plan-change = Change
plan-done = Done
plan-add = Put it in the plan
plan-missing-words = Nothing is written here yet. Write it first.
plan-missing-choice = Nothing is chosen here yet. Choose first.
plan-missing-same = This is the same goal. Choose another one.
plan-out = Take it out
plan-out_of = Take it out: { $words }
plan-when = When?
plan-when-weeks = { $n ->
    [one] in { $n } week, { $date }
   *[other] in { $n } weeks, { $date }
}
plan-when-months = { $n ->
    [one] in { $n } month, { $date }
   *[other] in { $n } months, { $date }
}
plan-when-aid = as in the aid, { $date }
plan-when-other = Another day, or in words
plan-when-gone = { $date } has gone by. You can keep it or choose another day.
plan-when-day = The day
plan-when-words = Or in words
plan-who = Who?
plan-who-new = Somebody else
plan-who-asked = Asked: { $to }
plan-who-new_job = What they are to me
plan-who-not_theirs = This person is in the plan, and it is not their job. Name somebody whose job it is.
plan-who-new_hint = Such as: physiotherapist, my son
plan-at = { $words } ({ $date })

plan-matters = What matters most
plan-matters-field = What matters most to me, in my words
plan-decided = What we decided
plan-decided-for = What we decided for { $condition }
plan-decided-what = What did we decide?
plan-decided-not_yet = Not yet
plan-decided-want_more = I want to know more first
plan-decided-rather_not = I would rather not decide this
plan-decided-stopped = Stopped: { $option }
plan-decided-reason = Because, in my words
plan-decided-doubts = What I still doubt
plan-decided-doubts_said = I still doubt: { $words }
plan-decided-with = Decided together with
plan-decided-by = by { $people }
plan-decided-shown = { $n ->
    [one] { $n } option was shown
   *[other] { $n } options were shown
}
plan-decided-names = Shown: { $names }
plan-decided-new = Another decision
plan-decided-question = What is it about?
plan-decided-own = What we decided, in words
plan-decided-absent = What was decided can be written when the person is here.
plan-goal = My goal
plan-goal-field = What would I like to be able to do?
plan-goal-when = By when
plan-goal-sure = How sure am I that I can? 0 to 10
plan-goal-helps = What would make me more sure?
plan-goal-sure_said = how sure: { $n } of 10
plan-goal-sure_state = how sure: { $words }
plan-goal-helps_said = more sure: { $words }
plan-goal-example = Examples from the aid
plan-sure-none = Not said
plan-sure-unsure = I am not sure
plan-sure-not_applicable = This does not apply to me
plan-sure-prefer_not_to_say = I would rather not say
plan-actions = Who does what, by when
plan-actions-none = Nothing is written yet.
plan-actions-who = Who
plan-actions-when = By when
plan-actions-goal = For which goal
plan-actions-goal_none = Not said yet
plan-actions-goal_said = For the goal:
plan-actions-tell = { $who } is not here. Who tells them?
plan-actions-tell_short = Who tells them?
plan-actions-own = Write my own
plan-actions-own_field = What will be done, in my words
plan-actions-suggest = Somebody here suggests
plan-actions-suggest_field = What they suggest
plan-actions-suggest_who = Who says it?
plan-actions-ask = Ask a link worker
plan-actions-ask_field = What I would like to ask for, in my words
plan-actions-ask_agree = Do I agree that they are asked?
plan-actions-examples = Examples from the aid
plan-actions-examples_of = Examples for: { $option }
plan-actions-examples_none = The aid has no examples for what was decided.
plan-actions-examples_taken = All of them are in the plan.
plan-actions-ticked = ticked at home
plan-actions-by_me = for me
plan-actions-by_carer = for who helps me
plan-actions-by_team = for the team
plan-suggested = { $who } suggests this. Is it mine too?
plan-suggested-absent = { $who } suggests this. I have not been asked yet: I am not here.
plan-suggested-yes = This is mine too
plan-suggested-no = Not mine
plan-suggested-declined = I said this is not mine:
plan-suggested-back = Ask me again
plan-suggested-back_of = Ask me again: { $words }
plan-worse = If it gets worse
plan-worse-now = Get help straight away
plan-worse-signs = What I notice
plan-worse-i_do = What I do
plan-worse-call = Who I call
plan-worse-add = Add another
plan-review = Review
plan-review-when = When
plan-review-lead = Who leads it
plan-review-sooner = Sooner if
plan-review-lead_said = with { $who }
plan-review-sooner_said = sooner if { $words }
plan-agreed = Is this your plan?
plan-agreed-now = Is this your plan now?
plan-agreed-yes = Yes
plan-agreed-partly = Not all of it
plan-agreed-no = No
plan-agreed-words = What is not as you want it
plan-agreed-again = The plan was changed after the answer. Please ask again.
plan-agreed-older = Somebody may have an older copy, on paper or as a file, without the change. Give them a new one.
plan-agreed-absent = The person is not here to be asked.
plan-tools-print = Print my copy
plan-tools-large = Print large
plan-tools-copy = Copy for the record
plan-tools-copied = Copied. Nothing was sent.
plan-tools-copy_failed = Copy it from the field.
plan-tools-copy_label = The plan as text
plan-tools-save = Save a file
plan-tools-saved = The file is in your downloads.
plan-forms-fold = Other systems
plan-forms-hint = This saves a file on this device, for a system that can read it. It names nobody whom the plan does not name, so make sure that it goes to the right person. What nobody was asked about is not in it.
plan-forms-fhir = Save as FHIR
plan-forms-prsb = Save as PRSB
plan-forms-saved = Handed to this browser to save.
plan-forms-late = What writes this file could not be loaded. Press again.
plan-forms-made_up = A made-up plan is not saved as FHIR or PRSB: another system would take it for a person’s.
plan-tools-calendar = Save for my calendar
plan-tools-calendar_words = With my own words in it
plan-tools-calendar_hint = Whole days, for my own steps and the review. No time is booked by it.
plan-tools-calendar_none = There is no day in the plan for a calendar yet.

plan-open = { $n ->
    [0] Nothing is open
   *[other] Still open: { $n }
}
plan-open-hint = You can print and save all the same.
plan-open-PL01 = What matters most?
plan-open-PL02 = Ask: is “{ $words }” mine?
plan-open-PL03 = There is no goal yet
plan-open-PL04 = Who does “{ $words }”?
plan-open-PL05 = No day for “{ $words }”
plan-open-PL06 = Request to { $words }: do I agree?
plan-open-PL07 = { $words } was last checked on { $date }. Ring before going.
plan-open-PL08 = Who tells { $who } about “{ $words }”?
plan-open-PL09 = Nothing is planned for “{ $words }”
plan-open-PL10 = No review is planned
plan-open-PL11 = Who leads the review?
plan-open-PL12 = Nothing is written for if it gets worse
plan-open-PL13 = Ask: is this your plan?
plan-open-PL15 = “{ $words }” was ticked at home as a warning sign
plan-open-PL14 = I have no copy yet
plan-open-PL20 = The lines of the budget come to more than the amount
plan-open-PL21 = The budget says agreed, and nobody signed
plan-open-PL22 = The budget has no review
plan-open-PL30 = “{ $words }” pulls against another goal. What do we make of it?
plan-home = Said at home
plan-home-on = Said at home, { $date }
plan-home-both = Said at home and at visits
plan-home-first = Talk first about
plan-home-hard = What is hard
plan-home-asks = Asks
plan-home-well = Going well
plan-home-leaning = Leaning, from the aid
plan-home-no_leaning = Not said
plan-home-unsure = Not sure about
plan-home-signs = Warning signs ticked
plan-home-signs_said = What was said of it
plan-home-signs_none = None of { $n }
plan-home-likes = Likes to have it
plan-home-ideas = Ticked for the plan
plan-home-carer = These answers were given by { $who }.
plan-home-elsewhere = More was said before about “{ $question }”: which way I lean, what I am not sure about, what I ticked. It is in a file or code of its own. Open that here too to see it.
plan-home-nothing = Nothing was brought from home.
plan-likes-large_print = in large print
plan-likes-easy_read = in easy read
plan-likes-audio = as sound
plan-likes-language = in another language
plan-likes-sign_language = in sign language
plan-likes-read_to_me = read to me
plan-need-pain = Pain
plan-need-sleep = Sleep
plan-need-tired = Being tired
plan-need-moving = Getting about
plan-need-falls = Falls
plan-need-breath = Breathing
plan-need-food_and_weight = Food and weight
plan-need-memory = Memory
plan-need-low_mood = Low mood
plan-need-worry = Worry
plan-need-lonely = Feeling lonely
plan-need-family = Family or caring
plan-need-home = My home
plan-need-money = Money
plan-need-work = Work
plan-need-other = Something else

plan-folds = If there is time, or later by somebody else
plan-fold-n = { $n ->
    [0] nothing written
   *[other] { $n } written
}
plan-fold-about = About me
plan-fold-hard = What is hard
plan-fold-hard_stands = This was said, and it stays to be read:
plan-fold-goals = More goals
plan-fold-goals_n = { $n ->
    [0] none
   *[other] { $n }
}
plan-fold-goals_add = Another goal, in my words
plan-fold-goals_suggest = Somebody here suggests a goal
plan-fold-myself = What I do myself
plan-fold-myself_field = What I do myself to stay well
plan-fold-results = Test results in plain words
plan-fold-results_what = What was looked at
plan-fold-results_found = What was found
plan-fold-results_means = What it means, in plain words
plan-fold-results_who = Who says so?
plan-fold-shared = Who may see this
plan-fold-shared_to = Who
plan-fold-shared_parts = Which part
plan-fold-shared_all = All of it
plan-fold-shared_goals_and_actions = Goals and who does what
plan-fold-shared_one_request = One request alone
plan-fold-shared_nothing = Nothing
plan-fold-shared_answer = May they see it?
plan-fold-shared_said = { $who }: { $parts }. { $answer }
plan-about-most_important = What matters most
plan-about-people = People who matter to me
plan-about-communicate = How I like to be talked with
plan-about-wellness = What keeps me well
plan-about-please_do_and_dont = Please do, and please do not
plan-about-support = How to help me
plan-about-also_worth_knowing = Also worth knowing

plan-copy-title = My plan
plan-copy-prepared = Prepared for a visit. Nothing is agreed.
plan-copy-draft = Draft. I have not said yet that this is my plan.
plan-copy-changed = Not agreed yet. It was changed after I answered. Older copies do not have the change.
plan-copy-agreed = Agreed with me.
plan-copy-agreed_in_part = Agreed with me in part.
plan-copy-reviewed = Looked at again with me.
plan-copy-with = Here: { $people }.
plan-copy-matters = What matters most to me
plan-copy-decided = What we decided
plan-copy-goal = My goal
plan-copy-goals = My goals
plan-copy-by = By when: { $when }.
plan-copy-ended = What came to an end
plan-copy-what = What
plan-copy-who = Who
plan-copy-when = By when
plan-copy-went = How did it go?
plan-copy-told = { $who } tells them.
plan-copy-nobody = Nobody yet
plan-copy-taken_back = I took back my yes to ask { $to }.
plan-copy-no_day = No day yet
plan-copy-call = I call { $who }.
plan-copy-review = My next review
plan-copy-review_none = No day yet
plan-copy-bring = I bring this sheet.
plan-copy-then = What I want to say then:
plan-copy-copies = Who has a copy: { $people }.
plan-copy-record = the GP record
plan-copy-not_emergency = This is not an emergency plan, and not a plan about treatment in an emergency.
plan-copy-nothing = Nothing is written yet.
plan-file-title = My plan, { $date }
plan-file-about = This file holds a plan. Open it in any browser to read it.
plan-file-use = To go on with it, open it on the page “My plan”: { $address }
plan-file-use_alone = To go on with it, open it on the page “My plan” of the site that it came from.

plan-look-intro = Last time stands beside today. Nothing that was said is overwritten.
plan-look-decided = What we decided
plan-look-decided_today = How is it with that today?
plan-look-stays = It stays so
plan-look-stopped = I have stopped it
plan-look-anew = I want to decide again
plan-look-goal = How did it go with my goal?
plan-look-last = Last time · { $said }
plan-look-met = Got there
plan-look-partly = Part of the way
plan-look-not_met = Not yet
plan-look-dropped = Not any more
plan-look-closed = Goals that came to an end before
plan-look-reopen = Open it again
plan-look-reopen_of = Open it again: { $words }
plan-look-reopened = opened again
plan-look-now = Now: { $words }
plan-look-on = { $date }: { $words }
plan-look-said_by = { $who }: { $words }
plan-look-words = How it went, in my words
plan-look-keep = Keep the goal
plan-look-new = Change it
plan-look-new_field = The new goal, in my words
plan-look-actions = What we said we would do
plan-look-stands = How it stands
plan-look-stands_none = Not said yet
plan-look-action_words = In my words
plan-status-planned = Planned
plan-status-doing = I am doing it
plan-status-done = Done
plan-status-stopped = Stopped
plan-status-not_started = Not started yet
plan-status-asked = Asked
plan-status-waiting = Waiting
plan-status-seen = Seen
plan-status-no_reply = No reply
plan-status-refused = They said no
plan-look-learnt = What helps me
plan-look-learnt_field = What I learnt that helps
plan-look-next = Next
plan-look-review = Next review
plan-look-history = What was said before
plan-look-replaced = replaced by another goal
plan-look-none = There is nothing to look at again yet. A plan that was talked about comes first.

plan-asked-begin = Ask somebody for this
plan-asked-title = Asked of { $to }
plan-asked-to = Who is asked
plan-asked-reason = Why, in my words
plan-asked-reason_said = Why:
plan-asked-stands = Somebody has this request as it is. What it says stays.
plan-asked-absent = I am not here to be asked.
plan-asked-yes = Yes
plan-asked-no = No
plan-asked-not_asked = Not asked yet
plan-asked-taken_back = Taken back
plan-asked-unasked = Take this answer out
plan-asked-yes_said = I said yes: { $to } may be asked.
plan-asked-no_said = I said no: { $to } are not asked.
plan-asked-again = To ask after all, write a new request.
plan-asked-take_back = Take my yes back
plan-asked-take_back_hint = I can take it back at any time, and give no reason. What they were given before cannot be fetched back.
plan-asked-taken_back_said = I took back my yes to ask { $to }.
plan-asked-given = What they were given before cannot be fetched back. This page sends nothing, so tell them. To ask after all, write a new request.
plan-asked-keep = Leave my yes as it was
plan-asked-back_copy = Copy this for them
plan-asked-back_text = Request to { $to } of { $date }, plan { $plan }: the person took back their yes on { $today }. There is no request any more.
plan-asked-share = What may they know, beside what I ask?
plan-asked-share_reason = Why I ask
plan-asked-share_contact = How to reach me
plan-asked-share_goal = My goal
plan-asked-share_needs = What is hard
plan-asked-share_about_me = About me
plan-asked-contact = How can they reach me?
plan-asked-contact_hint = Such as: by telephone in the morning
plan-asked-hint = This page sends nothing. Give the text or the file to them yourself.
plan-asked-text = The request as text
plan-asked-copy = Copy this text
plan-asked-save = Save as a file
plan-asked-file_title = One request, { $date }
plan-asked-file_heading = One request
plan-asked-file_about = This file holds one request out of a plan, and nothing else of the plan.

plan-seen = What you can see
plan-seen-words = One request, and what the person lets you know with it. The rest of the plan is not here.
plan-seen-more = They can show you the rest: open their file here too.
plan-answer = Back to the person
plan-answer-hint = The file holds what was written here. They open it beside their plan, and are asked about it. This page sends nothing.
plan-answer-save = Save what was added
plan-answer-file_title = Added to a plan, { $date }
plan-answer-file_heading = What was added
plan-answer-file_about = This file holds what somebody added to a plan. Open it beside the plan: it changes nothing that was said.
plan-answer-words = { $who }: { $words }
plan-answer-added = New in the plan: { $words }
plan-answer-suggested = Suggested, and not asked yet: { $words }

plan-near-asked_of = Asked of
plan-near-asks = Asks:
plan-near-help = What would help:
plan-near-agreed_yes = agreed: yes
plan-near-may_see = may know: { $parts }
plan-near-this_alone = this alone
plan-near-part_reason = why I ask
plan-near-part_contact = how to reach me
plan-near-part_goal = my goal
plan-near-part_needs = what is hard
plan-near-part_about_me = about me
plan-near-reach = reach me: { $by }
plan-near-nobody_asked = Nobody is asked for anything yet.
plan-near-ask = Ask a link worker
plan-near-taken_back = I took back my yes to ask { $to }. Nothing more is told of it here.
plan-near-not_agreed = Request to { $to }: I do not agree.
plan-near-not_asked = It is not written that I agree to ask { $to }.
plan-near-to_ask = Ask me
plan-near-stands = Where it stands
plan-near-stands_none = Not said yet
plan-near-stands_words = What they say
plan-near-state_asked = They have been asked
plan-near-state_waiting = Waiting for a first talk
plan-near-state_seen = First talk has been
plan-near-state_no_reply = No reply
plan-near-state_refused = They said no
plan-near-state_none = not said yet
plan-near-back = Two lines for whoever asked
plan-near-back_copy = Copy these lines
plan-near-back_stands = Request to { $to } of { $date }, plan { $plan }: { $state } ({ $today }).
plan-near-back_taken = Put in the plan: { $names }.
plan-near-back_suggested = { $words } (not asked yet)
plan-near-back_nothing = Nothing was put in the plan.
plan-near-mine = In my plan from here
plan-near-own_words = What I will do, in my words
plan-near-add = Write something else
plan-near-none_taken = Nothing yet.
plan-near-find = Find something in { $place }
plan-near-look = What to look for
plan-near-need = To help with
plan-near-any = Any
plan-near-cost = Cost
plan-near-words = Words in it
plan-near-must = What I need there
plan-near-count = { $n ->
    [0] None of { $all } has all of this. What nobody knows does not count as yes.
   *[other] { $n } of { $all }, in the order of their names. The order is not advice.
}
plan-near-more = { $n ->
    [one] Show { $n } more
   *[other] Show { $n } more
}
plan-near-draft = A draft. Not for use.
plan-near-demonstration = An invented place. Its services and numbers are made up.
plan-near-from = From { $owner }, who look after this list: { $contact }.
plan-near-coming = The list is on its way.
plan-near-late = The list could not be loaded. Load the page anew.
plan-near-cost_free = Free
plan-near-cost_unknown = Cost not known
plan-near-cost_each = { $amount } for each { $each }
plan-near-for = for: { $whom }
plan-near-run_by = run by { $by }
plan-near-access_step_free = No steps
plan-near-access_toilet = Accessible toilet
plan-near-access_parking = Parking
plan-near-access_hearing_loop = Hearing loop
plan-near-access_bsl = Sign language
plan-near-is = { $what }: { $answer }
plan-near-yes = yes
plan-near-no = no
plan-near-not_known = not known
plan-near-join_turn_up = Turn up.
plan-near-join_ring = Ring first.
plan-near-join_form = Fill in a form.
plan-near-join_referral = Ask your health team or a link worker to refer you.
plan-near-checked = Checked { $date }.
plan-near-stale = Ring before you go.
plan-near-old = Nobody has checked this for a long time. It cannot be put in a plan. Ring first.
plan-near-wait = Wait: about { $weeks ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
}
plan-near-wait_none = Wait: none
plan-near-wait_unknown = Wait: not known
plan-near-wait_day = As of { $date }.
plan-near-wait_old = Ask how long it is now.
plan-near-take = Put in my plan
plan-near-suggest = Suggest it for the plan
plan-near-taken = In my plan.
plan-near-suggested = Suggested. Ask if it is mine too.
plan-near-ring = Who to ring
plan-near-where = Where I can have this: { $option }
plan-near-where_unnamed = Where I can have it
plan-near-where_stale = Ask if this is still so.
plan-near-order = Show them in another order
plan-near-order_name = By name
plan-near-order_wait = Shortest wait first
plan-near-order_postcode = By postcode
plan-near-ordered = Now in this order: { $order }
plan-copy-sides = There is more on the next side.
plan-code-label = Square code that opens a review
plan-code-what = Opens a review from paper. It is not the plan.
plan-code-left = No room in it for: { $items }.
plan-left-actions = { $n ->
    [one] { $n } step
   *[other] { $n } steps
}
plan-left-goals = { $n ->
    [one] { $n } goal
   *[other] { $n } goals
}
plan-left-reviews = { $n ->
    [one] the review
   *[other] { $n } reviews
}
plan-line-paper = { $n ->
    [0] from paper
   *[other] from paper, save { $n }
}
plan-paper-title = { $n ->
    [0] Review from paper
   *[other] Review from paper, save { $n }
}
plan-paper-what = Here is what stood in the code of the paper. It is not the plan. Open the file of the plan when you have it, now or later: what is said here is put with it.
plan-paper-review = The review was planned for: { $when }
plan-paper-left = There was no room in the code for: { $items }. Look at the paper.
plan-paper-sheet = Written from a paper copy. It is not the whole plan, which is on that paper and in its file.
plan-paper-file = This file holds a review that was written from a paper copy. It is not the whole plan, which is on that paper and in its own file. Open both files on the same page to put them together.
plan-part_of-paper_review = This is a review that was written from a paper copy, and not the whole plan. Open the file of the plan too.
plan-part_of-request = This file says that it is one request, and holds something else. Ask for it again.
plan-part_of-addition = This is what somebody added to a plan, and not the plan. Open the file of the plan too.
plan-paper-found = The plan of this paper is open now, with the review in it. Nothing was lost.
plan-paper-newer = The paper is of save { $n }, and the plan that is open here is of save { $now }. Ask for the newer file.
plan-paper-beside = The plan itself is open. Its paper has nothing to add.
plan-paper-twice = A review from a paper of this plan is open already.
plan-paper-answers = Answers go with the plan itself. Open its file first.
plan-full-title = This plan is full. Nothing of it is lost: it stays in its file to be read.
plan-full-follow = Start a new plan from what is open
plan-full-begun = A new plan is begun with what is open. Keep the file of the full one.
