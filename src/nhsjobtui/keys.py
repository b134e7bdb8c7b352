"""Everything a person can do in the app, declared once.

Key, footer word, help line, palette entry and the table in docs/keys.md all come from here.
"""

import sys
from collections.abc import Iterable
from typing import Literal, NamedTuple

Where = Literal["list", "advert", "checklist"]
Place = Literal["list", "advert", "checklist", "preparing", "interview"]
_PANES: tuple[Where, ...] = ("list", "advert", "checklist")
EVERYWHERE: frozenset[Place] = frozenset({"list", "advert", "checklist"})
"""Every pane; the screens over them have keys of their own."""
_LIST: frozenset[Place] = frozenset({"list"})
_ADVERT: frozenset[Place] = frozenset({"advert"})
_CHECKLIST: frozenset[Place] = frozenset({"checklist"})
_PAGES: frozenset[Place] = frozenset({"advert", "checklist"})


class Action(NamedTuple):
    """One thing a person can do: its keys, the places where they work, and its words.

    `word` is what the footer says; "" keeps it out of the footer. `title` is its name in the
    palette; "" keeps it out of the palette.
    """

    id: str
    keys: tuple[str, ...]
    where: frozenset[Place]
    help: str
    word: str = ""
    title: str = ""


ACTIONS: tuple[Action, ...] = (
    Action("open", ("enter",), _LIST, "Read the advert", "read"),
    Action("checklist", ("enter",), _ADVERT, "Go on to the checklist", "checklist"),
    Action(
        "evidence",
        ("enter", "a"),
        _CHECKLIST,
        "Write evidence for this criterion",
        "evidence",
        "Write evidence",
    ),
    Action("back", ("escape",), EVERYWHERE, "Go back one level"),
    Action(
        "shortlist",
        ("space",),
        _LIST,
        "Shortlist this advert, or take it off",
        "shortlist",
        "Shortlist this advert, or take it off",
    ),
    Action(
        "tick",
        ("space",),
        _CHECKLIST,
        "Tick the criterion: todo ↔ met",
        "tick",
        "Tick the criterion",
    ),
    Action(
        "partly",
        ("p",),
        _CHECKLIST,
        "Mark the criterion as partly met",
        "partly",
        "Mark the criterion as partly met",
    ),
    Action(
        "gap",
        ("x",),
        _CHECKLIST,
        "Mark the criterion as a gap",
        "gap",
        "Mark the criterion as a gap",
    ),
    Action(
        "prepare", ("w",), _CHECKLIST, "Prepare the application: evidence, statement", "prepare"
    ),
    Action(
        "add_criterion",
        ("c",),
        _PAGES,
        "Add criteria by hand, or paste a list of them",
        title="Add criteria by hand, or paste a list of them",
    ),
    Action(
        "remove_criterion",
        ("delete",),
        _CHECKLIST,
        "Remove a criterion you added",
        title="Remove a criterion you added",
    ),
    Action("filter", ("slash",), _LIST, "Filter as you type", "filter", "Filter the adverts"),
    Action("find", ("slash",), _PAGES, "Find in this pane", "find", "Find in the advert"),
    Action("find_next", ("n",), _PAGES, "Next match"),
    Action("find_previous", ("N",), _PAGES, "Previous match"),
    Action(
        "note",
        ("a",),
        frozenset({"list", "advert"}),
        "Write a note on this advert",
        "note",
        "Write a note on this advert",
    ),
    Action(
        "note_editor",
        ("e",),
        frozenset({"list", "advert"}),
        "Write the note in your editor",
        title="Write the note in your editor",
    ),
    Action(
        "evidence_editor",
        ("e",),
        _CHECKLIST,
        "Write the evidence in your editor",
        title="Write the evidence in your editor",
    ),
    Action("stage", ("S",), EVERYWHERE, "Set the stage of the application", title="Set the stage"),
    Action(
        "prepare",
        ("w",),
        _LIST | _ADVERT,
        "Prepare the application: evidence, statement",
        title="Prepare the application",
    ),
    Action(
        "edit_whole",
        ("E",),
        EVERYWHERE,
        "All you wrote for this advert in your editor",
        title="All you wrote for this advert in your editor",
    ),
    Action(
        "bank",
        ("b",),
        EVERYWHERE,
        "Everything you ever wrote",
        title="Everything you ever wrote (the bank)",
    ),
    Action(
        "applications",
        ("t",),
        EVERYWHERE,
        "What needs doing, applications by stage",
        title="What needs doing, and your applications by stage",
    ),
    Action(
        "interview",
        ("v",),
        EVERYWHERE,
        "Interview: advert, what you sent, questions",
        title="Interview: the advert, what you sent, your questions",
    ),
    Action("undo", ("u",), EVERYWHERE, "Undo the last change", title="Undo the last change"),
    Action("redo", ("U",), EVERYWHERE, "Redo what was undone", title="Redo what was undone"),
    Action(
        "import",
        ("i",),
        EVERYWHERE,
        "Add an advert: address, saved file or pasted text",
        "add",
        "Add an advert: address, saved file or pasted text",
    ),
    Action(
        "find_online",
        ("f",),
        EVERYWHERE,
        "Find adverts on NHS Jobs",
        "search",
        "Find adverts on NHS Jobs, or take in all of them",
    ),
    Action(
        "refresh",
        ("r",),
        EVERYWHERE,
        "Ask NHS Jobs for this advert again",
        title="Refresh this advert",
    ),
    Action(
        "refresh_shortlist",
        ("R",),
        EVERYWHERE,
        "Ask NHS Jobs again for the shortlist",
        title="Refresh the shortlist",
    ),
    Action(
        "documents",
        ("D",),
        EVERYWHERE,
        "Download and open its documents",
        title="Documents of this advert",
    ),
    Action(
        "offline",
        ("O",),
        EVERYWHERE,
        "Work offline, or go online again",
        title="Work offline, or go online again",
    ),
    Action(
        "stop",
        ("ctrl+c",),
        EVERYWHERE,
        "Stop what runs online, keep what came",
        title="Stop what runs online",
    ),
    Action(
        "sort",
        ("s",),
        EVERYWHERE,
        "Sort by closing, posted, title or salary",
        "sort",
        "Sort the adverts",
    ),
    Action(
        "browse",
        ("o",),
        EVERYWHERE,
        "Open the advert in the browser",
        title="Open the advert in the browser",
    ),
    Action(
        "copy_link",
        ("y",),
        frozenset({"list", "advert"}),
        "Copy the advert's address",
        title="Copy the advert's address",
    ),
    Action(
        "copy_evidence",
        ("y",),
        _CHECKLIST,
        "Copy the evidence of this criterion",
        title="Copy the evidence of this criterion",
    ),
    Action("down", ("j", "down"), EVERYWHERE, "Move down, or scroll the advert"),
    Action("up", ("k", "up"), EVERYWHERE, "Move up, or scroll the advert"),
    Action("half_down", ("ctrl+d", "pagedown"), EVERYWHERE, "Half a screen down"),
    Action("half_up", ("ctrl+u", "pageup"), EVERYWHERE, "Half a screen up"),
    Action("first", ("g", "home"), EVERYWHERE, "Go to the top"),
    Action("last", ("G", "end"), EVERYWHERE, "Go to the bottom"),
    Action("next_pane", ("tab",), EVERYWHERE, "Next pane"),
    Action("previous_pane", ("shift+tab",), EVERYWHERE, "Previous pane"),
    Action("pane_list", ("1",), EVERYWHERE, "Go to the adverts", title="Go to the adverts"),
    Action("pane_advert", ("2",), EVERYWHERE, "Go to the advert", title="Go to the advert"),
    Action(
        "pane_checklist", ("3",), EVERYWHERE, "Go to the checklist", title="Go to the checklist"
    ),
    Action("zoom", ("z",), EVERYWHERE, "This pane alone, and back", title="This pane alone"),
    Action("help", ("question_mark",), EVERYWHERE, "The keys that work here", "keys", "Keys"),
    Action("palette", ("ctrl+p",), EVERYWHERE, "Everything by name"),
    Action("quit", ("q",), EVERYWHERE, "Quit; everything is kept", "quit"),
)

_OVER_HEADINGS: tuple[tuple[str, Place], ...] = (
    ("Preparing an application (`w`)", "preparing"),
    ("Before an interview (`v`)", "interview"),
)
_KEY_NAMES = {
    "slash": "/",
    "question_mark": "?",
    "down": "↓",
    "up": "↑",
    "shift+tab": "shift+tab",
}


def key_name(key: str) -> str:
    """Return how a key is written for a person."""
    return _KEY_NAMES.get(key, key)


def key_names(action: Action) -> str:
    """Return all keys of an action in one line."""
    return " ".join(key_name(key) for key in action.keys)


def actions_in(where: Place) -> tuple[Action, ...]:
    """Return the actions that work in a pane or view, in the order they are declared."""
    actions = ACTIONS if where in EVERYWHERE else _over_actions()
    return tuple(action for action in actions if where in action.where)


def _over_actions() -> tuple[Action, ...]:
    from nhsjobtui.over_keys import OVER_ACTIONS  # not loaded before such a screen is opened

    return OVER_ACTIONS


def all_actions() -> tuple[Action, ...]:
    """Return the actions of the panes and of the screens over them."""
    return ACTIONS + _over_actions()


def clashes(actions: Iterable[Action]) -> list[str]:
    """Return a sentence for each key that two actions of one place want."""
    taken: dict[tuple[Place, str], str] = {}
    found = []
    for action in actions:
        for where in sorted(action.where):
            for key in action.keys:
                other = taken.setdefault((where, key), action.id)
                if other != action.id:
                    found.append(f"{key} is both {other} and {action.id} in the {where}.")
    return found


def keys_table() -> str:
    """Return docs/keys.md: what each key does in each pane."""
    lines = [
        "# Keys",
        "",
        "Made from the declared actions by `python -m nhsjobtui.keys`; a test keeps it current.",
        "",
        "| keys | list | advert | checklist | what it does |",
        "| --- | --- | --- | --- | --- |",
    ]
    for action in ACTIONS:
        marks = " | ".join("•" if where in action.where else "" for where in _PANES)
        lines.append(f"| `{key_names(action)}` | {marks} | {action.help} |")
    for heading, where in _OVER_HEADINGS:
        lines += ["", f"## {heading}", "", "| keys | what it does |", "| --- | --- |"]
        lines += [f"| `{key_names(action)}` | {action.help} |" for action in actions_in(where)]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(keys_table())
