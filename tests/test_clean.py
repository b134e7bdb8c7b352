"""The one door in for foreign text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhsjobtui.clean import clean, clean_line


@pytest.mark.parametrize(
    ("foreign", "plain"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]52;c;c3RvbGVu\x07copied", "copied"),
        ("\x1b]0;title\x1b\\after", "after"),
        ("bell\x07 and \x9b31m", "bell and 31m"),
        ("pay \u202eeht desrever\u202c", "pay eht desrever"),
        ("zero\u200bwidth soft\u00adhyphen", "zerowidth softhyphen"),
        ("Band\u00a05\u2009post", "Band 5 post"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("\uf0b7 a bullet of Word's", "• a bullet of Word's"),
        ("half \ud800 a pair", "half \ufffd a pair"),
    ],
)
def test_what_is_active_or_invisible_goes(foreign: str, plain: str) -> None:
    assert clean(foreign) == plain


@pytest.mark.parametrize(
    "text",
    ["£27,485 to £30,162", "Ŵŷ Llŷr", "“smart” – quotes…", "[red] [/b] <1500g", "naïve café"],
)
def test_what_a_person_reads_stays(text: str) -> None:
    assert clean(text) == text


@given(st.text())
def test_nothing_but_text_and_newlines_comes_out_and_a_second_time_changes_nothing(
    text: str,
) -> None:
    once = clean(text)
    assert clean(once) == once
    kinds = {unicodedata.category(letter) for letter in once if letter != "\n"}
    assert not kinds & {"Cc", "Cs", "Co", "Zl", "Zp"}


def test_a_line_has_single_spaces() -> None:
    assert clean_line("  Staff \n Nurse\t\u00a0Band 5 ") == "Staff Nurse Band 5"
