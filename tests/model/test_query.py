import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhsjobtui.model.query import Query, band_key, misread


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("", Query()),
        ("  stroke   ward ", Query(words="stroke ward")),
        ("band:6", Query(band="6")),
        ("BAND:8A", Query(band="8a")),
        ("band:consultant", Query(band="consultant")),
        ("stage:drafting", Query(stage="drafting")),
        ("stage:not-shortlisted", Query(stage="not_shortlisted")),
        ("closing:7", Query(closing_within=7)),
        ("closing:0", Query(closing_within=0)),
        ("is:shortlisted", Query(shortlisted=True)),
        ("is:open", Query(still_open=True)),
        ("ward -nurse -night", Query("ward", without="nurse night")),
        ("- -- -…", Query("- -- -…")),
        ("C9999-26-0101", Query("C9999-26-0101")),
        (
            "stroke band:6 ward is:shortlisted closing:7 stage:applied",
            Query("stroke ward", shortlisted=True, stage="applied", band="6", closing_within=7),
        ),
        ("band:5 band:6", Query(band="6")),
    ],
)
def test_words_and_filters_are_told_apart(text: str, query: Query) -> None:
    assert Query.parse(text) == query


@pytest.mark.parametrize(
    "word",
    [
        "band:",
        "band:10",
        "band:8e",
        "band:purple",
        "stage:hired",
        "stage:",
        "closing:soon",
        "closing:-1",
        "closing:²",
        "is:starred",
        "colour:red",
        "10:30",
        ":",
        "https://www.jobs.nhs.uk/",
    ],
)
def test_an_unknown_prefix_or_value_stays_a_word(word: str) -> None:
    assert Query.parse(f"ward {word}") == Query(words=f"ward {word}")


def test_the_order_is_not_part_of_what_is_typed() -> None:
    assert Query.parse("ward", "salary") == Query(words="ward", sort="salary")


@given(st.text())
def test_anything_can_be_typed(text: str) -> None:
    query = Query.parse(text)
    assert Query.parse(query.words).words == query.words
    query.describe()
    misread(text)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        (Query(), ""),
        (Query(sort="title"), ""),
        (Query(words="stroke  ward"), "with “stroke ward”"),
        (Query(band="Band 6"), "band 6"),
        (Query(stage="not_shortlisted"), "stage not shortlisted"),
        (Query(closing_within=0), "closing today"),
        (Query(closing_within=1), "closing within 1 day"),
        (Query(still_open=True), "still open"),
        (Query("a", without="b"), "with “a”, without “b” in title, employer or place"),
        (Query(without="nurse night"), "without “nurse” or “night” in title, employer or place"),
        (
            Query("stroke ward", shortlisted=True, band="6", closing_within=7),
            "band 6, shortlisted, closing within 7 days, with “stroke ward”",
        ),
    ],
)
def test_a_query_says_in_words_what_it_asks(query: Query, words: str) -> None:
    assert query.describe() == words


@pytest.mark.parametrize(
    ("band", "key"),
    [
        ("6", "6"),
        ("Band 6", "6"),
        ("band  6", "6"),
        ("Agenda for change band 6", "6"),
        ("NHS AfC: Band 7", "7"),
        ("8a", "8a"),
        ("Band 8A", "8a"),
        ("Band 8 - Range B", "8b"),
        ("Band 8 (a)", "8a"),
        ("Band 5 or 6", "5"),
        ("Consultant", "consultant"),
        ("ST3-ST8", "st3-st8"),
        ("Band 10", "band 10"),
        ("", ""),
    ],
)
def test_a_band_has_one_spelling(band: str, key: str) -> None:
    assert band_key(band) == key


STAGES_NAMED = "is not a stage: interested, drafting, applied, interview, offer, checks, started, "
FILTERS_NAMED = "there are band:6, stage:drafting, closing:7, is:shortlisted and is:open."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ward stage:xyz", f"“xyz” {STAGES_NAMED}"),
        ("stage:", f"“stage:” {STAGES_NAMED}"),
        ("band:10", "“10” is not a band: 1 to 9, 8a to 8d or consultant."),
        ("band: 6", "“band:” is not a band: 1 to 9, 8a to 8d or consultant."),
        ("BAND:Purple band:11", "“Purple” is not a band: "),
        ("closing:soon", "“soon” is not a number of days: closing:7 is the next seven."),
        ("closing:-1", "“-1” is not a number of days: "),
        ("is:starred", "“starred” is not known here: is:shortlisted or is:open."),
        ("state:drafting", f"There is no filter “state:”; {FILTERS_NAMED}"),
        ("salary:30000 ward", f"There is no filter “salary:”; {FILTERS_NAMED}"),
        ("Stgae:applied", f"There is no filter “stgae:”; {FILTERS_NAMED}"),
        ("bands:6", f"There is no filter “bands:”; {FILTERS_NAMED}"),
        ("-band:6", "“-band:6” is not possible: a minus leaves out words only."),
        (f"stage:{'x' * 99}", f"“{'x' * 29}…” is not a stage: "),
    ],
)
def test_a_filter_that_is_none_is_told_with_what_is_possible(text: str, said: str) -> None:
    assert misread(text).startswith(said)
    assert Query.parse(text) != Query()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "stroke ward -nurse",
        "band:6 stage:drafting closing:7 is:shortlisted is:open",
        "1:1 care",
        "10:30",
        ":",
        "::",
        "http://www.example.org/",
        "https://www.jobs.nhs.uk/candidate/jobadvert/C9999-26-0101",
        "colour:red",
        "Re:ward",
        "Salary: £30,000",
        "post:999",
    ],
)
def test_ordinary_words_are_no_misread_filters(text: str) -> None:
    assert misread(text) == ""
