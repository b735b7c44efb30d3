"""What comes from outside, whatever it is: found in a file, mended, made safe to keep and to show.

Layer 1. What a record and a plan have in common here. The browser has the same in its folders ``record`` and
``handover``, and cases that both languages read hold them to it.
"""
