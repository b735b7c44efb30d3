"""Records from outside: found in a file, read as far as they can be, and never trusted.

Layer 2. The half of the scripts' folder ``record`` that needs no page: both halves give the same
verdict on the same text, and ``tests/record`` holds them to it.
"""
