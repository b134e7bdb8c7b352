"""What the boards call things: one table a board."""

from nhsjobtui.reading.vocabulary.findajob import FIND_A_JOB
from nhsjobtui.reading.vocabulary.nhsjobs import NHS_JOBS
from nhsjobtui.reading.vocabulary.tables import Field, Part, Target, Vocabulary, key
from nhsjobtui.reading.vocabulary.trac import TRAC

BOARDS = (NHS_JOBS, FIND_A_JOB, TRAC)
ALL_IDS: dict[str, Target] = {name: to for board in BOARDS for name, to in board.ids.items()}

__all__ = [
    "ALL_IDS",
    "BOARDS",
    "FIND_A_JOB",
    "NHS_JOBS",
    "TRAC",
    "Field",
    "Part",
    "Target",
    "Vocabulary",
    "key",
]
