"""`paths`: where the files are."""

from argparse import ArgumentParser, Namespace

from nhsjobtui.cli.context import Context
from nhsjobtui.cli.output import say, say_json

EXAMPLES = ("paths", "paths --json")


def arguments(parser: ArgumentParser) -> None:
    """`paths` takes nothing."""


def run(given: Namespace, context: Context) -> int:
    """Print the name and the path of each file and folder, made yet or not."""
    paths = context.paths
    places = {
        "library": paths.library_file,
        "backups": paths.backups,
        "documents": paths.documents,
        "config": paths.config_file,
        "searches": paths.searches_file,
        "state": paths.state_file,
        "log": paths.log_file,
    }
    if context.json:
        say_json({name: str(path) for name, path in places.items()})
    else:
        width = max(map(len, places))
        for name, path in places.items():
            say(f"{name:<{width}}  {path}")
    return 0
