"""Commands that stand in files of their own; ``decisionaid.cli`` puts them together.

Layer 5. They print, and leave with the exit codes that ``decisionaid.cli`` names.
"""
