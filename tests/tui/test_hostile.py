"""Text from outside is plain text: never markup, an action or an escape sequence."""

from pathlib import Path

from nhsjobtui.library import Library
from nhsjobtui.model.advert import Advert, Contact, Document, Group, Salary, Section
from nhsjobtui.paths import Paths
from tests.tui.conftest import clock, running, screen_text, until

HOSTILE = "[red]x[/b] [@click=app.quit]go[/] [Essential] \x1b]52;c;eA==\x07\x1b[31m\u202eRTL\x9b2J"
PLAIN = "[red]x[/b] [@click=app.quit]go[/] [Essential]"

ADVERT = Advert(
    board="nhsjobs",
    slug="C9123-26-0666",
    reference_number="C9123-26-0666",
    title=HOSTILE,
    employer=HOSTILE,
    salary=Salary(HOSTILE),
    band=HOSTILE,
    contract=HOSTILE,
    sections=(Section(HOSTILE, f"{HOSTILE}\n\n• {HOSTILE}"),),
    person_spec=(Group(HOSTILE, (HOSTILE,), (HOSTILE + " too",)),),
    contact=Contact(HOSTILE, HOSTILE, HOSTILE, HOSTILE),
    documents=(Document(HOSTILE, HOSTILE),),
    warnings=(HOSTILE,),
)


def fill(paths: Paths) -> int:
    """Keep the hostile advert as if its text had got past the reader uncleaned."""
    with Library.open(paths.library_file, clock) as library:
        added = library.add(ADVERT, b"", HOSTILE)
        library.set_note(added.advert_id, HOSTILE)
        library.add_criterion(added.advert_id, HOSTILE + " own", group=HOSTILE)
        library.set_evidence(
            added.advert_id, library.entry(added.advert_id).criteria[0].key, HOSTILE
        )
        return added.advert_id


async def test_hostile_text_is_shown_as_it_is_and_does_nothing(empty_paths: Paths) -> None:
    fill(empty_paths)
    async with running(empty_paths, (220, 60)) as (app, pilot):
        text = screen_text(app)
        assert text.count(PLAIN) > 8
        assert not {"\x1b", "\x9b", "\u202e", "\x07"} & set(text)
        for key in ("S", "escape", "a", "escape", "3", "enter", "escape", "question_mark"):
            await pilot.press(key)
            await pilot.pause()
            assert not {"\x1b", "\x9b", "\u202e", "\x07"} & set(screen_text(app))
        await pilot.press("escape")
        for y in range(1, 40, 8):
            await pilot.click("#panes", offset=(90, y))
            await pilot.click("#panes", offset=(170, y))
        await pilot.pause()
        assert app.is_running
        assert app.return_value is None


async def test_a_hostile_file_name_and_filter_are_plain_text_too(
    empty_paths: Paths, tmp_path: Path
) -> None:
    async with running(empty_paths, (100, 30)) as (app, pilot):
        await pilot.press("slash")
        await pilot.press(*'[/b][@click=app.quit]"*:^(')
        await until(pilot, lambda: "No advert in the library matches" in screen_text(app))
        assert app.is_running


async def test_an_advert_of_nothing_but_a_reference_is_shown(empty_paths: Paths) -> None:
    with Library.open(empty_paths.library_file, clock) as library:
        library.add(Advert(board="nhsjobs", slug="C9123-26-0001"), b"", "page")
    async with running(empty_paths, (140, 30)) as (app, _):
        text = screen_text(app)
        assert "(no title)" in text
        assert "no closing date" in text


async def test_a_very_long_word_and_wide_letters_stay_in_their_pane(empty_paths: Paths) -> None:
    long = ADVERT._replace(title="漢字" * 60, sections=(Section("Job summary", "W" * 5000),))
    with Library.open(empty_paths.library_file, clock) as library:
        library.add(long, b"", "page")
    for width in (40, 80, 140):
        async with running(empty_paths, (width, 20)) as (app, _):
            strips = app.screen._compositor.render_strips()
            assert {strip.cell_length for strip in strips} == {width}
