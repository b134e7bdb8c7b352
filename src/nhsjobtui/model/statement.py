"""The evidence of one application put together as supporting information."""

from collections.abc import Iterable
from typing import Literal, NamedTuple, get_args

from nhsjobtui.model.application import Criterion
from nhsjobtui.model.assessment import only_at_interview, without_mark
from nhsjobtui.model.plain import plain_text, words_of
from nhsjobtui.model.star import is_written

Order = Literal["essential", "group"]
ORDERS: tuple[Order, ...] = get_args(Order)


class Plan(NamedTuple):
    """How a statement is put together.

    `order` puts all essential criteria first, or goes group by group as the specification does.
    `headings` puts each criterion's own words above its evidence. Without `interview` the criteria
    that are assessed only at interview are left out. A limit of 0 is none.
    """

    order: Order = "essential"
    headings: bool = True
    interview: bool = True
    opening: str = ""
    ending: str = ""
    word_limit: int = 1500
    character_limit: int = 10_000


class Part(NamedTuple):
    """The evidence for one criterion, in the person's own characters."""

    criterion: Criterion
    heading: str
    text: str


class Statement(NamedTuple):
    """A statement and what is not in it.

    `missing` are criteria without evidence; `left_out` have evidence that is not to be sent, being
    assessed only at interview or no longer in the advert.
    """

    plan: Plan
    parts: tuple[Part, ...]
    missing: tuple[Criterion, ...]
    left_out: tuple[Criterion, ...]

    @property
    def text(self) -> str:
        """The whole as plain text for a form's box: no bullets, no smart quotes."""
        parts = [self.plan.opening]
        for part in self.parts:
            parts.append(f"{part.heading}\n{part.text}" if self.plan.headings else part.text)
        parts.append(self.plan.ending)
        return "\n\n".join(filter(None, map(plain_text, parts)))

    @property
    def words(self) -> int:
        """How many words the plain text has."""
        return words_of(self.text)

    @property
    def characters(self) -> int:
        """How many characters the plain text has, spaces and line ends among them."""
        return len(self.text)

    def counts(self) -> str:
        """Say how long it is and, where that is so, how far over the limit."""
        text = self.text
        return ", ".join(
            (
                _count(words_of(text), self.plan.word_limit, "word"),
                _count(len(text), self.plan.character_limit, "character"),
            )
        )

    @property
    def over(self) -> bool:
        """Whether it is longer than a limit allows."""
        plan = self.plan
        return (0 < plan.word_limit < self.words) or (0 < plan.character_limit < self.characters)


def put_together(criteria: Iterable[Criterion], plan: Plan) -> Statement:
    """Return the statement that a checklist makes; nothing is cut and nothing is padded."""
    rows = list(criteria)
    if plan.order == "essential":
        rows.sort(key=lambda row: not row.essential)
    parts, missing, left_out = [], [], []
    for row in rows:
        written = is_written(row.evidence)
        wanted = row.current and (plan.interview or not only_at_interview(row.text))
        if wanted and written:
            parts.append(Part(row, without_mark(row.text), row.evidence.strip("\n")))
        elif wanted:
            missing.append(row)
        elif written:
            left_out.append(row)
    return Statement(plan, tuple(parts), tuple(missing), tuple(left_out))


def _count(number: int, limit: int, unit: str) -> str:
    units = unit if number == 1 else f"{unit}s"
    if not limit:
        return f"{number:,} {units}"
    over = f" ({number - limit:,} over)" if number > limit else ""
    return f"{number:,} of {limit:,} {unit}s{over}"
