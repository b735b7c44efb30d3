"""Bytes into text, and text into blocks, words and links that know their place.

Layer 2. Knows nothing of what an aid is made of.
"""
