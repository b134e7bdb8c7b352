"""Where the program keeps its files."""

import os
from pathlib import Path
from typing import NamedTuple

from nhsjobtui.errors import InputError

HOME_VARIABLE = "NHSJOBTUI_HOME"
_NAME = "nhsjobtui"


class Paths(NamedTuple):
    """The three folders in use; all are the same one when `NHSJOBTUI_HOME` is set."""

    config: Path
    data: Path
    state: Path

    @property
    def config_file(self) -> Path:
        """The person's settings, never rewritten once made."""
        return self.config / "config.toml"

    @property
    def searches_file(self) -> Path:
        """Saved searches."""
        return self.config / "searches.toml"

    @property
    def state_file(self) -> Path:
        """Where the person left off."""
        return self.state / "state.toml"

    @property
    def library_file(self) -> Path:
        """The library: every advert and everything the person added."""
        return self.data / "library.sqlite3"

    @property
    def backups(self) -> Path:
        """Copies of the library."""
        return self.data / "backups"

    @property
    def documents(self) -> Path:
        """Downloaded documents."""
        return self.data / "documents"

    @property
    def unfinished(self) -> Path:
        """Texts from the person's own editor that could not be taken in yet."""
        return self.data / "unfinished"

    @property
    def log_file(self) -> Path:
        """What went wrong, for a report."""
        return self.state / "log.txt"


def current_paths() -> Paths:
    """Return the folders for this run, without making any of them."""
    if home := os.environ.get(HOME_VARIABLE):
        folder = Path(home).expanduser().absolute()
        return Paths(folder, folder, folder)
    import platformdirs

    dirs = platformdirs.PlatformDirs(_NAME, appauthor=False)
    return Paths(dirs.user_config_path, dirs.user_data_path, dirs.user_state_path)


def private_folder(folder: Path) -> Path:
    """Make a folder that only its owner can open, and return it."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            f"The folder {folder} cannot be made: {error.strerror}.",
            f"Choose another with {HOME_VARIABLE}=FOLDER.",
        ) from error
    return folder
