"""The shape of a board's table."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from nhsjobtui.model.advert import Board

Field = Literal[
    "title",
    "employer",
    "employer_details",
    "posted",
    "closing",
    "pay_scheme",
    "band",
    "grade",
    "salary",
    "salary_more",
    "salary_unit",
    "contract",
    "duration",
    "pattern",
    "hours",
    "number",
    "number_second",
    "places",
    "place",
    "site",
    "town",
    "contact_job_title",
    "contact_name",
    "contact_email",
    "contact_phone",
    "other",
]
# A section is prose to keep; a frame holds sections of its own; an aside is never content.
Part = Literal[
    "section", "frame", "details", "specification", "employer", "contact", "documents", "aside"
]
Target = (
    tuple[Literal["field"], Field] | tuple[Literal["part"], Part] | tuple[Literal["section"], str]
)


@lru_cache(maxsize=1024)
def key(text: str) -> str:
    """Return the spelling that two prints of one heading or label share."""
    return text.casefold().replace("’", "'").strip(" :*#_").removesuffix(" -").rstrip(" :")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A board's headings, labels and element ids, spelt as the board spells them.

    `telling` are the headings and labels that no other board has. `noise` are lines that are
    never content, `closers` those that also end the text before them. `order` is the one order
    in which the first sections stand.
    """

    board: Board
    spelt_headings: Mapping[str, Part]
    spelt_labels: Mapping[str, Field]
    ids: Mapping[str, Target]
    telling: frozenset[str]
    spelt_noise: tuple[str, ...] = ()
    spelt_closers: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    headings: Mapping[str, Part] = field(init=False)
    labels: Mapping[str, Field] = field(init=False)
    noise: frozenset[str] = field(init=False)
    closers: frozenset[str] = field(init=False)
    known: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        for name, value in (
            ("headings", {key(text): part for text, part in self.spelt_headings.items()}),
            ("labels", {key(text): name for text, name in self.spelt_labels.items()}),
            ("noise", frozenset(map(key, self.spelt_noise))),
            ("closers", frozenset(map(key, self.spelt_closers))),
        ):
            object.__setattr__(self, name, value)
        known = frozenset((*self.headings, *self.labels, *self.closers, *self.noise))
        object.__setattr__(self, "known", known)
