import threading
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from nhsjobtui.boards.address import URL_VARIABLE, nhs_jobs
from nhsjobtui.boards.body import FEED, PAGE
from nhsjobtui.boards.client import Client
from nhsjobtui.boards.connection import USER_AGENT
from nhsjobtui.boards.failures import BoardError, Refused, Stopped, TooLarge, Unreachable
from nhsjobtui.boards.stop import Stop
from nhsjobtui.errors import InputError
from tests.board import Board, faults
from tests.board.server import ADVERT, Fault
from tests.board.server import FEED as FEED_PATH

from .conftest import QUICK, Connect

PATH = ADVERT + "C9999-26-0101"


def test_it_says_who_asks_and_carries_no_cookie_to_the_next_request(
    client: Client, board: Board
) -> None:
    answer = client.get(PATH)
    assert (answer.status, answer.redirected) == (200, False)
    assert b'id="heading"' in answer.body
    client.get(PATH)
    for seen in board.requests:
        assert seen.headers["User-Agent"] == USER_AGENT
        assert "Cookie" not in seen.headers
    assert USER_AGENT.startswith("nhsjobtui/0.1.0 (+https://")
    assert board.connections == 1


def test_parameters_are_asked_for(client: Client, board: Board) -> None:
    client.get(FEED_PATH, {"keyword": "ward & clerk", "payBand": "BAND_2,BAND_3"}, allow=FEED)
    assert board.requests[0].query == {"keyword": "ward & clerk", "payBand": "BAND_2,BAND_3"}


def test_cookies_last_for_a_session_only(client: Client, board: Board) -> None:
    with client.session():
        client.get(PATH)
        client.get(PATH)
    client.get(PATH)
    sent = [seen.headers.get("Cookie", "").startswith("SESSION=") for seen in board.requests]
    assert sent == [False, True, False]


def test_a_copy_that_is_still_right_is_not_sent_again(client: Client, board: Board) -> None:
    board.etags = True
    known = client.get(PATH).validators
    assert known.etag
    again = client.get(PATH, known=known)
    assert (again.status, again.body) == (304, b"")


def test_not_found_is_an_answer(client: Client) -> None:
    assert client.get(ADVERT + "C1111-26-0001").status == 404
    past_the_end = client.get(FEED_PATH, {"page": "99"}, allow=FEED)
    assert (past_the_end.status, past_the_end.headers["Content-Type"]) == (404, "application/json")


PASSING = {
    "500": faults.status(500),
    "503": faults.status(503, retry_after="0"),
    "hang up": faults.hang_up(),
    "silence": faults.silence(),
    "cut body": faults.cut_body(),
    "too short": faults.wrong_length(400),
    "cut gzip": faults.cut_zipped(),
    "429": faults.status(429, retry_after="0"),
}


@pytest.mark.parametrize("fault", PASSING.values(), ids=PASSING)
def test_what_fails_in_passing_is_asked_again(client: Client, board: Board, fault: Fault) -> None:
    board.fault(fault, times=1)
    assert b'id="heading"' in client.get(PATH).body
    assert len(board.requests) == 2
    assert board.most_at_once <= 2  # the board may still be at the one that was given up


LASTING = {
    "500": (faults.status(500), "answered with a fault of its own (500)"),
    "hang up": (faults.hang_up(), "broke off in the middle of its answer"),
    "silence": (faults.silence(), "was silent for 0.3 seconds"),
    "cut body": (faults.cut_body(), "broke off in the middle of its answer"),
    "too short": (faults.wrong_length(400), "broke off in the middle of its answer"),
    "cut gzip": (faults.cut_zipped(), "broke off in the middle of its answer"),
}


@pytest.mark.parametrize(("fault", "says"), LASTING.values(), ids=LASTING)
def test_what_fails_for_good_is_one_sentence_after_a_few_tries(
    connect: Connect, board: Board, fault: Fault, says: str
) -> None:
    client = connect(replace(QUICK, tries=2))
    board.fault(fault)
    with pytest.raises(Unreachable) as failure:
        client.get(PATH)
    assert failure.value.message.startswith("NHS Jobs ")
    assert says in failure.value.message
    assert failure.value.hint == "What is in the library is as it was. Try again later."
    assert len(board.requests) == 2


SLOW = {"headers": faults.slow_headers(0.01), "body": faults.slow_body(0.01)}


@pytest.mark.parametrize("fault", SLOW.values(), ids=SLOW)
def test_an_answer_that_never_ends_is_given_up_and_not_asked_for_again(
    client: Client, board: Board, fault: Fault
) -> None:
    board.fault(fault, times=1)
    with pytest.raises(Unreachable, match=r"took longer than 0\.6 seconds"):
        client.get(PATH)
    assert len(board.requests) == 1
    assert client.get(PATH).status == 200


def test_the_tries_are_further_and_further_apart(connect: Connect, board: Board) -> None:
    client = connect(replace(QUICK, backoff=0.1))
    board.fault(faults.status(500))
    with pytest.raises(Unreachable):
        client.get(PATH)
    first, second = board.gaps
    assert 0.1 <= first < 0.2 <= second


def test_403_stops_the_board_for_the_rest_of_the_run(client: Client, board: Board) -> None:
    board.fault(faults.status(403), times=1)
    for _ in range(2):
        with pytest.raises(Refused, match=r"refuses .*\(403\)"):
            client.get(PATH)
    assert len(board.requests) == 1


def test_429_stops_the_board_unless_it_says_how_soon_to_come_back(
    connect: Connect, board: Board
) -> None:
    board.fault(faults.status(429), times=1)
    client = connect()
    for _ in range(2):
        with pytest.raises(Refused, match="asked too often"):
            client.get(PATH)
    assert len(board.requests) == 1


def test_a_short_retry_after_is_obeyed_once(connect: Connect, board: Board) -> None:
    client = connect()
    board.fault(faults.status(429, retry_after="1"), times=1)
    assert client.get(PATH).status == 200
    assert board.gaps[0] >= 1
    board.fault(faults.status(429, retry_after="0"), times=1)
    with pytest.raises(Refused):
        client.get(PATH)


def test_a_long_retry_after_stops_with_the_time(client: Client, board: Board) -> None:
    when = datetime.now(UTC) + timedelta(hours=30)
    board.fault(faults.status(503, retry_after=format_datetime(when, usegmt=True)))
    with pytest.raises(Refused) as failure:
        client.get(PATH)
    assert f" on {when.day} {when:%B %Y} (503)" in failure.value.message
    with pytest.raises(Refused):
        client.get(PATH)
    assert len(board.requests) == 1


@pytest.mark.parametrize(
    "header", ["soon", "", "-5", "99999999999999999999999", "Thu, 99 Foo 2026"]
)
def test_any_retry_after_is_survived(client: Client, board: Board, header: str) -> None:
    board.fault(faults.status(503, retry_after=header), times=2)
    if header.startswith("9"):
        with pytest.raises(Refused):
            client.get(PATH)
    else:
        assert client.get(PATH).status == 200


def test_redirects_on_the_board_are_followed(client: Client, board: Board) -> None:
    board.fault(faults.redirect(PATH), on="/old", times=1)
    answer = client.get("/old")
    assert (answer.redirected, answer.url) == (True, board.url + PATH)


AWAY = [
    "https://www.example.nhs.uk/candidate/jobadvert/C9999-26-0101",
    "http://www.jobs.nhs.uk/candidate/jobadvert/C9999-26-0101",
    "https://www.jobs.nhs.uk/candidate/jobadvert/C9999-26-0101",
    "//example.nhs.uk/x",
    "http://127.0.0.1:1/x",
    "ftp://127.0.0.1/x",
    "file:///etc/passwd",
    "http://[",
]


@pytest.mark.parametrize(
    ("target", "named"),
    [
        ("https://example.nhs.uk/x", "https://example.nhs.uk,"),
        ("http://127.0.0.1:1/x", "http://127.0.0.1:1,"),
    ],
)
def test_what_a_redirect_would_lead_to_is_named_with_an_unusual_port(
    client: Client, board: Board, target: str, named: str
) -> None:
    board.fault(faults.redirect(target), times=1)
    with pytest.raises(Unreachable, match=named):
        client.get(PATH)


@pytest.mark.parametrize("target", AWAY)
def test_a_redirect_to_any_other_address_is_not_followed(
    client: Client, board: Board, target: str
) -> None:
    board.fault(faults.redirect(target), times=1)
    with pytest.raises(Unreachable, match="which is not its own address"):
        client.get(PATH)
    assert len(board.requests) == 1


def test_a_redirect_to_another_board_on_this_machine_is_not_followed(
    client: Client, board: Board
) -> None:
    with Board() as other:
        board.fault(faults.redirect(other.url + PATH))
        with pytest.raises(Unreachable):
            client.get(PATH)
        assert other.requests == []


def test_a_name_before_the_host_does_not_make_it_the_board(client: Client, board: Board) -> None:
    board.fault(faults.redirect(board.url.replace("//", "//me:secret@") + PATH))
    with pytest.raises(Unreachable):
        client.get(PATH)


def test_a_redirect_in_a_circle_ends(client: Client, board: Board) -> None:
    board.fault(faults.loop())
    with pytest.raises(Unreachable, match="for ever"):
        client.get(PATH)
    assert len(board.requests) == QUICK.redirects + 1


TOO_LARGE = {"gzip bomb": faults.gzip_bomb(200), "no end": faults.too_large(8)}


@pytest.mark.parametrize("fault", TOO_LARGE.values(), ids=TOO_LARGE)
def test_what_is_too_large_is_not_taken(connect: Connect, board: Board, fault: Fault) -> None:
    client = connect(replace(QUICK, total=5))
    board.fault(fault, times=1)
    with pytest.raises(TooLarge, match="page is larger than 5 MB"):
        client.get(PATH, allow=PAGE)
    assert len(board.requests) == 1
    assert client.get(PATH).status == 200


def test_a_packed_answer_is_unpacked(client: Client, board: Board) -> None:
    plain = client.get(FEED_PATH, allow=FEED).body
    board.fault(faults.zipped())
    assert client.get(FEED_PATH, allow=FEED).body == plain


def test_a_packing_that_was_not_asked_for_is_a_sentence(client: Client, board: Board) -> None:
    board.fault(
        lambda handler, reply: handler.reply(replace(reply, headers={"Content-Encoding": "br"}))
    )
    with pytest.raises(Unreachable, match="was not asked for"):
        client.get(PATH)


def test_nobody_there_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    with Board() as board:
        url = board.url
    monkeypatch.setenv(URL_VARIABLE, url)
    with Client(nhs_jobs(), QUICK) as client, pytest.raises(Unreachable, match="not be reached"):
        client.get(PATH)


STUCK = {
    "silence": faults.silence(),
    "headers": faults.slow_headers(0.02),
    "body": faults.slow_body(0.02),
    "wait": faults.status(503, retry_after="30"),
}


@pytest.mark.parametrize("fault", STUCK.values(), ids=STUCK)
def test_a_stop_ends_whatever_is_waited_for(connect: Connect, board: Board, fault: Fault) -> None:
    stop = Stop()
    client = connect(replace(QUICK, read=30, total=30), stop=stop)
    board.fault(fault)
    timer = threading.Timer(0.2, stop.set)
    timer.start()
    start = time.monotonic()
    with pytest.raises(Stopped):
        client.get(PATH)
    assert time.monotonic() - start < 2
    timer.join()
    with pytest.raises(Stopped):
        client.get(PATH)
    assert len(board.requests) == 1


def test_a_stop_is_for_one_task_and_the_connection_for_all(client: Client, board: Board) -> None:
    stop = Stop()
    other = client.until(stop)
    other.get(PATH)
    stop.set()
    with pytest.raises(Stopped):
        other.get(PATH)
    client.get(PATH)
    assert board.connections == 1


def test_threads_take_turns(client: Client, board: Board) -> None:
    threads = [threading.Thread(target=client.get, args=(PATH,)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(board.requests), board.most_at_once, board.connections) == (6, 1, 1)


def test_no_proxy_of_the_environment_is_asked(
    connect: Connect, board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Board() as proxy:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "HTTPS_PROXY"):
            monkeypatch.setenv(name, proxy.url)
        assert connect().get(PATH).status == 200
        assert proxy.requests == []


BASES = {
    "http://127.0.0.1:8080": "http://127.0.0.1:8080",
    "http://localhost:8080/": "http://localhost:8080",
    "http://[::1]:8080": "http://[::1]:8080",
    "https://mirror.example.nhs.uk/jobs": "https://mirror.example.nhs.uk/jobs",
    "": "https://www.jobs.nhs.uk",
}


@pytest.mark.parametrize(("given", "base"), BASES.items())
def test_another_base_is_taken(monkeypatch: pytest.MonkeyPatch, given: str, base: str) -> None:
    monkeypatch.setenv(URL_VARIABLE, given)
    assert nhs_jobs().base == base


@pytest.mark.parametrize(
    "given",
    [
        "http://www.example.nhs.uk",
        "http://127.0.0.1.example.nhs.uk",
        "http://10.0.0.1:80",
        "ftp://127.0.0.1",
        "127.0.0.1:8000",
        "https://",
        "https://me@example.nhs.uk",
        "http://127.0.0.1:99999",
        "http://127.0.0.1:80?x=1",
        "http://[",
    ],
)
def test_another_base_must_be_safe(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv(URL_VARIABLE, given)
    with pytest.raises(InputError, match=URL_VARIABLE):
        nhs_jobs()


def test_the_real_board_is_two_hosts_over_https() -> None:
    site = nhs_jobs()
    assert site.owns("https://beta.jobs.nhs.uk/x") and site.owns("https://www.jobs.nhs.uk:443/x")
    for url in (
        "http://www.jobs.nhs.uk/",
        "https://www.jobs.nhs.uk.example/",
        "https://www.jobs.nhs.uk@example.nhs.uk/",
        "https://www.jobs.nhs.uk:8443/",
        "https://jobs.nhs.uk/",
        "//www.jobs.nhs.uk/",
    ):
        assert not site.owns(url)


def test_every_failure_is_of_one_kind() -> None:
    assert all(issubclass(kind, BoardError) for kind in (Refused, Stopped, TooLarge, Unreachable))
