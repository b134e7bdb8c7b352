"""Page after page of the feed until its end, and whether nothing can have slipped through.

The board changes while it is read. What is new comes first and moves the rest down a place, so
some listings come twice and none is missed. What is taken down moves the rest up: then the pages
before are read again. A board that does not count is read to the page that is not there.
"""

from collections.abc import Callable, Iterator

from nhsjobtui.boards.feed import FeedPage, FeedRefusal
from nhsjobtui.errors import NhsJobTuiError
from nhsjobtui.model.advert import Advert

LIMIT = 100
_MOST_PAGES = 2000
_MOST_READ_AGAIN = 20
_MOST_STALE = 3
_KEPT = "What came before is kept. Try again later."


class Paging:
    """Reads the pages that `ask` returns for numbers from 1.

    `found` counts different listings, `total` is what the board last said there are, `nameless`
    counts entries that nothing can be made of. `whole` is True once every listing that was there
    all the time has come.
    """

    def __init__(self, ask: Callable[[int], FeedPage], most: int | None = None) -> None:
        self._ask = ask
        self._most = most
        self._slugs: set[str] = set()
        self._nameless: dict[int, int] = {}
        self._missing: set[int] = set()
        self._ended = False
        self._size = 1
        self._pages: int | None = None
        self._least: int | None = None
        self._read_again = 0
        self._farthest = 0
        self._stale = 0
        self.total: int | None = None
        self.whole = False

    @property
    def found(self) -> int:
        """How many different listings have come."""
        return len(self._slugs)

    @property
    def last(self) -> int:
        """The last page that is wanted, as far as is known; 0 before the first has come."""
        pages = self._pages or 0
        return pages if self._most is None else min(pages, -(-self._most // self._size))

    @property
    def nameless(self) -> int:
        """How many entries had no reference."""
        return sum(self._nameless.values())

    def listings(self) -> Iterator[list[Advert]]:
        """Yield the listings of one page after another, each listing once."""
        number, steady = 1, True
        while True:
            page = self._page(number)
            if page is None:
                if self._ended:
                    break
                number -= 1  # what is missing may have moved up to the page before
                continue
            before = self.total
            self._count(page, number)
            fresh = self._fresh(page.listings)
            if fresh:
                yield fresh
            if self._most is not None and self.found >= self._most:
                return
            self._check_progress(number, page, fresh)
            gone = 0 if before is None or self.total is None else before - self.total
            if gone > 0 and self._read_again < _MOST_READ_AGAIN:
                self._read_again += 1
                number = max(1, number - -(-gone // self._size))
                continue
            steady &= gone <= 0
            if self._pages is not None and number >= self._pages:
                break
            number += 1
        counted = self._least is None or self.found + self.nameless >= self._least
        self.whole = steady and counted

    def _page(self, number: int) -> FeedPage | None:
        """Return a page; None where there is none.

        Then the board has become shorter than it said; or it does not count, and ends where a page
        is missing twice.
        """
        again = number in self._missing
        must_be = number == 1 or (again and self._pages is not None)
        try:
            page = self._ask(number)
        except FeedRefusal:
            if must_be:
                raise
        else:
            if page.listings or page.nameless or (number == 1 and page.total == 0):
                return page
            if number == 1 and page.total is None:
                raise NhsJobTuiError(
                    "NHS Jobs answered with neither an advert nor a count of them.", _KEPT
                )
            if must_be:
                raise NhsJobTuiError(
                    f"NHS Jobs answered page {number} with no advert, though it counts more.", _KEPT
                )
        self._ended = again
        self._missing.add(number)
        return None

    def _count(self, page: FeedPage, number: int) -> None:
        """Take what a page says of the whole."""
        size = len(page.listings) + page.nameless
        if page.total is not None and page.total < size:  # which is no count
            page = page._replace(total=None, pages=None)
        self.total = page.total if page.total is not None else self.total
        if self.total is not None:
            self._least = min(self.total, self.total if self._least is None else self._least)
        self._nameless[number] = page.nameless
        self._size = max(size, self._size)
        if page.pages is not None:
            self._pages = page.pages
        elif self.total is not None and number == 1:
            self._pages = -(-self.total // max(size, 1))
        if self._pages is not None and self._pages > _MOST_PAGES:
            raise NhsJobTuiError(
                f"NHS Jobs counts {self._pages:,} pages, more than there can be.", _KEPT
            )
        if number > _MOST_PAGES:
            raise NhsJobTuiError("NHS Jobs goes on page after page without an end.", _KEPT)

    def _fresh(self, listings: list[Advert]) -> list[Advert]:
        """Return the listings that have not come before, as many as are wanted."""
        fresh = []
        for advert in listings:
            key = (advert.slug or "").casefold()
            if key not in self._slugs and (self._most is None or self.found < self._most):
                self._slugs.add(key)
                fresh.append(advert)
        return fresh

    def _check_progress(self, number: int, page: FeedPage, fresh: list[Advert]) -> None:
        """Refuse to go on where one page after another has nothing that has not come before."""
        if number <= self._farthest:
            return
        self._farthest = number
        self._stale = 0 if fresh or page.nameless else self._stale + 1
        if self._stale > _MOST_STALE:
            raise NhsJobTuiError(
                "NHS Jobs answers one page after another with the same adverts.", _KEPT
            )
