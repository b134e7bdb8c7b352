"""`statement`: the evidence of one application put together."""

from argparse import ArgumentParser, BooleanOptionalAction, Namespace
from typing import TYPE_CHECKING, Any

from nhsjobtui.cli.checklist import criterion_at
from nhsjobtui.cli.context import Context
from nhsjobtui.cli.inputs import typed_text
from nhsjobtui.cli.output import inform, say, say_json
from nhsjobtui.cli.parser import one_of, whole_number
from nhsjobtui.cli.records import criterion_record
from nhsjobtui.model.plain import plain_text
from nhsjobtui.model.statement import ORDERS, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nhsjobtui.library import Library
    from nhsjobtui.model.application import Criterion

EXAMPLES = (
    "statement C9999-26-0101",
    "statement C9999-26-0101 --order group --no-headings --words 1000",
    'statement C9999-26-0101 --opening "I am a registered nurse with six years on wards."',
    "statement C9999-26-0101 --criterion 3",
)


def arguments(parser: ArgumentParser) -> None:
    """Add what `statement` takes."""
    parser.add_argument("ref", metavar="REF", help="which advert")
    parser.add_argument(
        "--order",
        metavar="HOW",
        type=one_of(ORDERS, "an order"),
        help="essential (all essential criteria first) or group (as the specification goes)",
    )
    parser.add_argument(
        "--headings",
        action=BooleanOptionalAction,
        help="put each criterion's own words above its evidence, or not",
    )
    parser.add_argument(
        "--interview",
        action=BooleanOptionalAction,
        help="take in criteria that are assessed only at interview, or leave them out",
    )
    parser.add_argument(
        "--words", metavar="MOST", type=whole_number(0, "--words"), help="how many at most; 0: any"
    )
    parser.add_argument(
        "--characters",
        metavar="MOST",
        type=whole_number(0, "--characters"),
        help="how many at most; 0: any",
    )
    parser.add_argument("--opening", metavar="TEXT|-", help='the first paragraph; "" for none')
    parser.add_argument("--closing", metavar="TEXT|-", help='the last paragraph; "" for none')
    parser.add_argument("--criterion", metavar="N", help="print the text for this criterion only")


def run(given: Namespace, context: Context) -> int:
    """Keep what is to be different, and print the statement as plain text."""
    changes = _changes(given)
    paragraphs = {"opening": "the opening paragraph", "closing": "the closing paragraph"}
    texts = {
        name: typed_text([getattr(given, name)], kept)
        for name, kept in paragraphs.items()
        if getattr(given, name) is not None
    }
    with context.library(reading=not (changes or texts)) as library:
        advert_id = library.find(given.ref)
        if given.criterion is not None:
            criterion = criterion_at(library.entry(advert_id), given.criterion)
            _say_one(criterion, context)
            return 0
        if changes or texts:
            with library.one_step():
                _keep(library, advert_id, changes, texts)
        statement = library.application(advert_id).statement
        head = library.heads([advert_id])[advert_id]
    if context.json:
        names = {"slug": head.slug, "reference_number": head.reference_number}
        say_json(names | _record(statement))
        return 0
    if statement.text:
        say(statement.text)
    for line in remarks(statement):
        inform(line)
    return 0


def remarks(statement: Statement) -> "Iterator[str]":
    """Yield what is to be said of a statement beside its text: its length, and what it lacks."""
    yield f"{statement.counts()}."
    if statement.missing:
        yield f"Without evidence: {_numbers(statement.missing)}."
    if statement.left_out:
        yield f"Left out: {_numbers(statement.left_out)}."


def _numbers(criteria: "tuple[Criterion, ...]") -> str:
    return "; ".join(f"{criterion.n}. {criterion.text.rstrip('.')}" for criterion in criteria)


def _changes(given: Namespace) -> dict[str, Any]:
    asked = {
        "order": given.order,
        "headings": given.headings,
        "interview": given.interview,
        "word_limit": given.words,
        "character_limit": given.characters,
    }
    return {name: value for name, value in asked.items() if value is not None}


def _keep(
    library: "Library", advert_id: int, changes: dict[str, Any], texts: dict[str, str]
) -> None:
    if changes:
        library.set_plan(advert_id, library.plan(advert_id)._replace(**changes))
    if "opening" in texts:
        library.set_opening(advert_id, texts["opening"])
    if "closing" in texts:
        library.set_ending(advert_id, texts["closing"])


def _say_one(criterion: "Criterion", context: Context) -> None:
    text = plain_text(criterion.evidence)
    if context.json:
        say_json(criterion_record(criterion) | {"plain": text})
    elif text:
        say(text)
    else:
        inform(f"There is no evidence for criterion {criterion.n} yet: {criterion.text}")


def _record(statement: Statement) -> dict[str, Any]:
    plan = statement.plan
    return {
        "text": statement.text,
        "words": statement.words,
        "characters": statement.characters,
        "word_limit": plan.word_limit,
        "character_limit": plan.character_limit,
        "over": statement.over,
        "order": plan.order,
        "headings": plan.headings,
        "interview": plan.interview,
        "opening": plan.opening,
        "closing": plan.ending,
        "criteria": [part.criterion.n for part in statement.parts],
        "without_evidence": [criterion_record(row) for row in statement.missing],
        "left_out": [criterion_record(row) for row in statement.left_out],
    }
