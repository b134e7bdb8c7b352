import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from nhsjobtui.errors import InputError, NhsJobTuiError
from nhsjobtui.library import Library
from nhsjobtui.model.advert import Advert, Group, Location, Salary, Section
from tests.library.adverts import ADDRESS, NURSE, SLUG, Clock, advert, page_of, put

TABLES = ("advert", "body", "reference", "snapshot", "application", "mark", "event", "journal")


def row_counts(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as connection:
        return {
            table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in TABLES
        }


def test_a_page_of_an_unknown_advert_is_new(library: Library) -> None:
    added = put(library, NURSE, "saved/teasel.html")
    assert (added.ref, added.outcome, added.changed) == (SLUG, "new", ())
    entry = library.entry(added.advert_id)
    assert entry.advert == NURSE
    assert entry.sources == ("saved/teasel.html",)
    assert [(e.kind, e.detail) for e in library.log(added.advert_id)] == [
        ("added", "added from saved/teasel.html")
    ]


def test_the_same_page_again_changes_nothing(library: Library, path: Path) -> None:
    first = put(library, NURSE)
    before = row_counts(path)
    again = put(library, NURSE, "another-name.html")
    assert (again.outcome, again.advert_id, again.changed) == ("same", first.advert_id, ())
    assert row_counts(path) == before


def test_another_page_that_reads_the_same_changes_nothing(library: Library, path: Path) -> None:
    put(library, NURSE)
    before = row_counts(path)
    assert library.add(NURSE, b"the same with another token", ADDRESS).outcome == "same"
    assert row_counts(path) == before


def test_fetching_the_same_page_again_says_how_young_the_copy_is(
    library: Library, clock: Clock
) -> None:
    advert_id = put(library, NURSE, ADDRESS).advert_id
    added_at = clock.now
    clock.pass_by(days=3)
    assert put(library, NURSE, ADDRESS).outcome == "same"
    assert library.entry(advert_id).fetched_at == clock.now
    assert library.entry(advert_id).added_at == added_at


def test_the_files_of_a_folder_can_be_added_again_and_again(library: Library, path: Path) -> None:
    later = NURSE._replace(closing=date(2026, 11, 27))
    pages = (NURSE, later, NURSE._replace(board="findajob", sections=(), person_spec=()))
    for page in pages:
        put(library, page)
    before = row_counts(path)
    assert [put(library, page).outcome for page in pages] == ["same"] * 3
    assert row_counts(path) == before


def test_a_board_that_goes_back_to_an_earlier_page_is_news(library: Library) -> None:
    later = NURSE._replace(closing=date(2026, 11, 27))
    for page in (NURSE, later):
        put(library, page, ADDRESS)
    back = put(library, NURSE, ADDRESS)
    assert (back.outcome, back.changed) == ("updated", ("closing date",))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"closing": date(2026, 11, 27)}, ("closing date",)),
        ({"closing_time": "12:00"}, ("closing time",)),
        ({"closed": True}, ("now closed",)),
        ({"salary": Salary("£33,000 a year", 33000, 33000, "year")}, ("salary",)),
        ({"band": "Band 6"}, ("band",)),
        ({"locations": (Location(("Temeford",), "XQ2 2AB"),)}, ("location",)),
        ({"sections": (Section("About us", "One hospital."),)}, ("About us",)),
        ({"person_spec": (Group("", ("Registered midwife",)),)}, ("person specification",)),
        ({"title": "Senior Staff Nurse", "employer": "Teme Trust"}, ("title", "employer")),
    ],
)
def test_an_edited_advert_says_in_words_what_changed(
    library: Library, nurse: int, fields: dict[str, object], words: tuple[str, ...]
) -> None:
    edited = NURSE._replace(**fields)  # type: ignore[arg-type]
    added = put(library, edited)
    assert (added.advert_id, added.outcome, added.changed) == (nurse, "updated", words)
    assert library.log(nurse)[-1].kind == "updated"


def test_the_log_gives_both_dates_when_the_closing_date_moves(library: Library, nurse: int) -> None:
    put(library, NURSE._replace(closing=date(2026, 12, 1), band="Band 6"))
    assert library.log(nurse)[-1].detail == (
        "closing date from 20 November 2026 to 1 December 2026, band"
    )


def test_every_version_is_kept_with_its_page(library: Library, nurse: int, clock: Clock) -> None:
    clock.pass_by(days=1)
    later = NURSE._replace(closing=date(2026, 11, 27))
    put(library, later, ADDRESS)
    first, second = library.snapshots(nurse)
    assert (first.advert, second.advert) == (NURSE, later)
    assert library.page(first.id) == page_of(NURSE)
    assert library.page(second.id) == page_of(later)
    assert (second.source, second.fetched_at) == (ADDRESS, clock.now)
    assert library.entry(nurse).sources == ("advert.html", ADDRESS)
    with pytest.raises(InputError, match="That page is no longer in the library"):
        library.page(99)


def test_a_poorer_copy_that_adds_nothing_is_kept_and_changes_nothing(
    library: Library, nurse: int
) -> None:
    poorer = NURSE._replace(sections=NURSE.sections[:2], person_spec=(), warnings=("Cut short.",))
    added = put(library, poorer, "cut.txt")
    assert (added.outcome, added.changed) == ("same", ())
    assert library.entry(nurse).advert.sections == NURSE.sections
    assert len(library.snapshots(nurse)) == 2
    assert library.log(nurse)[-1].detail == "another copy from NHS Jobs, nothing new in it"


def test_what_the_person_did_survives_whatever_the_advert_does(
    library: Library, nurse: int
) -> None:
    criteria = library.entry(nurse).criteria
    library.set_evidence(nurse, criteria[0].key, "Registered since 2019.")
    library.set_status(nurse, criteria[1].key, "partly")
    library.set_note(nurse, "Ask about nights.")
    library.set_stage(nurse, "drafting")
    library.set_shortlisted(nurse, True)
    changed = (Group("Training", ("Registered Nurse.",)), Group("Qualifications", ("A degree",)))
    put(library, NURSE._replace(person_spec=changed, title="Nurse", closed=True, band=None))
    entry = library.entry(nurse)
    assert (entry.note, entry.head.stage, entry.head.shortlisted) == (
        "Ask about nights.",
        "drafting",
        True,
    )
    kept = [(c.text, c.status, c.evidence) for c in entry.criteria if not c.current]
    assert kept == [
        ("Registered nurse", "todo", "Registered since 2019."),
        ("Study after registration", "partly", ""),
    ]


def test_an_answer_returns_to_its_criterion_with_the_criterion(
    library: Library, nurse: int
) -> None:
    key = library.entry(nurse).criteria[0].key
    library.set_status(nurse, key, "met")
    put(library, NURSE._replace(person_spec=(Group("Other", ("Something else",)),)))
    assert library.entry(nurse).head.coverage.essential_met == 0
    put(library, NURSE, ADDRESS)
    entry = library.entry(nurse)
    assert (entry.criteria[0].status, entry.criteria[0].current) == ("met", True)
    assert (entry.head.coverage.essential_met, entry.head.coverage.essential_of) == (1, 3)


def test_a_batch_is_kept_all_together(library: Library) -> None:
    with library.batch():
        for number in range(50):
            put(library, advert(number))
    assert library.count() == 50
    assert len(library.ids()) == 50


def break_off(library: Library) -> None:
    with library.batch():
        put(library, advert(1))
        raise KeyboardInterrupt


def test_a_batch_that_is_broken_off_keeps_nothing_of_itself(library: Library, nurse: int) -> None:
    with pytest.raises(KeyboardInterrupt):
        break_off(library)
    assert list(library.ids()) == [nurse]
    put(library, advert(1))
    assert library.count() == 2


def test_a_mistake_inside_a_batch_does_not_spoil_the_rest(library: Library, nurse: int) -> None:
    with library.batch():
        with pytest.raises(InputError):
            library.set_status(nurse, "no such criterion", "met")
        put(library, advert(1))
    assert library.count() == 2


def test_half_a_change_inside_a_batch_spoils_the_batch(
    library: Library, nurse: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise NhsJobTuiError("The disk is full.")

    def add_badly() -> None:
        with library.batch():
            put(library, advert(1))
            with monkeypatch.context() as patch:
                patch.setattr("nhsjobtui.library.kept.log", fails)
                with pytest.raises(NhsJobTuiError):
                    put(library, advert(2))

    with pytest.raises(NhsJobTuiError, match="One of several changes failed, so none of them"):
        add_badly()
    assert list(library.ids()) == [nurse]


@pytest.mark.parametrize(
    "found",
    [
        Advert(),
        Advert(title="Only a title"),
        Advert(reference_number="001"),
        NURSE._replace(closing=date(9999, 12, 31)),
        NURSE._replace(closing=date(1, 1, 1), band="", title=""),
    ],
)
def test_any_advert_can_be_kept(library: Library, found: Advert) -> None:
    added = put(library, found)
    assert library.entry(added.advert_id).advert == found
    assert library.find(added.ref) == added.advert_id
    assert list(library.ids()) == [added.advert_id]


def test_an_advert_without_a_title_has_an_empty_one_in_its_head(library: Library) -> None:
    added = put(library, Advert(sections=(Section("Job summary", "You run the wards."),)))
    head = library.heads([added.advert_id])[added.advert_id]
    assert (head.title, head.employer, head.place, head.band) == ("", "", "", None)
    assert head.ref == f"local-{added.advert_id}" == added.ref


def test_asking_for_an_advert_that_is_not_there_is_said(library: Library) -> None:
    assert library.heads([7]) == {}
    for ask in (library.entry, lambda at: library.set_shortlisted(at, True)):
        with pytest.raises(InputError, match="no longer in the library"):
            ask(7)


def test_what_the_server_no_longer_has_is_kept_and_marked(library: Library, nurse: int) -> None:
    library.set_gone(nurse, True)
    library.set_gone(nurse, True)
    head = library.entry(nurse).head
    assert head.gone
    assert head.state(library.entry(nurse).fetched_at) == "gone"
    library.set_gone(nurse, False)
    assert [event.kind for event in library.log(nurse)] == ["added", "gone", "back"]
