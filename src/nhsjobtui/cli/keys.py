"""`keys`: the keys of the app."""

from argparse import ArgumentParser, Namespace

from nhsjobtui.cli.context import Context
from nhsjobtui.cli.output import say, say_json
from nhsjobtui.keys import ACTIONS, key_names

EXAMPLES = ("keys", "keys --json")
_PANES = ("list", "advert", "checklist")


def arguments(parser: ArgumentParser) -> None:
    """`keys` takes nothing."""


def run(given: Namespace, context: Context) -> int:
    """Print each action with its keys and the panes where they work."""
    width = max(len(key_names(action)) for action in ACTIONS)
    for action in ACTIONS:
        panes = [pane for pane in _PANES if pane in action.where]
        if context.json:
            say_json(
                {
                    "id": action.id,
                    "keys": list(action.keys),
                    "help": action.help,
                    "where": panes,
                }
            )
        else:
            where = "" if len(panes) == len(_PANES) else f" (in the {' and the '.join(panes)})"
            say(f"{key_names(action):<{width}}  {action.help}{where}")
    return 0
