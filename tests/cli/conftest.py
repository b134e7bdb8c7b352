"""A library of its own for each test, a fixed clock, and commands run in process."""

import io
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nhsjobtui.boards.address import URL_VARIABLE
from nhsjobtui.cli import Launch, context, run
from nhsjobtui.paths import HOME_VARIABLE

from . import adverts

NOBODY = "http://127.0.0.1:9"  # where no board answers
NOW = datetime(2026, 11, 15, 9, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Result:
    """What a command returned and printed."""

    code: int | Launch
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


@dataclass(frozen=True)
class Shell:
    """Runs commands in process."""

    capture: pytest.CaptureFixture[str]
    monkeypatch: pytest.MonkeyPatch

    def __call__(self, *words: str, stdin: str | bytes | None = None) -> Result:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        self.monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data or b"")))
        self.capture.readouterr()
        code = run(words)
        printed = self.capture.readouterr()
        return Result(code, printed.out, printed.err)

    def ok(self, *words: str, stdin: str | bytes | None = None) -> Result:
        """Run a command that must succeed without a word on stderr."""
        result = self(*words, stdin=stdin)
        assert (result.code, result.err) == (0, "")
        return result


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of this test's library."""
    folder = tmp_path / "home"
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    monkeypatch.setenv(URL_VARIABLE, NOBODY)
    monkeypatch.setattr(context, "now", lambda: NOW)
    return folder


@pytest.fixture
def shell(home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    """Return commands on an empty library."""
    return Shell(capsys, monkeypatch)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Return a folder with three saved adverts."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "nurse.html").write_text(adverts.page(), "utf-8")
    (folder / "midwife.html").write_text(
        adverts.page(
            adverts.MIDWIFE, "Midwife, Teme Birth Centre", closing="16 November 2026", band="Band 6"
        ),
        "utf-8",
    )
    (folder / "clerk.html").write_text(
        adverts.page(
            adverts.CLERK,
            "Ward Clerk",
            closing="30 November 2026",
            band="Band 2",
            specification=False,
        ),
        "utf-8",
    )
    return folder


@pytest.fixture
def filled(shell: Shell, pages: Path) -> Shell:
    """Return commands on a library of three adverts."""
    assert shell("add", str(pages)).code == 0
    return shell
