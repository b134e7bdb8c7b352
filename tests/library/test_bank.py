import pytest

from nhsjobtui.errors import InputError
from nhsjobtui.library import Library
from nhsjobtui.model.advert import Group
from tests.library.adverts import NURSE, Clock, advert, put


def key(library: Library, advert_id: int, n: int = 1) -> str:
    return library.entry(advert_id).criteria[n - 1].key


def texts(library: Library, words: str = "") -> list[str]:
    return [kept.text for kept in library.bank.search(words)]


def test_what_is_written_is_in_the_bank_at_once(library: Library, nurse: int, clock: Clock) -> None:
    library.set_evidence(nurse, key(library, nurse), "Assessing wounds on Elm Ward")
    (kept,) = library.bank.search("assessment")
    assert (kept.criterion, kept.ref, kept.title) == ("Registered nurse", NURSE.slug, NURSE.title)
    assert (kept.written_at, kept.advert_id) == (clock.now, nurse)
    assert texts(library, "registered") == ["Assessing wounds on Elm Ward"]
    library.set_evidence(nurse, key(library, nurse), "Dressings")
    assert texts(library) == ["Dressings"]
    library.undo()
    assert texts(library, "elm wa") == ["Assessing wounds on Elm Ward"]
    library.set_evidence(nurse, key(library, nurse), "")
    assert texts(library) == []


def test_words_with_signs_find_nothing_or_what_they_say(library: Library, nurse: int) -> None:
    library.set_evidence(nurse, key(library, nurse), 'A "quick" fox')
    assert texts(library, '"quick" -fox') == ['A "quick" fox']
    assert texts(library, '"*-') == []


def test_evidence_of_criteria_added_by_hand_comes_and_goes_with_them(
    library: Library, nurse: int
) -> None:
    own = library.add_criterion(nurse, "Speaks Welsh")
    library.set_evidence(nurse, own.key, "Yn rhugl")
    library.set_self_mark(nurse, own.key, 2)
    library.remove_criterion(nurse, own.key)
    assert texts(library) == []
    library.undo()
    assert texts(library, "rhugl") == ["Yn rhugl"]
    assert library.entry(nurse).criteria[-1].self_mark == 2


def test_two_adverts_that_turn_out_to_be_one_keep_their_evidence_in_the_bank(
    library: Library,
) -> None:
    spec = (Group("", ("Typing",)),)
    one = put(library, advert(1, reference_number=None, person_spec=spec)).advert_id
    two = put(library, advert(2, slug=None, reference_number="999-AAA", person_spec=spec)).advert_id
    library.set_evidence(one, key(library, one), "Fast.")
    library.set_evidence(two, key(library, two), "Blind.")
    library.set_questions(one, "How many?")
    library.set_questions(two, "Where?")
    put(library, advert(1, reference_number="999-AAA", person_spec=spec), "both")
    assert texts(library) == ["Fast.\n\nBlind."]
    assert library.application(one).questions == "How many?\n\nWhere?"


def test_general_pieces_are_kept_once_changed_and_removed_and_all_can_be_undone(
    library: Library, nurse: int
) -> None:
    bank = library.bank
    piece = bank.add("I have worked for the NHS since 2015.\n")
    assert bank.add("I have worked for the NHS since 2015.").id == piece.id == "p1"
    bank.replace("p1", "Since 2014.")
    bank.remove("p1")
    assert bank.pieces() == []
    said = [library.undo() for _ in range(3)]
    assert [undone and undone.sentence for undone in said] == [
        "The piece is in the bank again.",
        "The piece is back to what it was.",
        "The piece is out of the bank again.",
    ]
    assert library.undo() is None
    for _ in range(2):
        library.redo()
    assert texts(library) == ["Since 2014."]
    assert bank.add("Another.").id == "p2"
    del nurse


def test_a_piece_is_not_evidence_nor_the_other_way_round(library: Library, nurse: int) -> None:
    library.set_evidence(nurse, key(library, nurse), "Mine.")
    (kept,) = library.bank.search()
    with pytest.raises(InputError, match="it was left alone"):
        library.bank.remove(kept.id)
    for name in ("p9", "e999", "x", "", "e١"):
        with pytest.raises(InputError):
            library.bank.get(name)
    with pytest.raises(InputError, match="no text to keep"):
        library.bank.add(" \n")


def test_a_piece_and_an_advert_can_be_one_step(library: Library, nurse: int) -> None:
    with library.one_step():
        library.set_note(nurse, "x")
        library.bank.add("y")
    undone = library.undo()
    assert undone is not None
    assert undone.sentence == "2 changes taken back, on 1 advert and in the bank."
