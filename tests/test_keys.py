"""The declared actions."""

from pathlib import Path
from typing import get_args

from nhsjobtui.keys import EVERYWHERE, Place, actions_in, all_actions, clashes, keys_table


def test_no_key_means_two_things_in_one_pane() -> None:
    assert clashes(all_actions()) == []


def test_keys_that_terminals_and_multiplexers_take_are_not_used() -> None:
    taken = {"ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+s", "ctrl+o", "ctrl+q", "ctrl+a"}
    keys = {key for action in all_actions() for key in action.keys}
    assert not keys & taken
    assert not any(key.startswith(("alt+", "f1", "f2")) for key in keys)


def test_every_pane_has_a_way_back_help_and_quit() -> None:
    for where in sorted(EVERYWHERE):
        assert {"back", "help", "quit"} <= {action.id for action in actions_in(where)}


def test_every_screen_over_the_panes_has_a_way_back_help_and_the_palette() -> None:
    for where in sorted(frozenset(get_args(Place)) - EVERYWHERE):
        assert {"leave", "help", "palette"} <= {action.id for action in actions_in(where)}


def test_the_page_of_keys_is_current() -> None:
    page = Path(__file__).parents[1] / "docs" / "keys.md"
    assert page.read_text(encoding="utf-8") == keys_table()
