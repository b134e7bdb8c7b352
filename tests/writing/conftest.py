from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from nhsjobtui.library import Library
from tests.library.adverts import NURSE, Clock, put


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def library(tmp_path: Path, clock: Clock) -> Iterator[Library]:
    with Library.open(tmp_path / "library.sqlite3", clock) as opened:
        yield opened


@pytest.fixture
def other(tmp_path: Path, clock: Clock) -> Iterator[Library]:
    """Another machine's library, with nothing in it."""
    with Library.open(tmp_path / "other" / "library.sqlite3", clock) as opened:
        yield opened


@pytest.fixture
def nurse(library: Library, clock: Clock) -> int:
    """One application with something in every place that a person can write to."""
    advert_id = put(library, NURSE).advert_id
    rows = {row.text: row.key for row in library.entry(advert_id).criteria}
    library.set_shortlisted(advert_id, True)
    library.set_stage(advert_id, "drafting", note="begun on the bus")
    library.set_note(advert_id, "Ask about nights.\n\nRing Priya.\n")
    library.set_questions(advert_id, "How many beds?\nWho supervises?")
    library.set_opening(advert_id, "I am a nurse with six years’ work on wards.")
    library.set_ending(advert_id, "I would be glad to come.")
    library.set_plan(advert_id, library.plan(advert_id)._replace(order="group", word_limit=900))
    library.set_status(advert_id, rows["Registered nurse"], "met")
    library.set_self_mark(advert_id, rows["Registered nurse"], 3)
    library.set_evidence(advert_id, rows["Registered nurse"], 'Registered “2019”, \\ "NMC" tŷ')
    library.set_evidence(
        advert_id, rows["Six months on a surgical ward"], "• Elm Ward\n• Teasel Ward\n\nTwo years."
    )
    own = library.add_criterion(advert_id, "Speaks Welsh", group="Other", essential=False)
    library.set_evidence(advert_id, own.key, '"""\nSome\r\n\n"""')
    clock.pass_by(days=1)
    library.set_stage(advert_id, "applied", note="through Trac")
    clock.pass_by(days=1)
    library.set_evidence(advert_id, rows["Mentorship"], "Two students, written after sending.")
    library.set_stage(advert_id, "interview", day=date(2026, 12, 3), time="10:00", note="Room 4")
    return advert_id
