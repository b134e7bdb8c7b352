import os
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from nhsjobtui.boards.client import Client
from nhsjobtui.boards.failures import Stopped, Unreachable
from nhsjobtui.boards.pace import Pace
from nhsjobtui.boards.stop import Stop
from tests.board import Board, Reply, faults
from tests.board.server import ADVERT, Handler

from .conftest import QUICK, Connect

PATH = ADVERT + "C9999-26-0101"
SLOW = replace(QUICK, interval=0.2)


def test_requests_are_an_interval_apart(connect: Connect, board: Board) -> None:
    client = connect(SLOW)
    for _ in range(4):
        client.get(PATH)
    assert len(board.gaps) == 3
    assert min(board.gaps) >= 0.2


def test_retries_and_redirects_are_requests_too(connect: Connect, board: Board) -> None:
    board.fault(faults.status(500), times=1)
    board.fault(faults.redirect(PATH), times=2)
    connect(SLOW).get(PATH)
    assert len(board.gaps) == 3
    assert min(board.gaps) >= 0.2


def test_two_clients_share_the_time(connect: Connect, board: Board, tmp_path: Path) -> None:
    clients = [connect(SLOW, folder=tmp_path / "pace") for _ in range(2)]
    threads = [
        threading.Thread(target=lambda c=client: [c.get(PATH), c.get(PATH)]) for client in clients
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(board.gaps) == 3
    assert min(board.gaps) >= 0.2


_COPY = f"""\
from pathlib import Path
import sys
from nhsjobtui.boards.address import nhs_jobs
from nhsjobtui.boards.client import Client, Manners
with Client(nhs_jobs(), Manners(interval=0.2), folder=Path(sys.argv[1])) as client:
    client.get("{PATH}")
    client.get("{PATH}")
"""


def test_several_running_copies_share_the_time(board: Board, tmp_path: Path) -> None:
    words = [sys.executable, "-c", _COPY, str(tmp_path / "pace")]
    copies = [subprocess.Popen(words) for _ in range(3)]
    assert [copy.wait(30) for copy in copies] == [0, 0, 0]
    assert len(board.gaps) == 5
    assert min(board.gaps) >= 0.2


def test_no_copy_asks_while_another_is_answered(board: Board, tmp_path: Path) -> None:
    def late(handler: Handler, reply: Reply) -> None:
        handler.nap(0.4)
        handler.reply(reply)

    board.fault(late)
    words = [sys.executable, "-c", _COPY, str(tmp_path / "pace")]
    copies = [subprocess.Popen(words) for _ in range(3)]
    assert [copy.wait(30) for copy in copies] == [0, 0, 0]
    assert board.most_at_once == 1


ODD = [b"", b"nonsense", b"\xff" * 5000, b"nan", b"inf", b"-1e9", b"1e300", b"[1, 2]"]


@pytest.mark.parametrize("content", ODD)
def test_an_odd_file_is_no_hindrance(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "host").write_bytes(content)
    pace = Pace(0.05, tmp_path, "host")
    start = time.monotonic()
    pace.start(Stop())
    assert time.monotonic() - start < 0.05
    assert start <= float((tmp_path / "host").read_bytes()) <= time.monotonic()
    pace.start(Stop())
    assert time.monotonic() - start >= 0.05


def test_a_time_still_to_come_is_from_before_the_machine_started(tmp_path: Path) -> None:
    (tmp_path / "host").write_text(repr(time.monotonic() + 5000))
    start = time.monotonic()
    Pace(1, tmp_path, "host").start(Stop())
    assert time.monotonic() - start < 0.5


@pytest.mark.parametrize("there", ["a folder", "a file where the folder should be"])
def test_without_the_file_a_client_keeps_its_own_time(tmp_path: Path, there: str) -> None:
    folder = tmp_path / "pace"
    if there == "a folder":
        (folder / "host").mkdir(parents=True)
    else:
        folder.write_text("")
    pace = Pace(0.05, folder, "host")
    start = time.monotonic()
    pace.start(Stop())
    pace.start(Stop())
    assert time.monotonic() - start >= 0.05


@pytest.mark.skipif(os.name == "nt", reason="there are no such locks")
def test_the_lock_of_a_copy_that_was_killed_is_free(tmp_path: Path) -> None:
    code = (
        "import fcntl, sys, os, time\n"
        "kept = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT, 0o600)\n"
        "fcntl.flock(kept, fcntl.LOCK_EX)\n"
        "print('held', flush=True)\n"
        "time.sleep(60)\n"
    )
    words = [sys.executable, "-c", code, str(tmp_path / "host")]
    with subprocess.Popen(words, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        holder.kill()
    start = time.monotonic()
    Pace(0.05, tmp_path, "host").start(Stop())
    assert time.monotonic() - start < 0.5


def test_the_wait_for_the_next_request_can_be_stopped(connect: Connect, board: Board) -> None:
    stop = Stop()
    client = connect(replace(QUICK, interval=30), stop=stop)
    client.get(PATH)
    timer = threading.Timer(0.1, stop.set)
    timer.start()
    start = time.monotonic()
    with pytest.raises(Stopped):
        client.get(PATH)
    assert time.monotonic() - start < 2
    assert len(board.requests) == 1
    timer.join()


def test_the_real_board_is_never_asked_more_than_once_a_second() -> None:
    from nhsjobtui.boards.address import nhs_jobs

    assert nhs_jobs().least_interval == 1.0


def test_the_file_is_for_its_owner_only(tmp_path: Path) -> None:
    Pace(1, tmp_path / "pace", "127.0.0.1:80").start(Stop())
    assert (tmp_path / "pace").stat().st_mode & 0o077 == 0
    assert (tmp_path / "pace" / "127.0.0.1-80").stat().st_mode & 0o077 == 0


def test_a_system_without_such_locks_shares_the_time_all_the_same(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['fcntl'] = None\n"
        "from pathlib import Path\n"
        "from nhsjobtui.boards import client, pace, stop\n"
        "pace.Pace(1, Path(sys.argv[1]), 'host').start(stop.Stop())\n"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True)
    assert float((tmp_path / "host").read_text()) <= time.monotonic()


def test_the_first_try_that_fails_is_counted(connect: Connect, board: Board) -> None:
    board.fault(faults.hang_up())
    client: Client = connect(SLOW)
    with pytest.raises(Unreachable):
        client.get(PATH)
    assert min(board.gaps) >= 0.2
