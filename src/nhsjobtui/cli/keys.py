"""`keys`: the keys of the app."""

from argparse import ArgumentParser, Namespace

from nhsjobtui.cli.context import Context
from nhsjobtui.cli.output import say, say_json
from nhsjobtui.keys import EVERYWHERE, all_actions, key_names

EXAMPLES = ("keys", "keys --json")
_PLACES = ("list", "advert", "checklist", "preparing", "interview")
_NAMES = {"preparing": "preparing view", "interview": "interview view"}


def arguments(parser: ArgumentParser) -> None:
    """`keys` takes nothing."""


def run(given: Namespace, context: Context) -> int:
    """Print each action with its keys and the panes or screens where they work."""
    actions = all_actions()
    width = max(len(key_names(action)) for action in actions)
    for action in actions:
        places = [place for place in _PLACES if place in action.where]
        if context.json:
            say_json(
                {
                    "id": action.id,
                    "keys": list(action.keys),
                    "help": action.help,
                    "where": places,
                }
            )
        else:
            names = [_NAMES.get(place, place) for place in places]
            where = "" if action.where == EVERYWHERE else f" (in the {' and the '.join(names)})"
            say(f"{key_names(action):<{width}}  {action.help}{where}")
    return 0
