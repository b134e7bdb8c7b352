"""Two people's changes of one text as one text."""

from hypothesis import given
from hypothesis import strategies as st

from nhsjobtui.model.joining import joined


def test_what_the_other_added_stands_below() -> None:
    assert joined("Alpha", "Alpha Beta", "Alpha Gamma") == "Alpha Gamma\n\nBeta"


def test_nothing_is_added_twice() -> None:
    assert joined("Alpha", "Alpha Beta", "Alpha Beta Gamma") == "Alpha Beta Gamma"
    assert joined("", "from a script", "mine") == "mine\n\nfrom a script"


def test_what_the_other_took_away_stays() -> None:
    assert joined("Alpha Beta", "Alpha", "Alpha Beta Gamma") == "Alpha Beta Gamma"


def test_a_word_that_is_only_a_part_of_one_of_ours_is_not_ours() -> None:
    joined_text = joined("I led a team.", "I led 3 in a team.", "I led a team of 30 in Leeds.")
    assert joined_text == "I led a team of 30 in Leeds.\n\n3 in"
    assert joined("Ask", "Ask Paul", "Ask Pauline") == "Ask Pauline\n\nPaul"


def test_what_the_other_added_keeps_its_lines() -> None:
    assert joined("Alpha", "Alpha\n\nBeta\n  Gamma", "Delta") == "Delta\n\nBeta\n  Gamma"


def test_two_windows_that_save_in_turn_do_not_multiply_their_text() -> None:
    kept, first, second = "Alpha", "Alpha", "Alpha"
    for count in range(3):
        base, ours = first, f"{first} one{count}"
        kept = first = joined(base, kept, ours)
        base, ours = second, f"{second} two{count}"
        kept = second = joined(base, kept, ours)
    for word in ("Alpha", "one0", "one2", "two0", "two2"):
        assert kept.split().count(word) == 1


words = st.lists(st.sampled_from(["ward", "rota", "pin", "care", "team"]), max_size=6).map(" ".join)


@given(words, words, words)
def test_our_own_words_come_first_and_whole(base: str, theirs: str, ours: str) -> None:
    assert joined(base, theirs, ours).startswith(ours.rstrip())
