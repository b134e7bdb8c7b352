"""Two commands on one text at the same time."""

import io
import sys
from collections.abc import Callable

import pytest

from nhsjobtui.cli import context, run
from nhsjobtui.library import Library
from nhsjobtui.paths import current_paths

from . import adverts
from .conftest import Shell

WORDS = {
    "note": ["note", adverts.NURSE, "-"],
    "questions": ["questions", adverts.NURSE, "-"],
    "opening": ["statement", adverts.NURSE, "--opening", "-"],
}


class Typing(io.BytesIO):
    """What a person types while another command changes the library."""

    def __init__(self, data: bytes, meanwhile: Callable[[Library, int], None]) -> None:
        super().__init__(data)
        self.meanwhile = meanwhile

    def read(self, size: int | None = -1, /) -> bytes:
        library = Library.open(current_paths().library_file, context.now, patience=0)
        with library:
            self.meanwhile(library, library.find(adverts.NURSE))
        return super().read(size)


def typed(
    monkeypatch: pytest.MonkeyPatch, words: list[str], meanwhile: Callable[[Library, int], None]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Typing(b"Ours.", meanwhile)))
    assert run(words) == 0


def test_a_note_added_while_another_is_typed_is_kept(
    filled: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, WORDS["note"], lambda library, nurse: library.set_note(nurse, "Theirs."))
    assert filled.ok("note", adverts.NURSE).out == "Theirs.\n\nOurs.\n"


def test_a_question_added_while_another_is_typed_is_kept(
    filled: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile(library: Library, nurse: int) -> None:
        library.set_questions(nurse, "Theirs?")

    typed(monkeypatch, WORDS["questions"], meanwhile)
    assert filled.ok("questions", adverts.NURSE).out == "Theirs?\nOurs.\n"


def test_others_can_save_while_a_paragraph_is_typed(
    filled: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, WORDS["opening"], lambda library, nurse: library.set_note(nurse, "Theirs."))
    assert filled.ok("note", adverts.NURSE).out == "Theirs.\n"
    assert filled("statement", adverts.NURSE).out == "Ours.\n"
