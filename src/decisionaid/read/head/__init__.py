"""The head of a source: YAML with places, and a reader for each group of keys.

Layer 2.
"""
