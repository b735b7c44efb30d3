"""A place's file: YAML into a place, each fault at its line.

Layer 2.
"""
