"""What an aid, a record and a plan are: frozen, closed, without Markdown, HTML or positions.

Layer 1.
"""
