"""Whole pages, each from an aid.

Layer 2. Imports the other rooms of ``render``; none of them imports this one.
"""
