"""The small grammars of figures: a cell, a difference, a time, the people.

Layer 2.
"""
