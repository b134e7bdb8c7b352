import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhsjobtui.model.query import Query, band_key


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
