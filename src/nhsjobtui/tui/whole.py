"""All of an application in the person's own editor; what cannot be taken in is kept."""

import tomllib
from pathlib import Path
from typing import Any

from textual.app import App

from nhsjobtui.errors import InputError, NhsJobTuiError
from nhsjobtui.library import Library
from nhsjobtui.tomlfile import write_toml
from nhsjobtui.tui.external import edit_in
from nhsjobtui.writing.editing import editable, take_edited


def edit_whole(app: App[Any], library: Library, folder: Path, advert_id: int) -> str:
    """Let the person change what they wrote for an advert; return what to say of it.

    Raises NhsJobTuiError where it cannot be taken in; the text is then under `folder`, also after
    a restart, and is what the editor opens the next time.
    """
    whole = library.application(advert_id)
    place = folder / f"{advert_id}.toml"
    before, text = _unfinished(place, whole.ref) or (editable(whole), "")
    after = edit_in(app, text or before, "application.toml")
    if not after.strip():
        place.unlink(missing_ok=True)
        return "An empty text changes nothing; everything is as it was."
    try:
        changes = take_edited(library, advert_id, before, after)
    except NhsJobTuiError as error:
        kept = _keep(place, {"ref": whole.ref, "before": before, "text": after})
        raise NhsJobTuiError(f"{error} {kept}") from error
    place.unlink(missing_ok=True)
    if not changes:
        return "Nothing was changed. An editor with its own window must wait: code --wait."
    return f"{changes} {'change' if changes == 1 else 'changes'} taken in; u takes all back."


def _unfinished(place: Path, ref: str) -> tuple[str, str] | None:
    """Return the text that was given to the editor, and what was made of it and not taken in."""
    try:
        table = tomllib.loads(place.read_text(encoding="utf-8"))
        if table["ref"] == ref:
            return str(table["before"]), str(table["text"])
    except (OSError, ValueError, KeyError):
        pass
    return None


def _keep(place: Path, table: dict[str, str]) -> str:
    try:
        write_toml(place, table)
    except (OSError, InputError) as error:
        return f"And your text cannot be kept: {error}."
    return "Your text is kept: open it again to put it right, or empty it to drop it."
