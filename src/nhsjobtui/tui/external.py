"""The person's own editor and browser."""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from nhsjobtui.clean import clean, decoded
from nhsjobtui.errors import NhsJobTuiError
from nhsjobtui.model.references import read_address

if TYPE_CHECKING:
    from textual.app import App

_USUAL_EDITORS = ("nano", "micro", "notepad", "vim", "vi")


def editor_command() -> list[str]:
    """Return the command of $VISUAL, $EDITOR or a usual editor."""
    for name in ("VISUAL", "EDITOR"):
        if command := os.environ.get(name, "").strip():
            try:
                return shlex.split(command)
            except ValueError as error:
                raise NhsJobTuiError(
                    f"${name} cannot be understood: {command}", "Is a quote missing?"
                ) from error
    for command in _USUAL_EDITORS:
        if shutil.which(command):
            return [command]
    raise NhsJobTuiError("No editor was found.", "Set VISUAL or EDITOR to the one you like.")


def edit_in(app: "App[Any]", text: str, name: str = "text.txt") -> str:
    """Give the terminal to the person's editor and return what they made of a text."""
    from textual.app import SuspendNotSupported

    problem = None
    try:
        with app.suspend():
            # A failure must not leave this block: the app would stay suspended.
            try:
                text = edit_elsewhere(text, name)
            except NhsJobTuiError as error:
                problem = error
    except SuspendNotSupported as error:
        raise NhsJobTuiError("Your editor needs a real terminal.") from error
    if problem is not None:
        raise problem
    return text


def edit_elsewhere(text: str, name: str = "text.txt") -> str:
    """Let the person change a text in their editor and return what they made of it.

    The terminal must be free: call this while the app is suspended.
    """
    command = editor_command()
    with tempfile.TemporaryDirectory(prefix="nhsjobtui-") as folder:
        path = Path(folder) / name
        path.write_text(text, encoding="utf-8")
        try:
            done = subprocess.run([*command, str(path)], check=False)  # noqa: S603
        except OSError as error:
            raise NhsJobTuiError(
                f"The editor {command[0]} cannot be started: {error.strerror}.",
                "Set VISUAL or EDITOR to another.",
            ) from error
        try:
            data = path.read_bytes()
        except OSError as error:
            raise NhsJobTuiError(
                f"{command[0]} left no file that can be read; the text is as it was."
            ) from error
        changed = clean(decoded(data)).rstrip("\n")
        if done.returncode and changed == text.rstrip("\n"):
            raise NhsJobTuiError(f"{command[0]} ended with an error; the text is as it was.")
        return changed


def keep_text(error: NhsJobTuiError, folder: Path, text: str) -> NhsJobTuiError:
    """Write a text that could not be saved into a file; return what to say of it and why."""
    from nhsjobtui.paths import private_folder

    try:
        prefix, suffix = "not-saved-", ".txt"
        handle, name = tempfile.mkstemp(suffix, prefix, private_folder(folder), text=True)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
    except (OSError, NhsJobTuiError) as second:
        return NhsJobTuiError(f"{error} And your text cannot be kept: {second}.")
    return NhsJobTuiError(f"{error} Your text is in {name}.")


def browse(address: str) -> bool:
    """Open an advert's address in the browser; return False where there is no browser here.

    Only addresses of the boards are opened, so that nothing an advert says can start a program.
    """
    import webbrowser

    found = read_address(address)
    if found is None or urlsplit(found.url).scheme != "https":
        raise NhsJobTuiError("This advert has no address of a known board.")
    screen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if sys.platform not in {"darwin", "win32"} and not screen and not os.environ.get("BROWSER"):
        return False
    return webbrowser.open(found.url)
