"""The words of pages that are not the author's, and how an aid's own words stand in them.

Layer 2. Imports no other room of ``render``.
"""
