### What a place says beside an aid, and the list of its services.
### Voice: as in steps.ftl. It says where and when, and never how well something works.

local_yes = You can have this here.
local_no = You cannot have this here. Ask where you can.
local_elsewhere = You can have this elsewhere. Ask where.
local_ask = Ask how to get this here.
local_nothing = Nothing to arrange.
local_heading = In { $place }
local_draft = A draft. Not for use.
local_demonstration = An invented place. Its services and numbers are made up.
local_where = Where you can have { $option }
local_order = Show them in another order
local_order_name = By name
local_order_wait = Shortest wait first
local_order_postcode = By postcode
local_ordered = Now in this order: { $order }
local_services = Services
local_ask_whom = Who to ask
local_all_services = All services in { $place }
local_more = More about this
local_from = From { $owner }, who look after this list: { $contact }.
local_checked = Checked { $day }.
local_check_again = Checked more than { $months ->
    [one] { $months } month
   *[other] { $months } months
} ago? Ring before you go.
local_stale = Ring before you go.
local_old = Nobody has checked this for a long time. Ring first.
local_line_stale = Ask if this is still so.
local_wait = Wait: about { $weeks ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
}
local_wait_none = Wait: none
local_wait_not_known = Wait: not known
local_wait_as_of = As of { $day }.
local_wait_old = Ask how long it is now.
local_helps = Helps with
local_need_pain = pain
local_need_sleep = sleep
local_need_tired = being tired
local_need_moving = getting about
local_need_falls = falls
local_need_breath = breath
local_need_food_and_weight = food and weight
local_need_memory = memory
local_need_low_mood = low mood
local_need_worry = worry
local_need_lonely = being lonely
local_need_family = family
local_need_home = home
local_need_money = money
local_need_work = work
local_need_other = other things
local_for = Who it is for
local_run_by = Run by
local_join = How to join
local_join_turn-up = Turn up.
local_join_ring = Ring first.
local_join_form = Fill in a form.
local_join_referral = Ask your health team or a link worker to refer you.
local_cost = Cost
local_cost_free = Free
local_cost_not-known = Not known. Ask.
local_cost_pounds = £{ $amount }
local_cost_other = { $currency } { $amount }
local_cost_each = { $amount } for each { $each }
local_place = Where
local_open = When
local_phone = Telephone
local_web = Page
local_languages = Languages
local_access = Getting in
local_access_step_free = No steps
local_access_toilet = Accessible toilet
local_access_parking = Parking
local_access_hearing_loop = Hearing loop
local_access_bsl = Sign language
local_access_transport = Transport
local_is = { $what }: { $answer }
local_yes_short = yes
local_no_short = no
local_not_known_short = not known
near_title = Near you: { $place }
near_intro = Services in the order of their names. The order is not advice.
near_contacts = Who to ring
near_services = Services
near_none = There are no services in this list yet.
near_home = Near you
near_home_hint = Clubs, classes and advice that you can go to or ring.
