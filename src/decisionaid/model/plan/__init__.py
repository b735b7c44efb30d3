"""A person's plan: what was decided, goals in their own words, who does what, and when it is looked at again.

Layer 1. The format is ``decisionaid.plan/1``; ``plan.py`` holds it together, the other files its parts.
"""
