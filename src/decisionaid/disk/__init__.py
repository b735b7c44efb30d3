"""All that touches a folder: aids, pictures, documents, sheets, and what was found before.

Layer 4.
"""
