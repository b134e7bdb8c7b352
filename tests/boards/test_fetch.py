"""Four outcomes kept apart; what is in the library survives all of them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from nhsjobtui.boards import nhsjobs
from nhsjobtui.boards.address import URL_VARIABLE
from nhsjobtui.boards.client import Client
from nhsjobtui.boards.failures import Stopped
from nhsjobtui.boards.fetch import Fetched, fetch_advert
from nhsjobtui.boards.stop import Stop
from nhsjobtui.library import FetchOutcome, Library
from nhsjobtui.model.advert import Advert, Salary
from nhsjobtui.paths import Paths
from tests.board import Board, Document, Vacancy, faults
from tests.board.server import Fault

from .conftest import Connect

VACANCY = Vacancy(documents=(Document(),))
SLUG = VACANCY.slug


@pytest.fixture
def library(paths: Paths) -> Iterator[Library]:
    with Library.open(paths.library_file) as library:
        yield library


@pytest.fixture
def kept(client: Client, library: Library, board: Board) -> int:
    """Return an advert that was fetched, and that the person has worked on."""
    board.put(VACANCY)
    fetched = fetch_advert(client, library, SLUG)
    assert fetched.advert_id is not None
    library.set_shortlisted(fetched.advert_id, True)
    library.set_note(fetched.advert_id, "Ring Priya.")
    return fetched.advert_id


def all_of(library: Library, advert_id: int) -> tuple[object, ...]:
    """Return everything that a failed fetch must leave as it was."""
    entry = library.entry(advert_id)
    return (entry._replace(fetch=None), library.snapshots(advert_id), library.count())


def test_an_advert_is_fetched_whole(client: Client, library: Library, board: Board) -> None:
    board.put(VACANCY)
    fetched = fetch_advert(client, library, SLUG)
    assert (fetched.outcome, fetched.reason, fetched.failure()) == ("here", "", None)
    assert fetched.added is not None and fetched.added.outcome == "new"
    assert fetched.advert_id is not None
    entry = library.entry(fetched.advert_id)
    assert entry.advert.title == VACANCY.title
    assert entry.advert.url == f"https://www.jobs.nhs.uk/candidate/jobadvert/{SLUG}"
    assert entry.sources == (entry.advert.url,)
    assert [len(group.essential) for group in entry.advert.person_spec] == [2, 1]
    assert entry.fetch is not None and entry.fetch.outcome == "here"
    assert len(board.requests) == 1


def test_the_slug_asked_for_is_the_adverts_even_where_trac_printed_a_number(
    client: Client, library: Library, board: Board
) -> None:
    board.put(Vacancy("E9847-26-0265", number="847-RM-26-V945"))
    fetched = fetch_advert(client, library, "E9847-26-0265")
    assert fetched.advert_id is not None
    head = library.entry(fetched.advert_id).head
    assert (head.slug, head.reference_number) == ("E9847-26-0265", "847-RM-26-V945")
    assert library.find("847-RM-26-V945") == fetched.advert_id


def test_the_second_time_it_says_what_changed(
    client: Client, library: Library, board: Board, kept: int
) -> None:
    same = fetch_advert(client, library, SLUG)
    assert (same.outcome, same.changed) == ("here", ())
    board.put(replace(VACANCY, closing=date(2026, 12, 24)))
    changed = fetch_advert(client, library, SLUG)
    assert (changed.advert_id, changed.changed) == (kept, ("closing date",))
    entry = library.entry(kept)
    assert (entry.head.shortlisted, entry.note) == (True, "Ring Priya.")
    (change,) = library.changes()
    assert "closing date from 30 November 2026 to 24 December 2026" in change.event.detail


def test_a_copy_that_is_still_right_is_not_sent_again(
    client: Client, library: Library, board: Board
) -> None:
    board.etags = True
    board.put(VACANCY)
    for _ in range(3):
        assert fetch_advert(client, library, SLUG).outcome == "here"
    assert ["If-None-Match" in seen.headers for seen in board.requests] == [False, True, True]
    board.put(replace(VACANCY, title="Senior Staff Nurse"))
    assert fetch_advert(client, library, SLUG).changed == ("title",)


def test_the_first_whole_page_of_a_listing_is_no_change_of_the_board(
    client: Client, library: Library, board: Board
) -> None:
    board.put(VACANCY)
    listing = Advert(
        "nhsjobs",
        slug=SLUG,
        title=VACANCY.title,
        closing=VACANCY.closing,
        salary=Salary("£31049.00 to £37796.00"),
    )
    known = library.add(listing, b"", "a search").advert_id
    fetched = fetch_advert(client, library, SLUG)
    assert (fetched.advert_id, fetched.changed) == (known, ("the whole advert",))
    assert library.changes() == []
    assert library.entry(known).head.state(datetime(2026, 11, 15, tzinfo=UTC)) == "open"


def test_a_listing_whose_date_had_moved_is_one(
    client: Client, library: Library, board: Board
) -> None:
    board.put(VACANCY)
    listing = Advert("nhsjobs", slug=SLUG, title=VACANCY.title, closing=date(2026, 11, 20))
    library.add(listing, b"", "a search")
    assert fetch_advert(client, library, SLUG).changed == ("the whole advert", "closing date")
    assert "from 20 November 2026 to 30 November 2026" in library.changes()[0].event.detail


OTHERS: dict[str, tuple[Fault, FetchOutcome, str]] = {
    "404": (faults.status(404), "gone", "answered 404"),
    "410": (faults.status(410), "gone", "answered 410"),
    "placeholder": (faults.placeholder(), "gone", "a page that is no advert"),
    "not found page": (
        faults.instead("<html><head><title>Page not found</title></head></html>"),
        "gone",
        "no such page",
    ),
    "sent away": (faults.redirect("/candidate/search/results"), "gone", "sent on to another page"),
    "sent to another": (
        faults.redirect("/candidate/jobadvert/C9000-26-00000"),
        "gone",
        "sent on to another page",
    ),
    "401": (faults.status(401), "refused", "sign in"),
    "403": (faults.status(403), "refused", "refuses"),
    "429": (faults.status(429), "refused", "too often"),
    "429 long": (faults.status(429, retry_after="7200"), "refused", "until"),
    "login": (faults.login(), "refused", "sign in"),
    "sent to sign in": (faults.redirect("/candidate/login"), "refused", "sign in"),
    "robot": (
        faults.instead("<html><head><title>Are you a robot?</title></head></html>"),
        "refused",
        "to a program",
    ),
    "500": (faults.status(500), "unreachable", "a fault of its own (500)"),
    "400": (faults.status(400), "unreachable", "answered 400"),
    "503 long": (faults.status(503, retry_after="7200"), "refused", "until"),
    "silence": (faults.silence(), "unreachable", "silent"),
    "hang up": (faults.hang_up(), "unreachable", "broke off"),
    "slow headers": (faults.slow_headers(0.01), "unreachable", "took longer"),
    "slow body": (faults.slow_body(0.01), "unreachable", "took longer"),
    "cut": (faults.cut_body(), "unreachable", "broke off"),
    "cut early": (faults.cut_without_length(0.1), "unreachable", "only the beginning"),
    "cut late": (faults.cut_without_length(0.9), "unreachable", "only the beginning"),
    "too long": (faults.wrong_length(100), "unreachable", "broke off"),
    "too short": (faults.wrong_length(-100), "unreachable", "only the beginning"),
    "gzip bomb": (faults.gzip_bomb(30), "unreachable", "larger than 5 MB"),
    "off board": (faults.redirect("https://example.nhs.uk/"), "unreachable", "not its own"),
    "plain http": (faults.redirect("http://www.jobs.nhs.uk/"), "unreachable", "not its own"),
    "circle": (faults.loop(), "unreachable", "for ever"),
    "empty": (faults.empty(), "unreachable", "empty page"),
    "json": (faults.instead('{"error": "no"}', "application/json"), "unreachable", "no page"),
    "pdf": (faults.instead(b"%PDF-1.7 ...", "application/pdf"), "unreachable", "no page"),
    "error page": (
        faults.instead(
            "<html><body><h1>Sorry, there is a problem with the service</h1></body></html>"
        ),
        "unreachable",
        "an error page",
    ),
    "another advert": (
        faults.changed(lambda page: page.replace(SLUG, "C9111-26-0009")),
        "unreachable",
        "another advert (C9111-26-0009)",
    ),
    "other form": (
        faults.changed(lambda page: page.replace('id="employer_name"', "")),
        "unreachable",
        "in a form that is not known",
    ),
}


@pytest.mark.parametrize(("fault", "outcome", "says"), OTHERS.values(), ids=OTHERS)
def test_whatever_else_comes_the_copy_is_kept_and_the_reason_is_one_sentence(
    client: Client,
    library: Library,
    board: Board,
    kept: int,
    fault: Fault,
    outcome: FetchOutcome,
    says: str,
) -> None:
    before = all_of(library, kept)
    board.fault(fault, on="C9999-26-0101")
    fetched = fetch_advert(client, library, SLUG)
    assert (fetched.outcome, fetched.advert_id) == (outcome, kept)
    assert says in fetched.reason
    assert fetched.reason.endswith(".") and "\n" not in fetched.reason
    failure = fetched.failure()
    assert failure is not None and "The copy in the library is kept." in failure.hint
    entry = library.entry(kept)
    assert entry.head.gone == (outcome == "gone")
    assert entry.not_newer().endswith(fetched.reason)
    if outcome == "gone":
        library.set_gone(kept, False)
    assert all_of(library, kept) == before


@pytest.mark.parametrize(("fault", "outcome", "says"), OTHERS.values(), ids=OTHERS)
def test_what_does_not_come_adds_nothing(
    client: Client,
    library: Library,
    board: Board,
    fault: Fault,
    outcome: FetchOutcome,
    says: str,
) -> None:
    board.put(VACANCY)
    board.fault(fault, on="C9999-26-0101")
    fetched = fetch_advert(client, library, SLUG)
    assert (fetched.outcome, fetched.advert_id, library.count()) == (outcome, None, 0)
    failure = fetched.failure()
    assert failure is not None and "Nothing was added." in failure.hint


def test_an_advert_that_comes_back_is_not_gone_any_more(
    client: Client, library: Library, board: Board, kept: int
) -> None:
    board.remove(SLUG)
    assert fetch_advert(client, library, SLUG).outcome == "gone"
    board.put(VACANCY)
    assert fetch_advert(client, library, SLUG).outcome == "here"
    assert not library.entry(kept).head.gone


CHARSETS = ["utf-16", "ascii", "windows-1252", "no-such-thing"]


@pytest.mark.parametrize("charset", CHARSETS)
def test_a_page_is_read_whatever_encoding_its_header_names(
    client: Client, library: Library, board: Board, charset: str
) -> None:
    board.put(replace(VACANCY, title="Nyrs Staff – Ward Tŷ Coch"))
    board.fault(faults.wrong_charset(charset))
    fetched = fetch_advert(client, library, SLUG)
    assert fetched.advert_id is not None
    assert library.entry(fetched.advert_id).head.title == "Nyrs Staff – Ward Tŷ Coch"


def test_links_to_other_adverts_do_not_make_it_one_of_them(
    client: Client, library: Library, board: Board
) -> None:
    board.put(Vacancy(number="847-RM-26-V945"))
    board.fault(
        faults.changed(
            lambda page: page.replace(
                f'<link rel="canonical" href="https://www.jobs.nhs.uk/candidate/jobadvert/{SLUG}">',
                "",
            ).replace("</main>", '<a href="/candidate/jobadvert/C9111-26-0009">Porter</a></main>')
        )
    )
    fetched = fetch_advert(client, library, SLUG)
    assert fetched.advert_id is not None
    assert library.find("C9999-26-0101") == fetched.advert_id


def test_a_reference_that_find_a_job_cut_off_may_not_be_found(
    client: Client, library: Library
) -> None:
    cut = "C9439-2627-NP-1228-AB"
    assert len(cut) == 21
    advert_id = library.add(Advert("findajob", slug=cut, title="Porter"), b"", "x").advert_id
    fetched = fetch_advert(client, library, cut)
    assert (fetched.outcome, library.entry(advert_id).head.gone) == ("unreachable", False)


def test_a_stop_leaves_all_as_it_was(
    connect: Connect, library: Library, board: Board, kept: int
) -> None:
    stop = Stop()
    stop.set()
    before = library.entry(kept)
    with pytest.raises(Stopped):
        fetch_advert(connect(stop=stop), library, SLUG)
    assert library.entry(kept) == before


MEANT = {
    "C9999-26-0101": "C9999-26-0101",
    " c9165-26-05-052a ": "C9165-26-05-052a",
    "https://www.jobs.nhs.uk/candidate/jobadvert/C9999-26-0101?keyword=x&page=2#top": SLUG,
    "https://beta.jobs.nhs.uk/candidate/jobadvert/C9999-26-0101": SLUG,
    "www.jobs.nhs.uk/candidate/jobadvert/C9999-26-0101": SLUG,
    "http://127.0.0.1:8080/candidate/jobadvert/C9999-26-0101?x=1": SLUG,
    "https://www.healthjobsuk.com/job/UK/Wyreham/Porter-v1234567": "",
    "https://findajob.dwp.gov.uk/details/1": "",
    "https://example.nhs.uk/candidate/jobadvert/C9999-26-0101": "",
    "http://127.0.0.1:8080.example.nhs.uk/candidate/jobadvert/C9999-26-0101": "",
    "https://www.jobs.nhs.uk/candidate/search/results": "",
    "418-DTO0716-KA": "",
    "nurse.html": "",
    "": "",
}


@pytest.mark.parametrize(("typed", "slug"), MEANT.items())
def test_what_a_person_means(monkeypatch: pytest.MonkeyPatch, typed: str, slug: str) -> None:
    monkeypatch.setenv(URL_VARIABLE, "http://127.0.0.1:8080")
    assert nhsjobs.slug_meant(typed) == slug


def test_a_path_never_holds_more_than_the_slug() -> None:
    assert nhsjobs.advert_path("a b/../c?d#e") == "/candidate/jobadvert/a%20b%2F..%2Fc%3Fd%23e"


def test_a_fetch_that_is_here_has_no_failure() -> None:
    assert Fetched("x", "here", "", 1).failure() is None
