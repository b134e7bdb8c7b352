"""The commands: one module a verb, no Textual."""

from nhsjobtui.cli.dispatch import run
from nhsjobtui.cli.launch import Launch

__all__ = ["Launch", "run"]
