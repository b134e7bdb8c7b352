"""What a person can do on the screens over the panes, declared once like what `keys` declares.

In the preparing view, ctrl and tab work while writing too, letters in its list only.
"""

from nhsjobtui.keys import Action, Place

_PREPARING: frozenset[Place] = frozenset({"preparing"})
_INTERVIEW: frozenset[Place] = frozenset({"interview"})

OVER_ACTIONS: tuple[Action, ...] = (
    Action("write", ("enter", "a"), _PREPARING, "Write here", "write"),
    Action("next", ("tab", "j", "down"), _PREPARING, "Next criterion, also while writing"),
    Action(
        "previous", ("shift+tab", "k", "up"), _PREPARING, "Criterion before, also while writing"
    ),
    Action("first", ("g", "home"), _PREPARING, "Go to the opening paragraph"),
    Action("last", ("G", "end"), _PREPARING, "Go to the closing paragraph"),
    Action("tick", ("space",), _PREPARING, "Tick the criterion: todo ↔ met", "tick"),
    Action("partly", ("p",), _PREPARING, "Mark the criterion as partly met"),
    Action("gap", ("x",), _PREPARING, "Mark the criterion as a gap"),
    Action(
        "mark",
        ("0", "1", "2", "3"),
        _PREPARING,
        "Own mark: 0 not mentioned … 3 full example",
    ),
    Action(
        "turn_mark",
        ("ctrl+r",),
        _PREPARING,
        "Your own mark, one further, also while writing",
        title="Your own mark for the evidence, one further",
    ),
    Action(
        "suggest",
        ("ctrl+g", "b"),
        _PREPARING,
        "Copy what you wrote before for such a criterion",
        title="Copy what you wrote before for such a criterion",
    ),
    Action(
        "star",
        ("ctrl+t",),
        _PREPARING,
        "Headings: situation, task, action, result",
        title="Put in headings: situation, task, action, result",
    ),
    Action(
        "preview",
        ("ctrl+l", "s"),
        _PREPARING,
        "The statement beside it, and the advert again",
        "statement",
        "The statement beside it, and the advert again",
    ),
    Action("page_down", ("pagedown", "ctrl+d"), _PREPARING, "Scroll what is beside it"),
    Action("page_up", ("pageup", "ctrl+u"), _PREPARING, "Scroll what is beside it back"),
    Action(
        "order",
        ("o",),
        _PREPARING,
        "Statement: essential first, or group by group",
        title="Statement: essential first, or group by group",
    ),
    Action(
        "headings",
        ("h",),
        _PREPARING,
        "Statement: criteria as headings, or not",
        title="Statement: with the criteria as headings, or without",
    ),
    Action(
        "interview_only",
        ("i",),
        _PREPARING,
        "Statement: with “interview only”, or without",
        title="Statement: with criteria for the interview only, or without",
    ),
    Action(
        "limits",
        ("l",),
        _PREPARING,
        "Statement: words and characters at most",
        title="Statement: how many words and characters at most",
    ),
    Action(
        "copy_one",
        ("y",),
        _PREPARING,
        "Copy this text plain, for the form",
        "copy",
        "Copy this text plain, for the form",
    ),
    Action(
        "copy_all",
        ("Y",),
        _PREPARING,
        "Copy the whole statement plain",
        title="Copy the whole statement plain",
    ),
    Action(
        "write_out",
        ("w",),
        _PREPARING,
        "Write it out: Word, Markdown, text, TOML …",
        "file",
        "Write it out: Word, Markdown, text, TOML …",
    ),
    Action(
        "edit_whole",
        ("e", "E"),
        _PREPARING,
        "All you wrote for this advert in your editor",
        title="All you wrote for this advert in your editor",
    ),
    Action("undo", ("u",), _PREPARING, "Undo the last change"),
    Action("redo", ("U",), _PREPARING, "Redo what was undone"),
    Action("help", ("question_mark",), _PREPARING, "The keys that work here", "keys"),
    Action("palette", ("ctrl+p",), _PREPARING, "Everything by name"),
    Action("leave", ("escape", "q"), _PREPARING, "Back to the adverts; all is kept", "back"),
    Action("write_questions", ("enter", "a"), _INTERVIEW, "Write your own questions", "questions"),
    Action("next_part", ("tab",), _INTERVIEW, "Evidence, questions, advert", "next"),
    Action("previous_part", ("shift+tab",), _INTERVIEW, "The part before"),
    Action("down", ("j", "down"), _INTERVIEW, "Scroll down"),
    Action("up", ("k", "up"), _INTERVIEW, "Scroll up"),
    Action("half_down", ("ctrl+d", "pagedown"), _INTERVIEW, "Half a screen down"),
    Action("half_up", ("ctrl+u", "pageup"), _INTERVIEW, "Half a screen up"),
    Action("first", ("g", "home"), _INTERVIEW, "Go to the top"),
    Action("last", ("G", "end"), _INTERVIEW, "Go to the bottom"),
    Action("help", ("question_mark",), _INTERVIEW, "The keys that work here", "keys"),
    Action("palette", ("ctrl+p",), _INTERVIEW, "Everything by name"),
    Action("leave", ("escape", "q"), _INTERVIEW, "Back to the adverts; all is kept", "back"),
)
