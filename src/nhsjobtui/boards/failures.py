"""What can go wrong with a board, each kind a sentence of its own."""

from nhsjobtui.errors import NhsJobTuiError

KEPT = "What is in the library is as it was."


class BoardError(NhsJobTuiError):
    """A board was not asked, did not answer, or did not answer well; nothing stored changed."""


class Offline(BoardError):
    """Nothing was asked because the person wants no network used."""


class Stopped(BoardError):
    """The person stopped it."""


class Refused(BoardError):
    """The board does not want to be asked; it is not asked again in this run."""


class Unreachable(BoardError):
    """No answer came, or none that can be used."""


class TooLarge(Unreachable):
    """The answer is larger than anything of its kind."""


class Broken(Exception):
    """One try failed in a way that another may not; the message completes "NHS Jobs …"."""
