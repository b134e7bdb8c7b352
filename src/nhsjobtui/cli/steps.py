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
        head = library.heads([done.advert_id])[done.advert_id]
    if context.json:
        names = {"slug": head.slug, "reference_number": head.reference_number}
        say_json(names | {"sentence": done.sentence})
    else:
        say(done.sentence)
    return 0
