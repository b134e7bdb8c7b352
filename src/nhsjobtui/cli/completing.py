"""What tab offers: commands, options, and references, stages and numbers from the library."""

import os
from argparse import Action, ArgumentParser, Namespace
from collections.abc import Callable
from importlib import import_module
from typing import Any

from argcomplete import autocomplete
from argcomplete.completers import FilesCompleter, SuppressCompleter

from nhsjobtui.cli.parser import add_common
from nhsjobtui.cli.verbs import VERBS
from nhsjobtui.library import Library
from nhsjobtui.model.application import SELF_MARKS, STAGES, STATUSES
from nhsjobtui.model.query import SORTS
from nhsjobtui.model.statement import ORDERS
from nhsjobtui.paths import current_paths
from nhsjobtui.writing.formats import FORMATS

# Enough to choose from, few enough to be there at once.
_MOST_REFS = 1000
Completer = Callable[..., Any]


def complete() -> int:
    """Answer the shell and leave."""
    parser = _Completing("nhsjobtui")
    add_common(parser)
    verbs = parser.add_subparsers(dest="verb")
    typed = os.environ.get("COMP_LINE", "").split()
    for verb in VERBS.values():
        one = verbs.add_parser(verb.name, help=verb.help)
        add_common(one)
        if verb.name in typed:
            import_module(f"nhsjobtui.cli.{verb.name}").arguments(one)
    autocomplete(parser, default_completer=SuppressCompleter())
    return 0


class _Completing(ArgumentParser):
    """A parser whose arguments know what can stand for them, by their metavar."""

    def add_argument(self, *args: Any, **options: Any) -> Action:  # noqa: ANN401
        action = super().add_argument(*args, **options)
        completer = _COMPLETERS.get(str(action.metavar))
        if completer is not None:
            vars(action)["completer"] = completer
        return action


def _refs(prefix: str, **_: object) -> dict[str, str]:
    """Return the references in the library that begin so, with their titles."""
    paths = current_paths()
    try:
        with Library.open(paths.library_file, readonly=True) as library:
            heads = library.heads(library.ids(limit=_MOST_REFS)).values()
            return {
                name: head.title
                for head in heads
                for name in (head.ref, head.reference_number)
                if name and name.startswith(prefix)
            }
    except Exception:  # nothing to offer is better than an error in the middle of a command line
        return {}


def _numbers(prefix: str, parsed_args: Namespace, **_: object) -> dict[str, str]:
    """Return the numbers of the criteria of the advert named before."""
    paths = current_paths()
    try:
        with Library.open(paths.library_file, readonly=True) as library:
            criteria = library.entry(library.find(parsed_args.ref)).criteria
            return {
                str(criterion.n): criterion.text
                for criterion in criteria
                if str(criterion.n).startswith(prefix)
            }
    except Exception:  # as above
        return {}


def _searches(prefix: str, **_: object) -> dict[str, str]:
    """Return the saved searches that begin so, with what they ask."""
    from nhsjobtui.boards.searches import Searches

    try:
        saved = Searches(current_paths().searches_file).all()
    except Exception:  # as above
        return {}
    return {s.name: s.criteria.describe() for s in saved if s.name.startswith(prefix)}


def _words(words: tuple[str, ...]) -> Completer:
    return lambda **_: words


_COMPLETERS: dict[str, Completer] = {
    "REF": _refs,
    "SEARCH": _searches,
    "N": _numbers,
    "STAGE": _words((*STAGES, "none")),
    "STATUS": _words(STATUSES),
    "MARK": _words((*map(str, range(len(SELF_MARKS))), "none")),
    "HOW": _words(ORDERS),
    "FORMAT": _words(FORMATS),
    "ORDER": _words(SORTS),
    "SHELL": _words(("bash", "zsh", "fish")),
    "WHAT": _words(("add", "remove")),
    "FILE": FilesCompleter(),
    "TARGET": FilesCompleter(),
}
