"""What can be said of a person's plan and done with it, and what two copies of it come to.

Layer 2. Pure functions over ``model.plan``; the twins in the browser are in ``theme/scripts/plan``.
"""
