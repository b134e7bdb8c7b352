"""The board keeps to what is known of the real one."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator

import httpx
import pytest

from nhsjobtui.reading import read_advert
from tests.board import Board, Document, Vacancy, vacancies
from tests.board.server import ADVERT, FEED, SEARCH


@pytest.fixture
def board() -> Iterator[Board]:
    with Board(vacancies(250)) as board:
        yield board


@pytest.fixture
def ask(board: Board) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=board.url, trust_env=False) as client:
        yield client


def test_the_feed_comes_in_pages(board: Board, ask: httpx.Client) -> None:
    slugs = []
    for page in (1, 2, 3):
        root = ET.fromstring(ask.get(FEED, params={"limit": 100, "page": page}).content)
        slugs += [node.findtext("reference") for node in root.iter("vacancyDetails")]
        assert (root.findtext("totalPages"), root.findtext("totalResults")) == ("3", "250")
        assert root[-1].tag == "totalResults"
    assert slugs == [vacancy.slug for vacancy in board.vacancies]
    past = ask.get(FEED, params={"limit": 100, "page": 4})
    assert (past.status_code, past.json()["status"]) == (404, 404)
    board.feed.totals = "first"
    board.feed.renew()
    assert ET.fromstring(ask.get(FEED).content)[0].tag == "totalPages"


def test_the_feed_can_be_asked_for_less(board: Board, ask: httpx.Client) -> None:
    def total(**query: str) -> int:
        return int(ET.fromstring(ask.get(FEED, params=query).content).findtext("totalResults", ""))

    assert total(keyword="nothing-is-called-this") == 0
    bands = total(payBand="BAND_5,BAND_6")
    assert bands == sum(v.band in {"BAND_5", "BAND_6"} for v in board.vacancies)
    assert 0 < total(workingPattern="Part-time") < 250
    assert total(publishedFrom=board.vacancies[9].posted) == 10
    assert ask.get(FEED + "?payBand=BAND_5&payBand=BAND_6").status_code == 400


def test_an_advert_is_read_as_one(board: Board, ask: httpx.Client) -> None:
    vacancy = Vacancy(documents=(Document(), Document("Map.pdf", "PDF, 20 KB")))
    board.put(vacancy)
    advert = read_advert(ask.get(ADVERT + vacancy.slug).content)
    assert (advert.board, advert.slug) == ("nhsjobs", vacancy.slug)
    assert (advert.title, advert.employer) == (vacancy.title, vacancy.employer)
    assert (advert.closing, advert.band) == (vacancy.closing, "Band 5")
    assert len(list(advert.criteria())) == 4
    assert [document.name for document in advert.documents] == ["JD and PS.doc", "Map.pdf"]


def test_an_unknown_path_answers_200(board: Board, ask: httpx.Client) -> None:
    assert ask.get("/robots.txt").status_code == 200
    assert ask.get(ADVERT + "C1111-26-0001").status_code == 404
    board.unknown = 200
    assert ask.get(ADVERT + "C1111-26-0001").status_code == 200


def test_the_search_shows_ten_cards_a_page(ask: httpx.Client) -> None:
    text = ask.get(SEARCH, params={"keyword": "nurse"}).text
    assert text.count('data-test="search-result"') == 10
    assert "search-next-page" in text


def test_it_keeps_what_it_was_asked(board: Board, ask: httpx.Client) -> None:
    for _ in range(3):
        ask.get(FEED)
    assert (board.paths, board.connections, board.most_at_once) == ([FEED] * 3, 1, 1)
    assert len(board.gaps) == 2
