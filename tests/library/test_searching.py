import threading
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nhsjobtui.library import Interrupted, Library, listing
from nhsjobtui.library.failures import said
from nhsjobtui.library.index import full_text, match_expression, short_text, tokens
from nhsjobtui.model.advert import Contact, Document, Section
from nhsjobtui.model.query import SORTS, Query, Sort
from tests.library.adverts import NURSE, SLUG, Clock, advert, put


def found(library: Library, words: str) -> list[int]:
    return list(library.ids(Query(words)))


@pytest.mark.parametrize(
    "words",
    [
        "teasel",
        "TEASEL ward",
        "ward nurse staff",
        "oper pati",
        "wyre",
        "wyreham",
        "xq1",
        "band 5",
        "permanent",
        "evaluate",
        "mentorship",
        "surgical ward",
        "northcott",
        "c9999-26-0101",
        "C9999-26",
        "0101",
        "999-TEA",
        "p.northcott@example.nhs.uk",
        "“teasel”, (ward)",
        "31,049",
    ],
)
def test_words_of_an_advert_find_it(library: Library, nurse: int, words: str) -> None:
    put(library, advert(1, title="Porter"))
    assert found(library, words) == [nurse]


@pytest.mark.parametrize("words", ["midwife", "teasel midwife", "easel", "C9999-27"])
def test_all_words_must_be_there_from_their_beginning(
    library: Library, nurse: int, words: str
) -> None:
    assert found(library, words) == []


@pytest.mark.parametrize("words", ["ty gobaith", "Tŷ", "tŷ GOBAITH", "ty\u0302"])
def test_welsh_letters_are_found_with_and_without_their_accents(
    library: Library, nurse: int, words: str
) -> None:
    assert found(library, words) == [nurse]


@pytest.mark.parametrize("words", ["", "  ", "-", '"', "*", "()", "… “”", "\u0302"])
def test_signs_alone_ask_for_nothing(library: Library, nurse: int, words: str) -> None:
    assert found(library, words) == [nurse]


@pytest.mark.parametrize("words", ["NEAR", "OR", "nurse OR ward", "NOT nurse", "text:nurse"])
def test_words_that_sqlite_knows_are_words_to_look_for(
    library: Library, nurse: int, words: str
) -> None:
    assert found(library, words) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=400)
@given(st.text() | st.text(alphabet="\"*^-+:(){}[]\\'.,AND NEAR/5 \x00tŷ"))
def test_nothing_a_person_types_is_a_mistake(library: Library, nurse: int, words: str) -> None:
    assert library.heads(library.ids(Query(words))).keys() <= {nurse}
    assert library.heads(library.ids(Query.parse(words), "short")).keys() <= {nurse}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(st.text(alphabet=st.characters(max_codepoint=0x17F), min_size=1))
def test_an_advert_is_found_by_its_own_words(library: Library, nurse: int, text: str) -> None:
    put(library, NURSE._replace(sections=(Section("About us", text),)))
    assert found(library, text) == [nurse]
    assert found(library, " ".join(tokens(text))) == [nurse]


def test_a_word_is_asked_for_once_and_as_a_beginning() -> None:
    assert match_expression("Stroke ward, stroke") == '"Stroke"* "ward"* "stroke"*'
    assert match_expression("C9287-26") == '"C9287"* "26"*'
    assert match_expression(" … ") == ""


def test_what_is_searched_at_once_is_the_short_text(library: Library, nurse: int) -> None:
    for words in ("teasel", "wyre", "wyreham xq1", SLUG, "999-TEA0101-A"):
        assert list(library.ids(Query(words), "short")) == [nurse]
    assert list(library.ids(Query("evaluate"), "short")) == []


def test_the_index_of_this_version_is_derived_like_this() -> None:
    """A change here needs a step in `schema` that fills the indexes anew."""
    found = NURSE._replace(
        duration="12 months",
        contact=Contact(phone="01632 960123"),
        documents=(Document("Job description.pdf", "PDF, 10 KB"),),
    )
    assert short_text(found).splitlines() == [
        "Staff Nurse, Teasel Ward",
        "Wyre and Teme NHS Foundation Trust",
        "Wyreham XQ1 2AB",
        "C9999-26-0101",
        "999-TEA0101-A",
    ]
    assert full_text(found).splitlines() == [
        *short_text(found).splitlines(),
        "Teasel Hospital",
        "Wyreham",
        "XQ1 2AB",
        "Agenda for change",
        "Band 5",
        "£31,049 to £37,796 a year",
        "Permanent",
        "12 months",
        "Full-time",
        "Job summary",
        "Teasel Ward looks after people getting over an operation.",
        "Main duties of the job",
        "You plan care with each patient.",
        "About us",
        "We run two hospitals and a Tŷ Gobaith hospice.",
        "Job responsibilities",
        "Assess, plan, carry out and evaluate nursing care.",
        "Qualifications",
        "Registered nurse",
        "Study after registration",
        "Mentorship",
        "Experience",
        "Six months on a surgical ward",
        "01632 960123",
        "Job description.pdf",
    ]


def test_an_edited_advert_is_found_by_its_new_words_only(library: Library, nurse: int) -> None:
    put(library, NURSE._replace(title="Senior Nurse", sections=(Section("About us", "Bluebell."),)))
    assert found(library, "senior bluebell") == [nurse]
    assert found(library, "gobaith") == []
    assert list(library.ids(Query("teasel"), "short")) == []


def test_an_edit_and_back_leaves_no_trace_in_the_index(library: Library, nurse: int) -> None:
    edited = NURSE._replace(title="Senior Nurse")
    for page in (edited, NURSE, edited, NURSE):
        put(library, page, "https://www.jobs.nhs.uk/candidate/jobadvert/C9999-26-0101")
    assert found(library, "senior") == []
    assert found(library, "teasel") == [nurse]


def test_the_persons_own_words_are_found(library: Library, nurse: int) -> None:
    put(library, advert(1, title="Porter"))
    key = library.entry(nurse).criteria[0].key
    library.set_note(nurse, "Ask about parking.")
    library.set_evidence(nurse, key, "I led handover on Bluebell.")
    library.add_criterion(nurse, "Driving licence")
    for words in ("parking", "handover bluebell", "driv lic", "teasel parking"):
        assert found(library, words) == [nurse]
    assert list(library.ids(Query("parking"), "short")) == []
    library.set_note(nurse, "")
    assert found(library, "parking") == []
    library.undo()
    assert found(library, "parking") == [nurse]


def test_words_and_filters_work_together(library: Library, nurse: int) -> None:
    other = put(library, advert(1, title="Staff Nurse", band="Band 6")).advert_id
    library.set_shortlisted(other, True)
    assert found(library, "staff") == [nurse, other]
    assert list(library.ids(Query("staff", shortlisted=True))) == [other]
    assert list(library.ids(Query("staff", band="5"))) == [nurse]
    assert list(library.ids(Query("teasel", band="6"))) == []


def test_a_word_with_a_minus_must_not_be_there(library: Library, nurse: int) -> None:
    porter = put(library, advert(1, title="Porter, Bluebell Ward")).advert_id
    both = [nurse, porter]

    def asked(text: str, limit: int | None = None) -> list[int]:
        return list(library.ids(Query.parse(text), limit=limit))

    assert asked("ward") == both
    assert asked("ward -nurse") == asked("-nurse") == [porter]
    assert asked("ward -bluebell") == [nurse]
    assert asked("-nurse -porter") == []
    assert asked("ward -midwife") == asked("ward - --") == both
    assert asked("-nurse-porter -c9999") == [porter]
    assert asked("-midwife", limit=1) == [nurse]
    assert asked("-nurse", limit=0) == []
    assert list(library.ids(Query.parse("-bluebell"), "short")) == [nurse]


def test_only_what_the_list_shows_is_left_out_for_a_word(library: Library, nurse: int) -> None:
    library.set_note(nurse, "Ask about parking.")
    for word in ("evaluate", "mentorship", "parking"):
        assert found(library, word) == list(library.ids(Query(without=word))) == [nurse]
    for word in ("teasel", "wyre", "wyreham", SLUG):
        assert list(library.ids(Query(without=word))) == []


@pytest.mark.parametrize("sort", ["closing", "posted", "title", "salary"])
def test_common_and_rare_words_come_in_the_same_order(library: Library, sort: str) -> None:
    with library.batch():
        for number in range(60):
            title = f"{'rare' if number % 20 == 3 else ''} post {number % 7}"
            day = date(2026, 11, 1 + number % 28) if number % 5 else None
            put(library, advert(number, title=title, posted=day, closing=day))
    query = Query(sort=sort)  # type: ignore[arg-type]
    everything = list(library.ids(query))
    assert list(library.ids(query._replace(words="post"))) == everything
    few = list(library.ids(query._replace(words="rare")))
    assert len(few) == 3
    assert few == [advert_id for advert_id in everything if advert_id in few]
    assert list(library.ids(query._replace(words="post"), limit=5)) == everything[:5]
    assert list(library.ids(query._replace(words="rare"), limit=2)) == few[:2]
    rest = [advert_id for advert_id in everything if advert_id not in few]
    assert list(library.ids(query._replace(without="rare"))) == rest
    assert list(library.ids(query._replace(words="post", without="rare"), limit=9)) == rest[:9]


def test_a_search_can_be_stopped_from_another_thread(path: Path, clock: Clock) -> None:
    with Library.open(path, clock) as library:
        put(library, NURSE)
    begun, outcome = threading.Event(), list[object]()
    opened: list[Library] = []

    def search() -> None:
        with Library.open(path, clock, readonly=True) as reader:
            opened.append(reader)
            begun.set()
            try:
                # A question that would take for ever.
                reader._store.rows(
                    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                    "SELECT max(i) FROM n"
                )
            except Interrupted as stopped:
                outcome.append(stopped.message)

    thread = threading.Thread(target=search)
    thread.start()
    begun.wait(10)
    while thread.is_alive():
        opened[0].interrupt()
        thread.join(0.01)
    assert outcome == ["The search was stopped."]


def test_a_stopped_search_is_told_from_a_failure() -> None:
    import sqlite3

    connection = sqlite3.connect(":memory:")
    connection.set_progress_handler(lambda: 1, 1)
    with pytest.raises(sqlite3.OperationalError) as failure:
        connection.execute("SELECT 1")
    assert isinstance(said(failure.value, Path("library")), Interrupted)
    connection.close()


WORDS_OF_ROWS = ("Sister", "Nyrs Gymunedol Ŵyn", "Éclair-maker", "Band 6 nurse", "Ward 12b (bank)")


@pytest.mark.parametrize(
    "typed", ["s", "nyrs", "wyn", "éc", "eclair m", "6", "12", "12b bank", "ba wa", "C9", "x1"]
)
@pytest.mark.parametrize("sort", SORTS)
def test_the_first_rows_of_very_many_are_those_that_the_index_finds(
    library: Library, monkeypatch: pytest.MonkeyPatch, typed: str, sort: Sort
) -> None:
    with library.batch():
        for number in range(60):
            title = WORDS_OF_ROWS[number % len(WORDS_OF_ROWS)]
            closing = date(2026, 11, 11) + timedelta(days=number * 7 % 31)
            put(library, advert(number, title=title, closing=closing))
    query = Query(typed, sort=sort)
    found = library.ids(query, "short")
    monkeypatch.setattr(listing, "_DENSE", -1)  # as if the words were in nearly all of a million
    for size in (1, 5, 100):
        first = library.first(query, "short", size)
        assert (first.ids, first.total) == (found[:size], len(found))
