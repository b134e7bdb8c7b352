"""Filter, find, notes, stages, criteria by hand, adding adverts."""

from pathlib import Path

from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Button, Input, Static, TextArea

from nhsjobtui.library import Library
from nhsjobtui.paths import Paths
from nhsjobtui.tui.app import NhsJobTuiApp
from tests.tui.conftest import clock, running, screen_text, type_ahead, until

PAGE = """Job summary

A small team in a quiet town looks for somebody to run its library of walking frames.

Details

Date posted

02 March 2026

Salary

£24,465 a year

Reference number

C9123-26-0007

Person Specification

Experience

Essential

  • Has lent things out and got them back
  • Keeps lists

Desirable

  • Likes walking frames
"""


def status_line(app: NhsJobTuiApp) -> str:
    return str(app.main.status.render())


def problem(app: NhsJobTuiApp) -> str:
    return str(app.screen.query_one(".problem", Static).render())


async def test_the_filter_searches_the_whole_text_and_adds_those_matches_below(
    paths: Paths,
) -> None:
    with Library.open(paths.library_file, clock) as library:
        total = library.count()
    async with running(paths) as (app, pilot):
        await pilot.press("slash", *"stroke")
        found = app.main.library.ids(app.main.adverts.query_now)
        short = list(app.main.library.ids(app.main.adverts.query_now, scope="short"))
        assert 0 < len(short) < len(found) < total
        await until(pilot, lambda: len(app.main.adverts.list.ids) == len(found))
        assert list(app.main.adverts.list.ids)[: len(short)] == short
        await pilot.press("escape")
        assert len(app.main.adverts.list.ids) == total


async def test_a_filter_without_a_match_says_so(paths: Paths) -> None:
    async with running(paths, (80, 24)) as (app, pilot):
        await pilot.press("slash", *"zzxqv")
        await until(pilot, lambda: "No advert in the library matches" in screen_text(app))


async def test_band_and_shortlist_narrow_the_list(paths: Paths) -> None:
    async with running(paths) as (app, pilot):
        await pilot.press("slash", *"band:6 is:shortlisted", "enter")
        heads = [app.main.adverts.list.head(row) for row in range(len(app.main.adverts.list.ids))]
        assert heads
        assert all(head and head.shortlisted and head.band == "Band 6" for head in heads)


async def test_find_goes_from_match_to_match(paths: Paths) -> None:
    async with running(paths, (100, 24)) as (app, pilot):
        await pilot.press("2", "slash", *"the", "enter")
        assert "matches; n and N go on." in status_line(app)
        await pilot.press("n")
        assert "Match 2 of" in status_line(app)
        await pilot.press("N", "N")
        assert "Match 1 of" not in status_line(app)
        await pilot.press("escape")
        assert not app.main.advert.finding


async def test_a_note_is_written_beside_the_advert_and_marked_in_the_list(paths: Paths) -> None:
    async with running(paths, (80, 24)) as (app, pilot):
        await pilot.press("slash", *"dietitian", "enter")
        assert app.main.advert.entry
        assert not app.main.advert.entry.note
        await pilot.press("a", *"ask about parking", "escape")

        def marked() -> bool:
            head = app.main.adverts.list.head(app.main.adverts.list.cursor)
            return head is not None and head.has_note

        await until(pilot, marked)
        assert "✎" in screen_text(app)
        await pilot.press("2", "z", "slash", *"parking")
        await until(pilot, lambda: "ask about parking" in screen_text(app))


async def test_the_stage_is_chosen_from_a_list(paths: Paths) -> None:
    async with running(paths, (80, 24)) as (app, pilot):
        await pilot.press("S", "g", "j", "j", "enter")
        await until(
            pilot, lambda: status_line(app) == "Stage: applied. A copy of what you sent is kept."
        )
        head = app.main.adverts.list.head(app.main.adverts.list.cursor)
        assert head is not None
        assert head.stage == "applied"
        await pilot.press("S", "enter")
        await until(pilot, lambda: "The copy kept before stays" in status_line(app))


async def test_sorting_keeps_the_advert_under_the_cursor(paths: Paths) -> None:
    async with running(paths) as (app, pilot):
        await pilot.press("j", "j")
        current = app.main.adverts.list.current
        await pilot.press("s", "G", "enter")
        await until(pilot, lambda: app.main.adverts.query_now.sort == "salary")
        assert app.main.adverts.list.current == current
        top = app.main.adverts.list.head(0)
        assert top is not None
        assert (top.salary.max or 0) > 100_000


async def test_partly_and_gap_are_shown_in_glyph_and_word(paths: Paths) -> None:
    async with running(paths, (120, 40)) as (app, pilot):
        await pilot.press("3", "g", "p", "j", "x")
        text = screen_text(app)
        assert "◐ partly" in text
        assert "✗ gap" in text
        await pilot.press("x")
        entry = app.main.checklist.entry
        assert entry is not None
        assert entry.criteria[1].status == "todo"


async def open_dialog(app: NhsJobTuiApp, pilot: Pilot[int], key: str) -> None:
    """Open a dialog and wait until it has the keys."""
    await pilot.press(key)
    await until(pilot, lambda: app.screen is not app.main and app.focused is not None)


async def open_bare_advert(app: NhsJobTuiApp, pilot: Pilot[int]) -> int:
    """Go to an advert without a specification and open the dialog that adds criteria."""
    bare = next(i for i in app.main.library.ids() if not app.main.library.entry(i).criteria)
    app.main.adverts.load(bare)
    await pilot.pause()
    await pilot.press("3")
    await open_dialog(app, pilot, "c")
    return bare


async def test_a_pasted_specification_becomes_criteria_and_one_undo_takes_all_back(
    paths: Paths,
) -> None:
    async with running(paths, (100, 40)) as (app, pilot):
        bare = await open_bare_advert(app, pilot)
        app.screen.query_one(TextArea).insert(
            "Essential\n• Driving licence\n• 5 GCSEs\nDesirable\n• Two years on a ward\n"
        )
        await pilot.press("ctrl+d")
        await until(pilot, lambda: "3 criteria added." in status_line(app))
        entry = app.main.library.entry(bare)
        assert [(c.text, c.essential, c.own) for c in entry.criteria] == [
            ("Driving licence", True, True),
            ("5 GCSEs", True, True),
            ("Two years on a ward", False, True),
        ]
        await pilot.press("delete")
        assert len(app.main.library.entry(bare).criteria) == 2
        await pilot.press("u")
        assert len(app.main.library.entry(bare).criteria) == 3
        await pilot.press("u")
        assert app.main.library.entry(bare).criteria == ()


async def test_a_list_without_headings_is_of_the_class_that_the_dialog_says(
    paths: Paths,
) -> None:
    async with running(paths, (100, 40)) as (app, pilot):
        bare = await open_bare_advert(app, pilot)
        app.screen.query_one(TextArea).insert("• Driving licence\n• Two years on a ward")
        await pilot.press("tab", *"Other", "tab", "enter")
        assert "They are desirable" in str(app.screen.query_one("#class", Button).label)
        await pilot.press("ctrl+d")
        await until(pilot, lambda: "2 criteria added." in status_line(app))
        found = [(c.text, c.essential, c.group) for c in app.main.library.entry(bare).criteria]
        assert found == [
            ("Driving licence", False, "Other"),
            ("Two years on a ward", False, "Other"),
        ]


async def test_what_was_typed_in_a_dialog_and_not_added_is_there_when_it_is_opened_again(
    paths: Paths,
) -> None:
    async with running(paths, (100, 40)) as (app, pilot):
        await open_bare_advert(app, pilot)
        await pilot.press(*"half", "escape")
        await open_dialog(app, pilot, "c")
        assert app.screen.query_one(TextArea).text == "half"


async def test_a_pasted_page_is_added_opened_and_the_second_time_said_to_be_there(
    empty_paths: Paths,
) -> None:
    async with running(empty_paths, (80, 30)) as (app, pilot):
        for expected in ("Added: ", "Already in the library: "):
            await open_dialog(app, pilot, "i")
            app.post_message(Paste(PAGE.replace("\n", "\r")))  # as terminals send it
            await until(pilot, lambda: "walking frames" in app.screen.query_one(TextArea).text)
            await pilot.press("ctrl+d")
            await until(pilot, lambda start=expected: status_line(app).startswith(start))  # type: ignore[misc]
        assert app.main.library.count() == 1
        entry = app.main.advert.entry
        assert entry is not None
        assert [c.text for c in entry.criteria] == [
            "Has lent things out and got them back",
            "Keeps lists",
            "Likes walking frames",
        ]


async def test_a_folder_of_pages_is_added_with_what_is_no_advert_counted(
    empty_paths: Paths, tmp_path: Path
) -> None:
    for number in range(30):
        page = PAGE.replace("C9123-26-0007", f"C9123-26-{number:04}")
        (tmp_path / f"{number}.txt").write_text(page, encoding="utf-8")
    (tmp_path / "poem.txt").write_text("Season of mists", encoding="utf-8")
    async with running(empty_paths, (80, 30)) as (app, pilot):
        await open_dialog(app, pilot, "i")
        app.screen.query_one(Input).value = str(tmp_path)
        await pilot.press("enter")
        await until(pilot, lambda: status_line(app) == "30 added, 1 not adverts.")
        assert len(app.main.adverts.list.ids) == 30


async def test_a_saved_file_is_added_by_its_name(empty_paths: Paths, tmp_path: Path) -> None:
    page = tmp_path / "frames.txt"
    page.write_text(PAGE, encoding="utf-8")
    async with running(empty_paths, (80, 30)) as (app, pilot):
        await open_dialog(app, pilot, "i")
        app.screen.query_one(Input).value = str(page)
        await pilot.press("enter")
        await until(pilot, lambda: app.main.library.count() == 1)


async def test_what_cannot_be_added_is_said_in_the_dialog(
    empty_paths: Paths, tmp_path: Path
) -> None:
    poem = tmp_path / "poem.txt"
    poem.write_text("Season of mists and mellow fruitfulness\n" * 3, encoding="utf-8")
    async with running(empty_paths, (100, 30)) as (app, pilot):
        await open_dialog(app, pilot, "i")
        for target, said in (
            (str(poem), "poem.txt"),
            (str(tmp_path / "nowhere.txt"), "There is no file"),
            ("C9123-26-0007", "could not be reached"),
            ("https://findajob.dwp.gov.uk/details/123", "Find a job closed"),
        ):
            app.screen.query_one(Input).value = target
            await pilot.press("enter")
            await until(
                pilot,
                lambda words=said: words in problem(app),  # type: ignore[misc]
            )
        assert app.main.library.count() == 0


async def test_a_link_is_copied_and_nothing_but_a_boards_address_is_opened(paths: Paths) -> None:
    async with running(paths) as (app, pilot):
        await pilot.press("y")
        assert status_line(app).startswith(
            "Sent to the clipboard: https://www.jobs.nhs.uk/candidate/jobadvert/"
        )


async def test_what_is_typed_before_a_dialog_is_open_is_for_the_dialog(paths: Paths) -> None:
    async with running(paths) as (app, pilot):
        advert = app.main.adverts.list.current
        assert advert is not None
        before = app.main.library.entry(advert)
        await pilot.press("3")
        for key, field in (("f", "#keyword"), ("i", "#target")):
            type_ahead(app, key, *"xpaward")
            await until(pilot, lambda: app.screen is not app.main and app.focused is not None)
            typed = app.screen.query_one(field, Input)
            await until(pilot, lambda shown=typed: shown.value == "xpaward")  # type: ignore[misc]
            await pilot.press("escape")
        assert app.main.library.entry(advert) == before
