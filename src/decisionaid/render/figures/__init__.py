"""One figure in words, as a drawing and aloud, and out of how many people it is shown.

Layer 2. Imports ``words`` and no other room of ``render``.
"""
