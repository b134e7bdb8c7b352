"""Breaking text into lines, and fitting it into columns."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from nhsjobtui.tui.wrap import fit, wrap


def test_lines_break_at_spaces() -> None:
    assert [line for _, line in wrap("one two three four", 9)] == ["one two", "three", "four"]


def test_a_word_too_long_for_a_line_is_broken() -> None:
    assert [line for _, line in wrap("abcdefghij", 4)] == ["abcd", "efgh", "ij"]


def test_an_empty_paragraph_is_one_empty_line() -> None:
    assert wrap("", 10) == [(0, "")]


words = st.text(alphabet=st.sampled_from("ab £–•ŵ漢字é "), max_size=80)


@given(words, st.integers(2, 30))
def test_no_line_is_wider_than_asked_and_nothing_but_spaces_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cell_len(line) <= max(width, 2) for _, line in lines)
    assert all(text[start : start + len(line)] == line for start, line in lines)
    assert "".join(line for _, line in lines).replace(" ", "") == text.replace(" ", "")


@given(words, st.integers(0, 30))
def test_fitted_text_is_exactly_as_wide_as_asked(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) == width


def test_text_that_is_cut_says_so() -> None:
    assert fit("Assistant Director", 10) == "Assistant…"
