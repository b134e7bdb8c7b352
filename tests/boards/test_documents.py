import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from nhsjobtui.boards.client import Client
from nhsjobtui.boards.document_files import save, saved
from nhsjobtui.boards.documents import download
from nhsjobtui.boards.failures import BoardError, Refused, TooLarge, Unreachable
from nhsjobtui.boards.fetch import fetch_advert
from nhsjobtui.boards.forms import forms
from nhsjobtui.errors import InputError, NhsJobTuiError
from nhsjobtui.library import Library
from nhsjobtui.model import advert as model
from nhsjobtui.model.advert import Advert
from nhsjobtui.paths import Paths
from tests.board import Board, Document, Vacancy, faults
from tests.board.pages import advert as page_of
from tests.board.server import Fault

JD = Document("JD and PS.doc", "DOC, 668 KB", b"\xd0\xcf\x11\xe0 the job")
MAP = Document("How to find us.PDF", "PDF, 20 KB", b"%PDF-1.7 a map")
ODD = Document("../../.bashrc", "EXE, 1 KB", b"\x00\x01")
VACANCY = Vacancy(documents=(JD, MAP, ODD))


@pytest.fixture
def library(paths: Paths) -> Iterator[Library]:
    with Library.open(paths.library_file) as library:
        yield library


@pytest.fixture
def kept(client: Client, library: Library, board: Board) -> int:
    board.put(VACANCY)
    advert_id = fetch_advert(client, library, VACANCY.slug).advert_id
    assert advert_id is not None
    return advert_id


@pytest.mark.parametrize("getfile", [True, False])
def test_all_are_downloaded_as_the_page_asks(
    client: Client, library: Library, board: Board, kept: int, paths: Paths, getfile: bool
) -> None:
    board.put(replace(VACANCY, getfile=getfile))
    done = list(download(client, library, kept, [], paths.documents))
    assert [one.file.read_bytes() for one in done] == [JD.data, MAP.data, ODD.data]
    folder = paths.documents / VACANCY.slug
    assert [one.file.parent for one in done] == [folder] * 3
    assert [one.file.suffix for one in done] == [".doc", ".pdf", ".bin"]
    assert all(re.fullmatch(r"[1-3]-[0-9a-f]{6}\.\w{3}", one.file.name) for one in done)
    assert [one.size for one in done] == [len(d.data) for d in VACANCY.documents]
    assert {one.file.stat().st_mode & 0o777 for one in done} == {0o600}
    assert folder.stat().st_mode & 0o077 == 0
    assert sorted(folder.iterdir()) == [one.file for one in done]
    posts = [seen for seen in board.requests if seen.method == "POST"]
    assert [seen.form["document"] for seen in posts] == ["1", "2", "3"]
    assert len({seen.headers["Cookie"] for seen in posts}) == 1
    assert saved(paths.documents, library.entry(kept).head, library.entry(kept).advert.documents)


def test_one_is_downloaded_by_its_number(
    client: Client, library: Library, board: Board, kept: int, paths: Paths
) -> None:
    (one,) = download(client, library, kept, [2], paths.documents)
    assert (one.n, one.document.name, one.file.read_bytes()) == (2, MAP.name, MAP.data)
    entry = library.entry(kept)
    first, second, third = saved(paths.documents, entry.head, entry.advert.documents)
    assert (first, second, third) == (None, one, None)


@pytest.mark.parametrize(
    ("name", "detail", "kind"),
    [
        ("Map.pdf", None, ".pdf"),
        ("Map.pdf (PDF)", None, ".pdf"),
        ("Map", "PDF, 20 KB", ".pdf"),
        ("Map.exe", "EXE, 20 KB", ".bin"),
    ],
)
def test_a_file_has_the_kind_that_its_name_or_the_page_gives(
    tmp_path: Path, name: str, detail: str | None, kind: str
) -> None:
    done = save(tmp_path, "C9999-26-0101", 1, model.Document(name, detail), b"a map")
    assert done.file.suffix == kind


def test_the_cookie_is_gone_afterwards(
    client: Client, library: Library, board: Board, kept: int, paths: Paths
) -> None:
    list(download(client, library, kept, [1], paths.documents))
    fetch_advert(client, library, VACANCY.slug)
    assert "Cookie" not in board.requests[-1].headers


def test_a_number_means_the_name_it_had(
    client: Client, library: Library, board: Board, kept: int, paths: Paths
) -> None:
    (before,) = download(client, library, kept, [1], paths.documents)
    assert before.document.name == JD.name
    board.put(replace(VACANCY, documents=(MAP, JD)))
    (one,) = download(client, library, kept, [2], paths.documents)
    assert (one.n, one.file.read_bytes()) == (1, MAP.data)
    entry = library.entry(kept)
    assert saved(paths.documents, entry.head, entry.advert.documents) == [one, None]


def test_a_document_that_was_taken_away_is_said_to_be(
    client: Client, library: Library, board: Board, kept: int, paths: Paths
) -> None:
    board.put(replace(VACANCY, documents=(JD,)))
    with pytest.raises(InputError, match=r"“How to find us\.PDF”, is no longer"):
        list(download(client, library, kept, [2], paths.documents))


@pytest.mark.parametrize("n", [0, 4, -1])
def test_a_number_that_is_none_is_said_to_be(
    client: Client, library: Library, board: Board, kept: int, paths: Paths, n: int
) -> None:
    with pytest.raises(InputError, match="There is no document"):
        list(download(client, library, kept, [n], paths.documents))
    assert not paths.documents.exists()


WRONG = {
    "403": (faults.status(403), Refused, "refuses"),
    "404": (faults.status(404), Unreachable, "answered 404"),
    "page": (faults.placeholder(), Unreachable, "answered with a page instead"),
    "login": (faults.login(), Refused, "sign in"),
    "empty": (faults.empty(), Unreachable, "answered with nothing"),
    "too large": (faults.too_large(26), TooLarge, "“JD and PS.doc” is larger than 25 MB"),
    "cut": (faults.cut_body(), Unreachable, "broke off"),
    "500": (faults.status(500), Unreachable, "(500)"),
    "away": (faults.redirect("https://example.nhs.uk/jd.doc"), Unreachable, "not its own"),
}


@pytest.mark.parametrize(("fault", "kind", "says"), WRONG.values(), ids=WRONG)
def test_what_does_not_come_leaves_no_file(
    client: Client,
    library: Library,
    board: Board,
    kept: int,
    paths: Paths,
    fault: Fault,
    kind: type[BoardError],
    says: str,
) -> None:
    (before,) = download(client, library, kept, [2], paths.documents)
    board.fault(
        lambda handler, reply: (
            fault(handler, reply) if handler.command == "POST" else handler.reply(reply)
        )
    )
    with pytest.raises(kind) as failure:
        list(download(client, library, kept, [], paths.documents))
    assert says in failure.value.message
    assert list(before.file.parent.iterdir()) == [before.file]
    assert before.file.read_bytes() == MAP.data


def test_an_advert_that_is_gone_is_said_to_be(
    client: Client, library: Library, board: Board, kept: int, paths: Paths
) -> None:
    board.remove(VACANCY.slug)
    with pytest.raises(BoardError, match="no longer on NHS Jobs"):
        list(download(client, library, kept, [], paths.documents))
    assert library.entry(kept).head.gone


def test_an_advert_of_another_board_has_none_to_ask_for(
    client: Client, library: Library, board: Board, paths: Paths
) -> None:
    trac = library.add(Advert("trac", reference_number="418-DTO0716-KA"), b"", "x").advert_id
    with pytest.raises(InputError, match="not known from NHS Jobs"):
        list(download(client, library, trac, [], paths.documents))
    assert board.requests == []


def test_an_advert_without_documents_gives_none(
    client: Client, library: Library, board: Board, paths: Paths
) -> None:
    board.put(Vacancy())
    advert_id = fetch_advert(client, library, Vacancy().slug).advert_id
    assert advert_id is not None
    assert list(download(client, library, advert_id, [], paths.documents)) == []
    with pytest.raises(InputError, match="has no documents"):
        list(download(client, library, advert_id, [1], paths.documents))


def test_a_folder_that_cannot_be_made_is_a_sentence(
    client: Client, library: Library, board: Board, kept: int, paths: Paths
) -> None:
    paths.documents.write_text("in the way")
    with pytest.raises(NhsJobTuiError):
        list(download(client, library, kept, [1], paths.documents))


def test_a_form_of_the_page_is_read_as_a_browser_would() -> None:
    found = forms(page_of(VACANCY, "token"))
    assert [form.name for form in found] == [JD.name, MAP.name, ODD.name]
    assert found[0].fields == {"_csrf": "token", "document": "1"}
    assert all(form.to_getfile for form in found)
    assert not forms(page_of(replace(VACANCY, getfile=False), "t"))[0].to_getfile
    assert forms('<form><input name="q"><input type="submit" value="Search"></form>') == []
