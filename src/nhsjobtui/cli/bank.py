"""`bank`: everything the person ever wrote, and what of it fits a criterion."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from nhsjobtui.cli.checklist import criterion_at
from nhsjobtui.cli.context import Context
from nhsjobtui.cli.inputs import typed_text
from nhsjobtui.cli.output import inform, say, say_json
from nhsjobtui.cli.parser import whole_number
from nhsjobtui.errors import InputError

if TYPE_CHECKING:
    from nhsjobtui.library.bank import Kept

EXAMPLES = (
    "bank stroke ward",
    "bank --for C9999-26-0101 3",
    "evidence C9999-26-0101 3 --from e12",
    'bank --add "I have worked for the NHS since 2015."',
    "bank --remove p2",
)


def arguments(parser: ArgumentParser) -> None:
    """Add what `bank` takes."""
    parser.add_argument(
        "query", metavar="QUERY", nargs="*", default=[], help="words to look for; none for all"
    )
    parser.add_argument(
        "--for",
        dest="wanted",
        nargs=2,
        metavar=("REF", "N"),
        help="what was written before for the same or a similar criterion",
    )
    parser.add_argument("--add", metavar="TEXT|-", help="keep a piece that is for no one advert")
    parser.add_argument("--remove", metavar="ID", help="remove such a piece")
    parser.add_argument(
        "--limit", metavar="MOST", type=whole_number(1, "--limit"), help="at most so many"
    )


def run(given: Namespace, context: Context) -> int:
    """List what is in the bank, or change its general pieces."""
    asked = [bool(given.query), bool(given.wanted), given.add is not None, bool(given.remove)]
    if sum(asked) > 1:
        raise InputError("Words to look for, --for, --add and --remove each stand alone.")
    if given.add is not None or given.remove:
        return _change(given, context)
    if given.wanted:
        return _suggest(given, context)
    with context.library(reading=True) as library:
        found = library.bank.search(" ".join(given.query), given.limit)
    for kept in found:
        _say(kept, context)
    if not found:
        inform("Nothing in the bank matches." if given.query else "The bank is empty.")
    return 0


def _change(given: Namespace, context: Context) -> int:
    with context.library() as library:
        if given.remove:
            kept, done = library.bank.remove(given.remove), "removed"
        else:
            text = typed_text([given.add], "the bank")
            kept, done = library.bank.add(text), "kept"
    if context.json:
        say_json(_record(kept))
    else:
        say(f"{kept.id} {done}: {' '.join(kept.text.split())}")
    return 0


def _suggest(given: Namespace, context: Context) -> int:
    from nhsjobtui.writing.suggestions import suggestions

    ref, number = given.wanted
    with context.library(reading=True) as library:
        advert_id = library.find(ref)
        criterion = criterion_at(library.entry(advert_id), number)
        found = suggestions(library, advert_id, criterion.key, limit=given.limit or 5)
    for one in found:
        extra = {"same": one.same, "score": round(one.score, 2)}
        _say(one.kept, context, extra, "the same criterion" if one.same else "a similar criterion")
    if not found:
        inform(f"Nothing was written yet for a criterion like this: {criterion.text}")
    return 0


def _say(
    kept: "Kept", context: Context, extra: dict[str, Any] | None = None, how: str = ""
) -> None:
    if context.json:
        say_json(_record(kept) | (extra or {}))
        return
    where = f"{kept.criterion} ({kept.place})" if kept.criterion else kept.place
    say(f"{kept.id}  {'; '.join(filter(None, (how, where)))}")
    for line in kept.text.split("\n"):
        say(f"    {line}".rstrip())


def _record(kept: "Kept") -> dict[str, Any]:
    return {
        "id": kept.id,
        "text": kept.text,
        "written_at": kept.written_at.isoformat(timespec="seconds") if kept.written_at else None,
        "criterion": kept.criterion or None,
        "group": kept.group or None,
        "ref": kept.ref or None,
        "title": kept.title or None,
        "employer": kept.employer or None,
    }
