"""`export`: statements, whole applications, an overview or a calendar, as a file or on stdout."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from nhsjobtui.cli import context as clock
from nhsjobtui.cli.checklist import named
from nhsjobtui.cli.context import Context
from nhsjobtui.cli.output import inform, say_json
from nhsjobtui.cli.parser import one_of
from nhsjobtui.cli.writing_out import STDOUT, check_target, write_out
from nhsjobtui.errors import InputError
from nhsjobtui.writing.formats import DOCUMENTS, FORMATS, Format, format_of, written

if TYPE_CHECKING:
    from nhsjobtui.library import Library
    from nhsjobtui.model.whole import Application

EXAMPLES = (
    "export C9999-26-0101 --format docx -o statement.docx",
    "export C9999-26-0101 --format overview",
    "export C9999-26-0101 --sent --format md",
    "export --all -o applications.toml",
    "export --all --format ics -o jobs.ics",
)


def arguments(parser: ArgumentParser) -> None:
    """Add what `export` takes."""
    parser.add_argument("refs", metavar="REF", nargs="*", default=[], help="which adverts")
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        type=one_of(FORMATS, "a format"),
        help="md, txt or docx (the statement), toml or json (everything, to be imported again), "
        "overview (one page in Markdown) or ics (a calendar); if not given, as FILE ends",
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="where to; without it, or with -, to stdout"
    )
    parser.add_argument("--all", action="store_true", help="every application")
    parser.add_argument(
        "--sent", action="store_true", help="as it was when it was marked as applied"
    )
    parser.add_argument("--yes", action="store_true", help="replace FILE if it is there")


def run(given: Namespace, context: Context) -> int:
    """Write out what is asked for."""
    if bool(given.refs) == given.all:
        raise InputError("Name the adverts to write out, or --all.")
    form = given.format or _by_name(given.output)
    check_target(given.output, binary=form == "docx", replace=given.yes)
    with context.library(reading=True) as library:
        found, code = _found(given, form, library, context)
        pieces = library.bank.pieces() if given.all and form in {"toml", "json"} else []
    if not (found or pieces):
        if not given.all:
            return code
        raise InputError("There is no application yet; nothing was written.")
    data = written(found, form, clock.now(), [(one.text, one.written_at) for one in pieces])
    write_out(data, given.output, text=form != "docx")
    _report(given.output, form, found, context)
    return code


def _found(
    given: Namespace, form: Format, library: "Library", context: Context
) -> "tuple[list[Application], int]":
    ids: list[int] = []
    if given.all:
        if form in DOCUMENTS:
            ids = library.applications()
        else:
            ids = library.carrying(or_whole=form in {"toml", "json"})
        wanted = [library.application(advert_id) for advert_id in ids]
        if given.sent:
            wanted = [one.as_sent() for one in wanted if one.sent]
        elif form in {"md", "txt", "docx"}:
            wanted = [one for one in wanted if one.statement.text]
        return wanted, 0
    code = context.each(given.refs, lambda ref: ids.append(library.find(ref)))
    found: list[Application] = []

    def take(advert_id: int) -> None:
        whole = library.application(advert_id)
        if given.sent and not whole.sent:
            raise InputError(
                f"{named(library.heads([advert_id])[advert_id])} has not been marked as applied, "
                "so there is no copy of what was sent."
            )
        found.append(whole.as_sent() if given.sent else whole)

    for advert_id in dict.fromkeys(ids):
        code = max(code, context.attempt(str(advert_id), lambda one=advert_id: take(one)))  # type: ignore[misc]
    return found, code


def _by_name(output: str | None) -> Format:
    found = format_of(output) if output and output != STDOUT else None
    if found is None:
        listed = ", ".join(FORMATS[:-1]) + f" or {FORMATS[-1]}"
        raise InputError("Say in which form.", f"--format {listed}")
    return found


def _report(output: str | None, form: Format, found: "list[Application]", context: Context) -> None:
    """Say what was written where; for a statement, its length and what it lacks."""
    if output and output != STDOUT:
        many = f"{len(found)} applications" if len(found) != 1 else "1 application"
        if context.json:
            say_json({"file": output, "format": form, "applications": len(found)})
        else:
            inform(f"{many} written to {output}.")
    if form in {"md", "txt", "docx"} and len(found) == 1:
        from nhsjobtui.cli.statement import remarks

        for line in remarks(found[0].statement):
            inform(line)
