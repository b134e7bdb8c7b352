"""The numbered ids of NHS Jobs: lines of a person specification, and of a place of work.

What they tell is remembered, because pages use the same ids.
"""

import re
from functools import lru_cache

_CRITERION = re.compile(r"(?:(essential|desirable)_skill|(skill_category))_(\d+)")
_SITE = re.compile(r"employer_(address_line_[123]|town|county|postcode|country)(_\d+)?\Z")


@lru_cache(maxsize=1024)
def criterion_of(element_id: str) -> tuple[str, str] | None:
    """Return what a line is ("essential", "desirable", "skill_category") and its group's number."""
    match = _CRITERION.match(element_id)
    return (match[1] or match[2], match[3]) if match else None


@lru_cache(maxsize=1024)
def site_of(element_id: str) -> tuple[str, str] | None:
    """Return which line of a place a line is, and the place's own suffix: "" or "_1"."""
    match = _SITE.match(element_id)
    return (match[1], match[2] or "") if match else None
