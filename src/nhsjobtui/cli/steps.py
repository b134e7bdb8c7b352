"""What `undo` and `redo` share: one step, and the sentence that says what it did."""

from typing import TYPE_CHECKING

from nhsjobtui.cli.context import Context
from nhsjobtui.cli.output import say, say_json
from nhsjobtui.errors import NhsJobTuiError

if TYPE_CHECKING:
    from collections.abc import Callable

    from nhsjobtui.library import Library, Undone


def step(context: Context, move: "Callable[[Library], Undone | None]", nothing: str) -> int:
    """Make one step and say what it did; raise what to say where there is none."""
    with context.library() as library:
        done = move(library)
        if done is None:
            raise NhsJobTuiError(nothing)
        names: dict[str, str | None] = {"slug": None, "reference_number": None}
        if done.advert_id is not None:
            head = library.heads([done.advert_id])[done.advert_id]
            names = {"slug": head.slug, "reference_number": head.reference_number}
    if context.json:
        say_json(names | {"sentence": done.sentence})
    else:
        say(done.sentence)
    return 0
