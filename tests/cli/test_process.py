"""The program as a process of its own: what it loads, and how it ends."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from . import adverts
from .conftest import Shell

PROGRAM = [sys.executable, "-m", "nhsjobtui"]
posix = pytest.mark.skipif(os.name == "nt", reason="signals and pipes are others there")

EVERY_VERB = [
    ["list"],
    ["list", "--json", "--limit", "50"],
    ["show", adverts.NURSE],
    ["show", adverts.NURSE, "--json"],
    ["shortlist", adverts.NURSE],
    ["stage", adverts.NURSE, "drafting"],
    ["stage", adverts.NURSE, "applied", "--on", "2026-11-03"],
    ["show", adverts.NURSE, "--sent"],
    ["log", adverts.NURSE],
    ["list", "--applications"],
    ["todo"],
    ["mark", adverts.NURSE, "1", "2"],
    ["questions", adverts.NURSE, "Why?"],
    ["note", adverts.NURSE, "Ring."],
    ["tick", adverts.NURSE, "1"],
    ["evidence", adverts.NURSE, "1", "Since 2019."],
    ["criterion", adverts.NURSE, "add", "Kind"],
    ["evidence", adverts.NURSE, "1", "--star"],
    ["bank", "ward"],
    ["bank", "--add", "A piece."],
    ["statement", adverts.NURSE],
    ["export", adverts.NURSE, "--format", "md"],
    ["export", adverts.NURSE, "--format", "overview"],
    ["export", "--all", "--format", "json"],
    ["import", "nothing.toml"],
    ["statement", adverts.NURSE, "--opening", "Dear panel,"],
    ["changes"],
    ["documents", adverts.NURSE],
    ["refresh", adverts.NURSE, "--offline"],
    ["undo"],
    ["redo"],
    ["paths"],
    ["keys"],
    ["completion", "bash"],
    ["--help"],
    ["--version"],
    ["lsit"],
]
READERS = [["add", "-"], ["parse", "-"]]


def loaded(words: list[str], stdin: bytes = b"") -> set[str]:
    """Return the names of the packages that a command loads."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "nhsjobtui", *words],
        input=stdin,
        capture_output=True,
        check=False,
    )
    assert done.returncode in {0, 1, 2}
    assert b"Traceback" not in done.stderr
    lines = done.stderr.decode().splitlines()
    names = [line.rpartition("|")[2].strip() for line in lines if line.startswith("import time:")]
    assert "nhsjobtui.cli" in names
    return {name.partition(".")[0] for name in names}


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("words", EVERY_VERB, ids=" ".join)
def test_a_command_loads_only_what_it_needs(words: list[str]) -> None:
    heavy = {"textual", "rich", "httpx", "selectolax", "platformdirs", "tomli_w"}
    heavy |= {"docx", "lxml", "icalendar", "rapidfuzz"}
    assert not loaded(words) & heavy
    assert ("argcomplete" in loaded(words)) == (words[0] == "completion")


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("form", "package"),
    [("docx", "docx"), ("ics", "icalendar"), ("toml", "tomli_w")],
)
def test_a_form_of_export_loads_its_own_library_only(form: str, package: str) -> None:
    found = loaded(["export", adverts.NURSE, "--format", form])
    assert found & {"docx", "icalendar", "tomli_w", "rapidfuzz", "textual"} == {package}


@pytest.mark.usefixtures("filled")
def test_a_list_loads_nothing_of_adding_and_changing() -> None:
    code = "import sys; from nhsjobtui.cli import run; run(['list', '--json']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    modules = set(done.stdout.splitlines()[-1].split())
    assert "nhsjobtui.library" in modules
    unwanted = ("library.adding", "library.identity", "model.merge", "model.references", "clean")
    assert not modules & {f"nhsjobtui.{name}" for name in unwanted}


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("words", READERS, ids=" ".join)
def test_reading_a_page_loads_the_reader_and_no_app(words: list[str]) -> None:
    packages = loaded(words, adverts.page().encode())
    assert "selectolax" in packages
    assert not packages & {"textual", "rich", "httpx", "platformdirs"}


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("words", [[], ["demo"]], ids=["app", "demo"])
def test_opening_the_app_loads_nothing_of_the_commands_before_it(words: list[str]) -> None:
    code = f"import sys; from nhsjobtui.cli import run; run({words}); print(*sys.modules)"
    for _ in range(2):  # the demo is built the first time
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, check=True, text=True
        )
    modules = set(done.stdout.split())
    assert not modules & {"argparse", "sqlite3", "json", "nhsjobtui.library", "textual"}


@posix
@pytest.mark.usefixtures("home")
def test_a_reader_that_goes_away_is_no_error(filled: Shell) -> None:
    filled.ok("note", adverts.NURSE, "x" * 300_000)
    for words in (["show", adverts.NURSE], ["show", "--json", adverts.NURSE], ["keys"]):
        reading, writing = os.pipe()
        os.close(reading)
        done = subprocess.run(
            [*PROGRAM, *words], stdout=writing, stderr=subprocess.PIPE, check=False
        )
        os.close(writing)
        assert done.returncode == 141
        assert done.stderr == b""


@posix
def test_a_full_disk_behind_stdout_is_a_sentence(filled: Shell) -> None:
    del filled
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full here")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, "list"], stdout=full, stderr=subprocess.PIPE, check=False, text=True
        )
    assert done.returncode == 1
    assert done.stderr.startswith("nhsjobtui: No space left on device")
    assert done.stderr.count("\n") == 1


@pytest.fixture
def sigint() -> Iterator[None]:
    """Hear SIGINT, also where the tests were started in the background, which ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@posix
@pytest.mark.usefixtures("home")
def test_ctrl_c_stops_with_a_sentence(tmp_path: Path, sigint: None) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    words = [*PROGRAM, "add", str(pipe)]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as process:
        with pipe.open("wb"):  # returns once the command has opened it to read
            process.send_signal(signal.SIGINT)
            assert process.wait(20) == 130
        assert process.stderr is not None
        assert process.stderr.read() == "nhsjobtui: Stopped. What was done before is kept.\n"


@posix
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_a_terminal_without_utf_8_gets_replacements_and_json_stays_json(
    filled: Shell, encoding: str
) -> None:
    import json

    filled.ok("note", adverts.NURSE, "ŵ – £5 “now”")
    told = os.environ | {"PYTHONIOENCODING": encoding}
    for words in (["show", adverts.NURSE], ["--help"], ["keys"], ["list"]):
        done = subprocess.run([*PROGRAM, *words], env=told, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, b"")
    done = subprocess.run(
        [*PROGRAM, "show", "--json", adverts.NURSE], env=told, capture_output=True, check=True
    )
    assert json.loads(done.stdout)["notes"] == "ŵ – £5 “now”"


@posix
@pytest.mark.usefixtures("home")
def test_an_argument_that_is_no_text_is_no_traceback() -> None:
    for words in (["show", b"\xff\xfe"], ["list", b"caf\xe9"], [b"\xff"], ["stage", "x", b"\xff"]):
        done = subprocess.run([*PROGRAM, *words], capture_output=True, check=False)
        assert done.returncode in {0, 2}
        assert b"Traceback" not in done.stderr


@posix
def test_two_homes_are_two_libraries(filled: Shell, tmp_path: Path) -> None:
    assert len(filled.ok("list").lines) == 3
    told = os.environ | {"NHSJOBTUI_HOME": str(tmp_path / "other")}
    done = subprocess.run([*PROGRAM, "list"], env=told, capture_output=True, check=True)
    assert done.stdout == b""


@posix
@pytest.mark.usefixtures("home")
def test_closed_streams_are_no_traceback() -> None:
    for closing in ("<&-", ">&-", "2>&-"):
        for command in ("list", "add -", "keys"):
            line = f'"$0" -m nhsjobtui {command} </dev/null {closing}'
            done = subprocess.run(
                ["sh", "-c", line, sys.executable], capture_output=True, check=False
            )
            assert done.returncode in {0, 1, 2}
            assert b"Traceback" not in done.stderr + done.stdout


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("words", [[], ["demo"]])
def test_the_app_without_a_terminal_is_a_sentence(words: list[str]) -> None:
    done = subprocess.run(
        [*PROGRAM, *words], stdin=subprocess.DEVNULL, capture_output=True, check=False, text=True
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("nhsjobtui: The app needs a terminal.")
    assert done.stderr.count("\n") == 1
