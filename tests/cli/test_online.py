"""The commands that go online, with a board on this machine."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from nhsjobtui.boards.address import URL_VARIABLE
from tests.board import Board, Document, Reply, Vacancy, faults, vacancies
from tests.board.server import Handler

from . import adverts
from .conftest import Shell

VACANCY = Vacancy(documents=(Document(), Document("Map.pdf", "PDF, 20 KB", b"%PDF-1.7 a map")))
SLUG = VACANCY.slug
ADDRESS = f"https://www.jobs.nhs.uk/candidate/jobadvert/{SLUG}"
# Runs a command and says which sockets were made meanwhile.
WATCHED = """\
import sys
made = []
sys.addaudithook(lambda event, args: made.append(event) if event.startswith("socket.") else None)
from nhsjobtui.cli import run
code = run(sys.argv[1:])
print("END", code, len(made), "httpx" in sys.modules)
"""


@pytest.fixture
def board(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Board]:
    """Return a board that stands for NHS Jobs, asked as fast as it answers."""
    home.mkdir()
    (home / "config.toml").write_text("[network]\ninterval = 0\n")
    with Board([VACANCY, *vacancies(5)]) as board:
        monkeypatch.setenv(URL_VARIABLE, board.url)
        yield board


@pytest.mark.parametrize(
    "target",
    [
        SLUG,
        SLUG.lower(),
        ADDRESS,
        f"{ADDRESS}?keyword=nurse&page=3",
        f"https://beta.jobs.nhs.uk/candidate/jobadvert/{SLUG}",
        f"www.jobs.nhs.uk/candidate/jobadvert/{SLUG}#main",
    ],
)
def test_an_advert_is_added_from_the_board(shell: Shell, board: Board, target: str) -> None:
    board.put(replace(VACANCY, slug=SLUG))
    result = shell("add", target)
    assert (result.code, result.out) == (0, f"added    {SLUG}  {VACANCY.title}\n")
    assert result.err == f"Asking NHS Jobs for {SLUG} …\n"
    record = json.loads(shell.ok("show", "--json", SLUG).out)
    assert (record["url"], record["state"]) == (ADDRESS, "open")
    assert len(board.requests) == 1


def test_adding_it_again_says_what_changed(shell: Shell, board: Board) -> None:
    shell("add", SLUG)
    assert shell("add", SLUG).out == f"same     {SLUG}  {VACANCY.title}\n"
    board.put(replace(VACANCY, closing=date(2026, 12, 24)))
    record = json.loads(shell("--json", "add", SLUG).out)
    assert (record["outcome"], record["changed"]) == ("updated", ["closing date"])


def test_a_board_that_does_not_answer_leaves_the_copy_and_says_so(
    shell: Shell, board: Board
) -> None:
    shell("add", SLUG)
    board.fault(faults.status(500))
    result = shell("add", SLUG)
    assert (result.code, result.out) == (1, f"here     {SLUG}  {VACANCY.title}\n")
    assert "did not come: NHS Jobs answered with a fault of its own (500)." in result.err
    assert "The copy in the library is kept." in result.err
    shown = shell.ok("show", SLUG).out
    assert "This copy: 2026-11-15 09:00, London time; asked again on 15 November 2026:" in shown


def test_an_advert_that_is_not_there_adds_nothing(shell: Shell, board: Board) -> None:
    result = shell("add", "C1111-26-0001")
    assert (result.code, result.out) == (1, "")
    assert "C1111-26-0001 is not on NHS Jobs: NHS Jobs answered 404. Nothing was" in result.err
    assert shell("list").out == ""


def test_files_and_addresses_come_in_order(shell: Shell, board: Board, pages: Path) -> None:
    lines = shell("add", str(pages / "clerk.html"), SLUG, str(pages / "midwife.html")).lines
    assert [line.split()[1] for line in lines] == [adverts.CLERK, SLUG, adverts.MIDWIFE]


@pytest.mark.parametrize(
    ("target", "says"),
    [
        ("https://findajob.dwp.gov.uk/details/12345678", "Find a job closed"),
        ("https://www.healthjobsuk.com/job/UK/Wyreham/Porter-v1234567", "refuse programs"),
        ("https://apps.trac.jobs/job-advert-v1234567", "refuse programs"),
        ("https://apps.trac.jobs/job-advert/1234567?ref=x", "refuse programs"),
    ],
)
def test_other_boards_are_not_asked(shell: Shell, board: Board, target: str, says: str) -> None:
    result = shell("add", target)
    assert (result.code, result.out) == (1, "")
    assert says in result.err
    assert "nhsjobtui add FILE" in result.err
    assert board.requests == []


@pytest.fixture
def kept(shell: Shell, board: Board) -> Shell:
    """Return commands on a library of six adverts from the board, two of them shortlisted."""
    slugs = [vacancy.slug for vacancy in board.vacancies]
    assert shell("add", *slugs).code == 0
    shell.ok("shortlist", *slugs[:2])
    board.requests.clear()
    return shell


def test_refresh_asks_for_the_adverts_named(kept: Shell, board: Board) -> None:
    board.put(replace(VACANCY, closing=date(2026, 12, 24)))
    result = kept("refresh", SLUG, ADDRESS)
    assert result.lines == [
        f"changed    {SLUG} {VACANCY.title} (closing date)",
        "1 changed.",
    ]
    assert (result.code, result.err, len(board.requests)) == (0, "", 1)


@pytest.mark.parametrize("words", [["refresh"], ["refresh", "--shortlisted"]])
def test_refresh_asks_for_the_shortlist(kept: Shell, board: Board, words: list[str]) -> None:
    board.remove(SLUG)
    result = kept(*words)
    assert result.lines[-1] == "1 gone, 1 the same."
    assert f"gone       {SLUG} {VACANCY.title} (NHS Jobs answered 404)" in result.lines
    assert result.code == 0
    assert "Asking NHS Jobs for 2 adverts" in result.err
    assert json.loads(kept.ok("show", "--json", SLUG).out)["state"] == "gone"


def test_refresh_speaks_json(kept: Shell, board: Board) -> None:
    board.remove(SLUG)
    result = kept("refresh", SLUG, "--json")
    record = json.loads(result.out)
    assert (record["outcome"], record["slug"], record["state"]) == ("gone", SLUG, "gone")
    assert result.err == "1 gone.\n"


def test_refresh_says_what_did_not_come(kept: Shell, board: Board) -> None:
    board.fault(faults.status(403))
    result = kept("refresh")
    assert result.code == 1
    assert "refuses to be asked by this program (403)" in result.err
    assert result.lines[-1] == "1 did not come, 1 not asked for."


def test_what_did_not_come_is_said_beside_the_json_too(kept: Shell, board: Board) -> None:
    board.fault(faults.status(403))
    result = kept("--json", "refresh")
    assert [json.loads(line)["outcome"] for line in result.lines] == ["failed", "not_asked"]
    assert "refuses to be asked" in result.err


def test_refresh_of_what_is_not_there_is_wrong_input(kept: Shell, board: Board) -> None:
    result = kept("refresh", "C1111-26-0001", SLUG)
    assert (result.code, result.lines[-1]) == (2, "1 the same.")
    assert kept("refresh", "--shortlisted", SLUG).code == 2
    kept.ok("shortlist", "--off", *(vacancy.slug for vacancy in board.vacancies[:2]))
    nothing = kept("refresh")
    assert (nothing.code, nothing.out) == (0, "")
    assert "The shortlist is empty" in nothing.err


def test_changes_are_listed_since_a_day(kept: Shell, board: Board) -> None:
    board.put(replace(VACANCY, closing=date(2026, 12, 24)))
    kept("refresh", SLUG)
    (line,) = kept.ok("changes").lines
    assert line == (
        f"2026-11-15 09:00  {SLUG} {VACANCY.title}: "
        "closing date from 30 November 2026 to 24 December 2026"
    )
    assert kept.ok("changes", "--since", "2026-11-15").lines == [line]
    assert kept("changes", "--since", "16 November 2026").out == ""
    record = json.loads(kept.ok("changes", "--json").out)
    assert (record["slug"], record["kind"]) == (SLUG, "updated")
    assert kept("changes", "--since", "soon").code == 2


def test_a_document_that_does_not_come_keeps_no_other_away(
    kept: Shell, board: Board, home: Path
) -> None:
    def too_large(handler: Handler, reply: Reply) -> None:
        if board.requests[-1].form.get("document") == "1":
            faults.too_large(26)(handler, reply)
        else:
            handler.reply(reply)

    board.fault(too_large)
    result = kept("documents", SLUG, "--get", "all")
    assert (result.code, len(result.lines)) == (1, 1)
    assert result.lines[0].startswith("2. Map.pdf")
    assert result.err == (
        "nhsjobtui: “JD and PS.doc” is larger than 25 MB, so it was not taken. "
        "What is in the library is as it was.\n"
    )


def test_documents_are_listed_and_downloaded(kept: Shell, board: Board, home: Path) -> None:
    assert kept.ok("documents", SLUG).lines == [
        "1. JD and PS.doc (DOC, 668 KB)",
        "2. Map.pdf (PDF, 20 KB)",
    ]
    assert board.requests == []
    (line,) = kept.ok("documents", SLUG, "--get", "2").lines
    (file,) = (home / "documents" / SLUG).iterdir()
    assert line == f"2. Map.pdf (PDF, 20 KB): {file}, 14 bytes"
    assert file.read_bytes() == b"%PDF-1.7 a map"
    assert len(kept.ok("documents", SLUG, "--get", "all").lines) == 2
    records = [json.loads(line) for line in kept.ok("documents", "--json", SLUG).lines]
    assert records[1] == {
        "n": 2,
        "name": "Map.pdf",
        "detail": "PDF, 20 KB",
        "file": str(file),
        "size": 14,
    }
    for wrong in (["--get", "x"], ["--get", "0"], ["--get", "9"], ["--open"]):
        assert kept("documents", SLUG, *wrong).code == 2


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="other programs open files there")
def test_a_document_is_opened_with_the_systems_program(
    kept: Shell, board: Board, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "told"
    os.mkfifo(told)
    opener = tmp_path / "bin" / "xdg-open"
    opener.parent.mkdir()
    opener.write_text(f'#!/bin/sh\nprintf %s "$1" > {told}\n')
    opener.chmod(0o755)
    monkeypatch.setenv("PATH", f"{opener.parent}:{os.environ['PATH']}")
    line = kept.ok("documents", SLUG, "--get", "2", "--open").out
    file = told.read_text()
    assert Path(file).read_bytes() == b"%PDF-1.7 a map"
    assert file in line
    monkeypatch.setenv("PATH", str(tmp_path))
    result = kept("documents", SLUG, "--get", "2", "--open")
    assert result.code == 1
    assert "Open the file yourself" in result.err


ONLINE = [
    ["add", SLUG],
    ["add", ADDRESS],
    ["refresh", SLUG],
    ["refresh"],
    ["documents", SLUG, "--get", "1"],
]


@pytest.mark.parametrize("words", ONLINE, ids=" ".join)
@pytest.mark.parametrize("how", ["before", "after", "config"])
def test_offline_no_socket_is_opened(
    kept: Shell, board: Board, home: Path, words: list[str], how: str
) -> None:
    if how == "config":
        (home / "config.toml").write_text("[network]\noffline = true\n")
    else:
        words = ["--offline", *words] if how == "before" else [*words, "--offline"]
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *words], capture_output=True, text=True, check=True
    )
    code = 0 if "add" in words else 1  # the advert is here already
    assert done.stdout.splitlines()[-1] == f"END {code} 0 False"
    if code:
        assert "Working offline" in done.stderr
    assert board.requests == []


def test_offline_a_listing_that_is_added_is_said_to_be_no_more_than_that(
    shell: Shell, board: Board
) -> None:
    shell.ok("sync")
    assert shell("add", SLUG).code == 0
    listed = board.vacancies[-1].slug
    asked = len(board.requests)
    result = shell("add", "--offline", listed)
    assert (result.code, result.lines[0].split()[:2]) == (0, ["here", listed])
    assert result.err.startswith(
        "Only the search result of it is here. Working offline (--offline)"
    )
    assert shell("add", "--offline", SLUG).err == ""
    assert len(board.requests) == asked


def test_online_sockets_are_seen_to_be_opened(kept: Shell, board: Board) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, "refresh", SLUG], capture_output=True, text=True, check=True
    )
    words = done.stdout.splitlines()[-1].split()
    assert (words[1], words[3]) == ("0", "True")
    assert int(words[2]) > 0


@pytest.mark.parametrize(
    "words", [["list"], ["show", SLUG], ["documents", SLUG], ["changes"], ["add", "-"]]
)
def test_what_needs_no_network_uses_none(kept: Shell, board: Board, words: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *words],
        input=adverts.page(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "END 0 0 False"
    assert board.requests == []


def test_settings_that_cannot_be_meant_are_wrong_input(
    shell: Shell, board: Board, home: Path
) -> None:
    (home / "config.toml").write_text("[network]\ninterval = 'fast'\n")
    result = shell("add", SLUG)
    assert result.code == 2
    assert "interval in [network] of" in result.err
    assert board.requests == []


@pytest.mark.skipif(os.name == "nt", reason="signals are others there")
def test_ctrl_c_stops_and_keeps_what_came(kept: Shell, board: Board) -> None:
    reached = threading.Event()
    slug = board.vacancies[1].slug

    def hold(handler: Handler, reply: Reply) -> None:
        reached.set()
        handler.nap(60)

    board.fault(hold, on=slug)
    board.put(replace(VACANCY, closing=date(2026, 12, 24)))
    words = [sys.executable, "-m", "nhsjobtui", "refresh", SLUG, slug]
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with subprocess.Popen(
            words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as process:
            assert reached.wait(20)
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=20)
    finally:
        signal.signal(signal.SIGINT, before)
    assert process.returncode == 130
    assert out.splitlines()[-1] == "1 changed."
    assert err.endswith("nhsjobtui: Stopped. What was done before is kept.\n")
    assert json.loads(kept.ok("show", "--json", SLUG).out)["closing"] == "2026-12-24"
