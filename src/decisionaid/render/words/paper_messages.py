"""The words of what is made for paper: the one-page grid and the large print.

Layer 2. Part of ``messages``, whose tone holds here too. The cautions of the grid have to stay short:
``model.grid`` reckons with their length.
"""

from __future__ import annotations

from typing import Final

PAPER: Final[dict[str, str]] = {
    "grid_title": "One page for your visit: {title}",
    "grid_caption": "The options side by side",
    "grid_supports": "This supports your talk and does not recommend an option.",
    "grid_version": "Version {version}. Evidence to {date}.",
    "grid_hint": "One page to print and read together. What you tick or write here is not kept: "
    "it is gone when you close the page.",
    "grid_empty": "Nothing can be compared here yet. A row comes onto this sheet once the aid says "
    "something of an option in it, in a figure or in words.",
    "grid_mine": "Matters to me",
    "grid_agreed": "What we agreed",
    "grid_who": "Who does what",
    "grid_review": "We look again on",
    "grid_sources": "Sources:",
    "grid_scale_lower": "From {low} to {high}, lower is better.",
    "grid_scale_higher": "From {low} to {high}, higher is better.",
    "grid_different": "Different studies, so not comparable.",
    "grid_open": "The study could not tell if they differ.",
    "grid_partly": "The study could not tell if all differ.",
    "grid_unsaid": "No comparison was found.",
    "certainty_high": "high certainty",
    "certainty_moderate": "moderate certainty",
    "certainty_low": "low certainty",
    "certainty_very-low": "very low certainty",
    "certainty_not-graded": "certainty not graded",
    "certainty_not_known": "certainty not known",
    "large_title": "Large print: {title}",
    "large_hint": "This is the whole aid in large print. You can print it and write on it. "
    "What you tick or type here is not kept: it is gone when you close the page.",
    "paper_how": "You can print these pages and write on them.",
    "paper_large": "Large print",
    "paper_grid": "One page for your visit",
    "clinician_grid": "Each aid has one page to read together in the visit. It stands under the aid, here:",
    "formats_screen": "On screen, on paper",
}
