"""Between an aid and the world outside: numbers from papers, and spreadsheets.

Layer 2. Knows the model, text and diagnostics; the reader's part is done by those who call.
"""
