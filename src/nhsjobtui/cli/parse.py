"""`parse`: what saved pages say, as JSON; no library is touched."""

import gc
from argparse import ArgumentParser, Namespace

from nhsjobtui.cli import inputs
from nhsjobtui.cli.context import Context
from nhsjobtui.cli.output import say_json
from nhsjobtui.errors import NhsJobTuiError
from nhsjobtui.model.record import to_record

EXAMPLES = ("parse staff-nurse.html", "parse saved/*.html > adverts.jsonl")


def arguments(parser: ArgumentParser) -> None:
    """Add what `parse` takes."""
    parser.add_argument(
        "files", metavar="FILE", nargs="+", help="a saved .html, .txt or .eml file, or - for stdin"
    )


def run(given: Namespace, context: Context) -> int:
    """Print one JSON object for each file: the advert, or why it is none."""
    gc.enable()
    return context.each(given.files, _parse)


def _parse(name: str) -> None:
    from nhsjobtui.reading import read_advert

    try:
        advert = read_advert(inputs.read_page(name), inputs.page_name(name))
    except NhsJobTuiError as error:
        say_json({"file": name, "error": str(error)})
        raise
    except OSError:
        raise
    except Exception as error:
        say_json({"file": name, "error": f"A mistake in nhsjobtui itself: {error!r}"})
        raise
    say_json({"file": name} | to_record(advert))
