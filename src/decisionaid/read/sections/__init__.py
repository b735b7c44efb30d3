"""The sections of a source: a reader for each role.

Layer 2.
"""
