"""Saved searches in the program's own file."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from nhsjobtui.boards.criteria import EVERYTHING, Criteria
from nhsjobtui.boards.searches import Saved, Searches, since_words
from nhsjobtui.errors import InputError, NhsJobTuiError

NOW = datetime(2026, 11, 13, 9, 0, tzinfo=UTC)  # a Friday
NIGHTS = Criteria.read(keyword="night [nurse]", location="Leeds", distance=10, bands=["5", "6"])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "searches.toml"


@pytest.fixture
def searches(path: Path) -> Searches:
    return Searches(path)


def test_a_search_is_kept_with_all_it_asks(searches: Searches, path: Path) -> None:
    assert searches.all() == []
    searches.save("Nights & weekends", NIGHTS)
    searches.save("all", EVERYTHING)
    assert Searches(path).all() == [Saved("all", EVERYTHING), Saved("Nights & weekends", NIGHTS)]
    assert searches.get("nights & WEEKENDS").criteria == NIGHTS
    assert path.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["searches.toml"]


def test_when_it_last_ran_is_kept_until_it_asks_for_something_else(searches: Searches) -> None:
    searches.save("nights", NIGHTS)
    searches.ran("nights", NOW)
    searches.save("Nights", NIGHTS)
    assert searches.get("nights") == Saved("Nights", NIGHTS, NOW)
    searches.save("nights", EVERYTHING)
    assert searches.get("nights").ran_at is None


def test_a_removed_search_stays_removed(searches: Searches) -> None:
    searches.save("nights", NIGHTS)
    searches.save("all", EVERYTHING)
    assert searches.remove("Nights").criteria == NIGHTS
    searches.ran("nights", NOW)
    assert [saved.name for saved in searches.all()] == ["all"]
    with pytest.raises(InputError, match="There are: all"):
        searches.get("nights")


@pytest.mark.parametrize("name", ["", "  ", "\x1b[31m", "x" * 61])
def test_a_search_needs_a_name(searches: Searches, path: Path, name: str) -> None:
    with pytest.raises(InputError, match="needs a name"):
        searches.save(name, NIGHTS)
    assert not path.exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[search", "are damaged; they were left as they are"),
        ("a = 1\n[search\n", "are damaged in line 2; they were left as they are"),
        ("\udcff", "are damaged"),
        ('[search.x]\nbands = ["BAND_12"]', "“x” in .* cannot be read: “BAND_12” is not a band"),
        ("[search.x]\nbands = 5", "“x” in .* cannot be read"),
        ("[search.x]\ndistance = 'far'\nlocation = 'Leeds'", "“x” in .* cannot be read"),
    ],
)
def test_a_damaged_file_is_said_and_left_as_it_is(
    searches: Searches, path: Path, text: str, said: str
) -> None:
    path.parent.mkdir()
    data = text.encode(errors="surrogateescape")
    path.write_bytes(data)
    for act in (searches.all, lambda: searches.save("y", NIGHTS), lambda: searches.get("x")):
        with pytest.raises(NhsJobTuiError, match=said):
            act()
    assert path.read_bytes() == data


def test_what_a_newer_program_wrote_beside_it_does_no_harm(searches: Searches, path: Path) -> None:
    path.parent.mkdir()
    path.write_text('colour = 1\n[search]\nodd = 3\n[search.x]\nkeyword = "ward"\nshade = "red"\n')
    assert searches.all() == [Saved("x", Criteria(keyword="ward"))]


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        ({"minutes": 30}, "08:30 today"),
        ({"hours": 10}, "yesterday"),
        ({"days": 3}, "Tuesday"),
        ({"days": 6}, "Saturday"),
        ({"days": 7}, "6 November"),
        ({"days": 400}, "9 October 2025"),
    ],
)
def test_since_when_is_said_as_people_do(ago: dict[str, int], words: str) -> None:
    assert since_words(NOW - timedelta(**ago), NOW) == words
