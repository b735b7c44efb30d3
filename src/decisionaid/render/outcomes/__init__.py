"""All that is said of an outcome: its figures, their groups, and how the options compare.

Layer 2. Imports ``figures`` and ``words``.
"""
