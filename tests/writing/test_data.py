"""TOML and JSON: out of one library and into another, without loss."""

import json
import tomllib
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nhsjobtui.clean import clean
from nhsjobtui.errors import InputError
from nhsjobtui.library import Library
from nhsjobtui.model.whole import Application
from nhsjobtui.writing.data import Bundle, Piece, read_bundle, to_json, to_toml
from tests.library.adverts import NOW, NURSE, Clock, put


def carried(whole: Application) -> Application:
    """Return an application as it comes out of the file that was made of it."""
    return read_bundle(to_toml(Bundle((whole,))).encode(), "file").applications[0]


@pytest.mark.parametrize("form", ["toml", "json"])
def test_nothing_is_missing_in_a_library_that_had_nothing(
    library: Library, other: Library, nurse: int, form: str
) -> None:
    whole = library.application(nurse)
    text = {"toml": to_toml, "json": to_json}[form](Bundle((whole,)))
    done = other.take_in(read_bundle(text.encode(), "file").applications[0])
    assert done.outcome == "new"
    assert other.application(done.advert_id) == whole
    here, there = library.entry(nurse), other.entry(done.advert_id)
    assert there.criteria == here.criteria
    assert there.head._replace(id=0) == here.head._replace(id=0)
    assert (there.note, there.fetched_at, there.added_at) == (
        here.note,
        here.fetched_at,
        here.added_at,
    )
    assert other.log(done.advert_id) == library.log(nurse)
    assert to_toml(Bundle((other.application(done.advert_id),))) == to_toml(Bundle((whole,)))


def test_what_came_in_is_found_and_a_page_of_it_is_known(
    library: Library, other: Library, nurse: int
) -> None:
    advert_id = other.take_in(carried(library.application(nurse))).advert_id
    assert other.find("999-TEA0101-A") == advert_id
    assert [one.text for one in other.bank.search("Teasel")] == [
        "• Elm Ward\n• Teasel Ward\n\nTwo years."
    ]
    assert put(other, NURSE).advert_id == advert_id


def test_taking_in_the_same_again_changes_nothing(library: Library, nurse: int) -> None:
    before = library.application(nurse)
    assert library.take_in(carried(before)).outcome == "same"
    assert library.application(nurse) == before


def test_an_advert_without_any_reference_is_recognised_again(
    library: Library, other: Library
) -> None:
    found = NURSE._replace(slug=None, reference_number=None, url=None)
    whole = library.application(put(library, found).advert_id)
    first, second = other.take_in(carried(whole)), other.take_in(carried(whole))
    assert (first.outcome, second.outcome) == ("new", "same")
    assert put(other, found).advert_id == first.advert_id


def key_of(library: Library, advert_id: int, text: str) -> str:
    return next(row.key for row in library.entry(advert_id).criteria if row.text == text)


def evidence(library: Library, advert_id: int, text: str) -> str:
    return next(row.evidence for row in library.entry(advert_id).criteria if row.text == text)


def test_of_two_texts_the_newer_stands_and_the_older_is_in_the_bank(
    library: Library, other: Library, nurse: int, clock: Clock
) -> None:
    advert_id = put(other, NURSE).advert_id
    clock.now -= timedelta(days=1)
    other.set_evidence(advert_id, key_of(other, advert_id, "Mentorship"), "Older, on this machine.")
    clock.pass_by(days=2)
    other.set_evidence(advert_id, key_of(other, advert_id, "Registered nurse"), "Newer, here.")
    done = other.take_in(carried(library.application(nurse)))
    assert done.outcome == "merged"
    assert evidence(other, advert_id, "Mentorship") == "Two students, written after sending."
    assert evidence(other, advert_id, "Registered nurse") == "Newer, here."
    assert [piece.text for piece in other.bank.pieces()] == [
        'Registered “2019”, \\ "NMC" tŷ',
        "Older, on this machine.",
    ]
    assert done.kept == (
        "Criterion 1: yours here stayed; the other is p1 in the bank.",
        "Criterion 3: the file's text is newer and stands now; the other is p2 in the bank.",
    )
    assert other.take_in(carried(library.application(nurse))).outcome == "same"


def test_merging_is_one_step_of_undo(library: Library, other: Library, nurse: int) -> None:
    advert_id = put(other, NURSE).advert_id
    other.set_note(advert_id, "Mine.")
    before = other.application(advert_id)
    other.take_in(carried(library.application(nurse)))
    assert other.entry(advert_id).note.startswith("Mine.\n\nAsk about nights.")
    assert other.undo() is not None
    after = other.application(advert_id)
    assert after.criteria == before.criteria
    assert (after.note, after.stage, after.plan, after.stages) == ("Mine.", None, before.plan, ())


def test_ticks_that_differ_stay_as_they_are_here_and_are_said(
    library: Library, other: Library, nurse: int
) -> None:
    advert_id = put(other, NURSE).advert_id
    other.set_status(advert_id, key_of(other, advert_id, "Registered nurse"), "gap")
    done = other.take_in(carried(library.application(nurse)))
    assert done.kept == ("Criterion 1 stayed “gap”; the file says “met”.",)


def test_notes_on_one_stage_are_both_kept_and_the_day_stays(
    library: Library, other: Library, nurse: int
) -> None:
    advert_id = put(other, NURSE).advert_id
    other.set_stage(advert_id, "drafting", day=date(2026, 6, 3), note="finished at home")
    library.set_stage(nurse, "drafting", day=date(2026, 6, 4))
    file = carried(library.application(nurse))
    assert other.take_in(file).kept == (
        "The day noted here of the stage drafting stayed; the file has 4 June 2026.",
        "Both notes on the stage drafting are kept, one below the other.",
    )
    detail, *_ = details = other.stages(advert_id)
    assert detail.day == date(2026, 6, 3)
    assert detail.note == "finished at home\n\nbegun on the bus"
    other.take_in(file)
    assert other.stages(advert_id) == details


def test_general_pieces_go_along(library: Library) -> None:
    pieces = (Piece('Why "here"?\nBecause.', NOW),)
    for form in (to_toml, to_json):
        assert read_bundle(form(Bundle((), pieces)).encode(), "file").pieces == pieces


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"a = 1\nb = \n", "file cannot be read as TOML: .*line 2"),
        (b'{"application": [}', "file cannot be read as JSON: .*line 1"),
        (b"\xff\xfe", "not UTF-8 text: line 1"),
        (b"<html></html>", "cannot be read as TOML"),
        (b"title = 'x'", "not an export of applications"),
        (b"[]", "not an export|cannot be read"),
        (b"application = 3", "application must be a list"),
        (b"application = [3]", "must be a table"),
        (b"[[application]]\nformat = 99", "newer nhsjobtui"),
        (b"[[application]]\nformat = 1", "advert is missing"),
    ],
)
def test_a_file_that_is_something_else_is_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_bundle(data, "file")


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (("stage",), "sleeping", "stage must be one of"),
        (("criteria", 0, "status"), "done", "criteria 1, status must be one of"),
        (("criteria", 0, "evidence"), 5, "criteria 1, evidence must be text"),
        (("criteria", 0, "self_mark"), 4, "self_mark is not a number from 0 to 3"),
        (("criteria", 0, "written_at"), "yesterday", "must be a moment"),
        (("advert", "closing"), "soon", "advert, closing is not a date"),
        (("advert", "sections"), "all", "advert, sections must be a list"),
        (("advert", "salary", "min"), "much", "salary, min must be a number"),
        (("advert", "board"), "mine", "board must be one of"),
        (("stages", 0, "day"), "3 June", "must look like 2026-06-03"),
        (("statement", "word_limit"), -1, "word_limit must be a whole number"),
        (("sent", 0, "record"), "{}", "record"),
        (("names", 0, "kind"), "secret", "kind must be one of"),
        (("shortlisted",), "yes", "shortlisted must be true or false"),
    ],
)
def test_a_value_that_cannot_be_meant_is_named(
    library: Library, nurse: int, path: tuple[str | int, ...], value: object, said: str
) -> None:
    table = json.loads(to_json(Bundle((library.application(nurse),))))
    place = table["application"][0]
    for name in path[:-1]:
        place = place[name]
    place[path[-1]] = value
    with pytest.raises(InputError, match=said) as raised:
        read_bundle(json.dumps(table).encode(), "file.json")
    assert raised.value.message.startswith("file.json: ")
    assert raised.value.message.endswith("Nothing was taken in.")


def test_what_a_person_left_out_by_hand_is_as_if_it_was_empty(library: Library, nurse: int) -> None:
    table = tomllib.loads(to_toml(Bundle((library.application(nurse),))))
    record = table["application"][0]
    small = {name: record[name] for name in ("added_at", "fetched_at")}
    small["advert"] = {"title": "Staff Nurse", "slug": NURSE.slug}
    text = json.dumps({"application": [small]})
    whole = read_bundle(text.encode(), "file").applications[0]
    assert (whole.advert.title, whole.advert.sections, whole.answers) == ("Staff Nurse", (), ())


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)
@given(st.text(max_size=60), st.text("ab\"'\\\n \t#=[]{}", max_size=40))
def test_any_text_survives(library: Library, nurse: int, one: str, two: str) -> None:
    whole = library.application(nurse)
    answers = tuple(mark._replace(evidence=clean(one)) for mark in whole.answers)
    whole = whole._replace(note=clean(two), questions=clean(one), answers=answers)
    for form in (to_toml, to_json):
        text = form(Bundle((whole,))).encode()
        assert read_bundle(text, "file").applications[0] == whole
