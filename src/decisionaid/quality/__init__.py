"""Check an aid against published standards: what is met, what is not, and what only people can say.

Layer 3: puts the findings of the rules, what every page has, and the record of what people did
together. Nothing is added up into a score, and nobody has certified anything.
"""

from decisionaid.quality.assess import Documents, assess

__all__ = ["Documents", "assess"]
