"""`list`: one advert a line, as text and as JSON."""

import json
from datetime import UTC, datetime

import pytest

from nhsjobtui.cli import context

from . import adverts
from .conftest import Shell


def refs(shell: Shell, *words: str) -> list[str]:
    return [json.loads(line)["slug"] for line in shell.ok("list", "--json", *words).lines]


def test_an_empty_library_says_how_to_fill_it(shell: Shell) -> None:
    result = shell("list")
    assert (result.code, result.out) == (0, "")
    assert "nhsjobtui add FILE" in result.err


def test_the_one_that_closes_first_comes_first(filled: Shell) -> None:
    assert refs(filled) == [adverts.MIDWIFE, adverts.NURSE, adverts.CLERK]


def test_a_line_has_everything_a_person_chooses_by(filled: Shell) -> None:
    filled.ok("shortlist", adverts.NURSE)
    filled.ok("stage", adverts.NURSE, "drafting")
    filled.ok("note", adverts.NURSE, "Ring the ward.")
    filled.ok("tick", adverts.NURSE, "1")
    first, second, third = filled.ok("list").lines
    for part in (
        "* ",
        adverts.NURSE,
        "5 days",
        "Band 5",
        "£31,049 to £37,796 a year",
        "Staff Nurse, Teasel Ward",
        "Wyre and Teme NHS Foundation Trust",
        "essential 1/3",
        "drafting",
        "note",
    ):
        assert part in second
    assert "tomorrow" in first
    assert not first.startswith("*")
    assert "essential" not in third
    assert first.index("Wyre") == second.index("Wyre") == third.index("Wyre")


def test_a_json_line_is_the_head_of_the_record_that_show_prints(filled: Shell) -> None:
    (line,) = filled.ok("list", "--json", "--band", "5").lines
    head = json.loads(line)
    assert list(head) == [
        "slug",
        "reference_number",
        "title",
        "employer",
        "band",
        "salary",
        "closing",
        "posted",
        "shortlisted",
        "stage",
        "coverage",
        "state",
    ]
    assert head["closing"] == "2026-11-20"
    assert head["salary"] == {
        "text": "£31,049 to £37,796 a year",
        "min": 31049,
        "max": 37796,
        "per": "year",
    }
    assert head["coverage"] == {"essential": [0, 3], "desirable": [0, 1]}
    assert head["state"] == "open"
    whole = json.loads(filled.ok("show", "--json", adverts.NURSE).out)
    assert {name: whole[name] for name in head} == head


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["midwife"], [adverts.MIDWIFE]),
        (["ward", "clerk"], [adverts.CLERK]),
        (["band:6"], [adverts.MIDWIFE]),
        (["--band", "6"], [adverts.MIDWIFE]),
        (["--band", "Band 6"], [adverts.MIDWIFE]),
        (["--closing-within", "1"], [adverts.MIDWIFE]),
        (["--closing-within", "5"], [adverts.MIDWIFE, adverts.NURSE]),
        (["--limit", "2"], [adverts.MIDWIFE, adverts.NURSE]),
        (["--limit", "0"], []),
        (["--sort", "title"], [adverts.MIDWIFE, adverts.NURSE, adverts.CLERK]),
        (["ward", "--band", "2", "clerk"], [adverts.CLERK]),
        (["--shortlisted"], []),
        (["--stage", "applied"], []),
        (["--", "-nurse"], [adverts.MIDWIFE, adverts.CLERK]),
        (["ward", "--", "-nurse"], [adverts.MIDWIFE, adverts.CLERK]),
        (["ward -nurse", "--band", "6"], [adverts.MIDWIFE]),
        (["is:open", "--limit", "1"], [adverts.MIDWIFE]),
    ],
)
def test_words_and_options_narrow_the_list(
    filled: Shell, words: list[str], found: list[str]
) -> None:
    result = filled("list", "--json", *words)
    assert result.code == 0
    assert [json.loads(line)["slug"] for line in result.lines] == found


def test_the_shortlist_and_the_stages_narrow_the_list(filled: Shell) -> None:
    filled.ok("shortlist", adverts.NURSE, adverts.CLERK)
    filled.ok("stage", adverts.CLERK, "not-shortlisted")
    assert refs(filled, "--shortlisted") == [adverts.NURSE, adverts.CLERK]
    assert refs(filled, "is:shortlisted", "--stage", "not_shortlisted") == [adverts.CLERK]


def test_an_empty_answer_says_what_was_asked(filled: Shell) -> None:
    result = filled("list", "astronaut", "--band", "9")
    assert (result.code, result.out) == (0, "")
    assert result.err == "None of the 3 adverts matches: band 9, with “astronaut”.\n"


def test_a_list_of_no_adverts_asked_for_is_not_a_word(filled: Shell) -> None:
    assert filled.ok("list", "--limit", "0").out == ""
    assert filled.ok("list", "--limit", "0", "astronaut").out == ""


def test_an_empty_answer_tells_a_word_that_looks_like_a_filter(filled: Shell) -> None:
    result = filled("list", "stage:xyz", "--", "-midwife")
    assert (result.code, result.out) == (0, "")
    first, second = result.err.splitlines()
    assert first == (
        "None of the 3 adverts matches: with “stage:xyz”, "
        "without “midwife” in title, employer or place."
    )
    assert second.startswith("“xyz” is not a stage: interested, drafting, ")


def test_what_is_closed_is_not_open(filled: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(context, "now", lambda: datetime(2026, 11, 21, tzinfo=UTC))
    assert refs(filled, "is:open") == [adverts.CLERK]


def test_days_are_counted_by_londons_date(filled: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setattr(context, "now", lambda: datetime(2026, 11, 20, 23, 58, tzinfo=UTC))
    line = next(line for line in filled.ok("list").lines if adverts.NURSE in line)
    assert "today" in line
    monkeypatch.setattr(context, "now", lambda: datetime(2026, 11, 21, 0, 0, tzinfo=UTC))
    line = next(line for line in filled.ok("list").lines if adverts.NURSE in line)
    assert "closed 20 Nov" in line
