"""NHS Jobs on this machine: a server written from what is known of the real one.

It answers the feed, the search, advert pages and documents, misbehaves on demand, and keeps what
it was asked, when and over how many connections.
"""

from tests.board.server import Board, Reply, Seen
from tests.board.vacancies import Document, Vacancy, vacancies

__all__ = ["Board", "Document", "Reply", "Seen", "Vacancy", "vacancies"]
