"""The one kind of error a person is ever shown."""


class NhsJobTuiError(Exception):
    """A failure said in a sentence: what happened, and in `hint` what to do about it."""

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class InputError(NhsJobTuiError):
    """What the person gave cannot be used: a missing file, an unknown reference, a wrong word."""

    exit_code = 2


class NotAnAdvert(InputError):
    """What was read is not an advert; the message says what it looks like instead."""
