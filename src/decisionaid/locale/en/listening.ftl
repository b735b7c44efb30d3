### How words are written to be heard, and what the script of a recording says.

read_aloud = Read this step aloud

# How signs are said. A place stands for the number before the sign.
listening_percent = { $n } percent
listening_celsius = { $n } degrees Celsius
listening_fahrenheit = { $n } degrees Fahrenheit
listening_range = { $from } to { $to }
listening_minus = minus { $n }
listening_plus_minus = plus or minus { $n }
listening_at_least = at least { $n }
listening_at_most = at most { $n }
listening_less = less than { $n }
listening_more = more than { $n }
listening_about = about { $n }
listening_times = { $a } times { $b }
listening_and = and
listening_equals = is
listening_per = { $a } per { $b }
listening_cell = { $column }: { $words }
# Short forms that are said in full, each with what is said: parted by semicolons.
listening_short = e.g. = for example; i.e. = that is; etc. = and so on; vs. = against; vs = against; approx. = about; incl. = including; max. = at most; min. = at least; Dr. = Doctor; Dr = Doctor; et al. = and others
# Units behind a number: for one, and for more.
listening_units = mg = milligram, milligrams; mcg = microgram, micrograms; µg = microgram, micrograms; μg = microgram, micrograms; kg = kilogram, kilograms; g = gram, grams; ml = millilitre, millilitres; mL = millilitre, millilitres; l = litre, litres; L = litre, litres; mm = millimetre, millimetres; cm = centimetre, centimetres; km = kilometre, kilometres; m = metre, metres; mmHg = millimetre of mercury, millimetres of mercury; mmol = millimole, millimoles; h = hour, hours; min = minute, minutes
# The script of a recording.
audio_head = Words for a recording.
audio_how = Each line is said in one go. What stands in square brackets is not said: [pause] is a short rest, [long pause] a longer one. Numbers are said as they are written. Record all of it, and nothing else.
audio_ended = Do not record this. The aid has ended, and its figures are left out.
audio_version = Version { $version } of { $date }.
audio_evidence = Evidence gathered to { $date }.
audio_pause = [pause]
audio_long_pause = [long pause]
