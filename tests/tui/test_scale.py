"""Ten thousand adverts: what is read and drawn does not grow with the library; counted."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import pytest
from textual.strip import Strip

from nhsjobtui.library import Head, Library
from nhsjobtui.model.advert import Advert, Group, Section
from nhsjobtui.paths import Paths
from nhsjobtui.tui.app import NhsJobTuiApp
from tests.tui.conftest import clock, running, screen_text, until

COUNT = 10_000


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Paths:
    folder = tmp_path_factory.mktemp("many")
    paths = Paths(folder, folder, folder)
    with Library.open(paths.library_file, clock) as library, library.batch():
        for number, advert in enumerate(adverts()):
            library.add(advert, b"", str(number))
    return paths


def adverts() -> Iterator[Advert]:
    base = Advert(
        board="nhsjobs",
        employer="Harrowmere and Vale NHS Foundation Trust",
        sections=(Section("Job summary", "A post on a ward."),),
        person_spec=(Group("Experience", ("Has worked on a ward",), ()),),
    )
    for number in range(COUNT):
        yield base._replace(
            slug=f"C9{number % 900:03}-26-{number:05}",
            title=f"Staff Nurse {number}",
            closing=date(2026, 3, 5) + timedelta(days=number % 40),
        )


def shown_title(app: NhsJobTuiApp) -> str | None:
    entry = app.main.advert.entry
    return entry.advert.title if entry else None


async def test_opening_reads_only_what_is_seen(
    many: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    real = Library.heads

    def counted(library: Library, ids: Sequence[int]) -> dict[int, Head]:
        asked.append(len(ids))
        return real(library, ids)

    monkeypatch.setattr(Library, "heads", counted)
    async with running(many, (140, 45)) as (app, pilot):
        assert app.main.adverts.list.total == COUNT
        # One page of the list; the entry shown reads its own head.
        assert sum(asked) <= 64 + 2
        asked.clear()
        await pilot.press("G")
        assert app.main.adverts.list.cursor == COUNT - 1
        assert sum(asked) <= 64 + 1


async def test_a_letter_draws_only_the_rows_it_changes(
    many: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(many, (140, 45)) as (app, pilot):
        rows = app.main.adverts.list
        await until(pilot, lambda: rows.is_whole)
        await pilot.press("/", *"nurs")
        await until(pilot, lambda: len(rows.ids) == COUNT)
        await pilot.pause(0.2)
        lines: list[int] = []
        real = rows.render_line

        def counted(y: int) -> Strip:
            lines.append(y)
            return real(y)

        monkeypatch.setattr(rows, "render_line", counted)
        await pilot.press("e")
        await until(pilot, lambda: "nurse" in app.main.adverts.header.words)
        assert lines == []
        kept = rows.ids[:]
        kept[1], kept[2] = kept[2], kept[1]
        rows.show(kept, COUNT, rows.current)
        await until(pilot, lambda: bool(lines))
        assert sorted(lines) == [3, 4, 5, 6, 7, 8]


async def test_a_move_draws_two_rows_and_lays_nothing_out(many: Paths) -> None:
    async with running(many, (140, 45)) as (app, pilot):
        rows = app.main.adverts.list
        await until(pilot, lambda: rows.is_whole)
        await pilot.pause(0.2)
        drawn: list[int] = []
        real = rows._draw

        def counted(row: int, width: int) -> list[object]:
            drawn.append(row)
            return list(real(row, width))

        rows._draw = counted  # type: ignore[assignment,method-assign]
        await pilot.press("j")
        await until(pilot, lambda: rows.is_whole)
        await pilot.pause()
        assert set(drawn) == {0, 1}


async def test_the_filter_finds_one_in_ten_thousand(many: Paths) -> None:
    async with running(many, (140, 45)) as (app, pilot):
        await pilot.press("slash", *"nurse 7301")
        await until(pilot, lambda: len(app.main.adverts.list.ids) == 1)
        # The advert follows once the typing pauses.
        await until(pilot, lambda: shown_title(app) == "Staff Nurse 7301")


async def test_every_row_is_drawn_anew_when_other_adverts_are_listed(many: Paths) -> None:
    async with running(many, (140, 45)) as (app, pilot):
        await pilot.press(*"jjj", "slash")
        await pilot.pause()
        await pilot.press("7")
        rows = app.main.adverts.list
        await until(pilot, lambda: 0 < rows.total < COUNT)
        await pilot.pause()
        titles = [head.title for row in range(5) if (head := rows.head(row))]
        assert all(title in screen_text(app) for title in titles)
