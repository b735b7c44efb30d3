### What the page says while it reads a step aloud.

aloud-region = Read aloud
aloud-stop = Stop
aloud-stop_step = Stop reading aloud
aloud-pause = Pause
aloud-go_on = Go on
aloud-back = Previous
aloud-back_heard = Previous sentence
aloud-next = Next
aloud-next_heard = Next sentence
aloud-speed = Speed
aloud-slow = Slow
aloud-normal = Normal
aloud-fast = Fast
aloud-place = Sentence { $n } of { $of }
aloud-answers = What you typed and chose is not read out.
aloud-nothing = There is nothing to read aloud in this step.
aloud-ended = That was the end of this step.
aloud-failed = Your device could not read this aloud. Nothing was lost. You can try again, or use the reading voice of your device.
aloud-blocked = Your browser waits for you. Press “Go on” to begin.
aloud-gone = The voice for this language is no longer on your device, so reading aloud has stopped.
