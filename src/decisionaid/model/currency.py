"""In which money a sum is: one of ISO 4217's codes, of those whose smaller unit is a hundredth.

Layer 1. All sums of a budget are in one of them, and so are all costs of a place. Nothing is ever turned from one
into another.
"""

from __future__ import annotations

from typing import Final, Literal

Currency = Literal[
    "AUD", "BGN", "BRL", "CAD", "CHF", "CZK", "DKK", "EUR", "GBP", "GIP", "HKD", "HUF", "ILS", "INR", "MXN", "MYR",
    "NOK", "NZD", "PKR", "PLN", "RON", "SAR", "SEK", "SGD", "THB", "TRY", "UAH", "USD", "ZAR",
]  # fmt: skip

POUNDS: Final = "GBP"
"""In what money is meant where nobody said so."""
