"""Reading pages into adverts, everything included, against parsers that only fetch the fields."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from importlib import resources
from itertools import cycle, islice

from benchmarks import CannotMeasure
from benchmarks.invented import adverts, pages
from benchmarks.measure import Row, at_most, in_turn, timed
from benchmarks.peers import bare
from nhsjobtui.reading import read_advert

_PAGES = 20
_SOUP, _BARE = "BeautifulSoup", "bare selectolax"
Read = Callable[[bytes], object]


def rows(pairs: int) -> Iterator[Row]:
    """Yield the rows of this part."""
    try:
        from benchmarks.peers import soup
    except ImportError as error:
        raise CannotMeasure("This part needs BeautifulSoup: pip install -e '.[bench]'") from error
    full = [adverts.full(number, date.today() + timedelta(days=9)) for number in range(_PAGES)]
    large, dumps = [pages.html_page(a) for a in full], [pages.text_page(a) for a in full]
    size = sum(map(len, large)) // _PAGES // 1000
    samples, texts = _samples(".html"), _samples(".txt")
    for name, html, text in (
        (f"pages of {size} KB", large, dumps),
        ("the samples' pages", samples, texts),
    ):
        measure = partial(_measure, html, pairs=pairs)
        yield at_most(f"read {name}", measure(html, soup.read), 1 / 10, _SOUP)
        yield at_most(f"read {name}", measure(html, bare.read), 4, _BARE)
        yield at_most(f"read text dumps of {name}", measure(text, read_advert), 1, "the HTML")
        yield at_most(f"read text dumps of {name}", measure(text, bare.read), 4, _BARE)


def _samples(ending: str) -> list[bytes]:
    folder = resources.files("nhsjobtui.samples").joinpath("adverts")
    found = [file.read_bytes() for file in folder.iterdir() if file.name.endswith(ending)]
    return list(islice(cycle(found), _PAGES))


def _measure(
    html: Sequence[bytes], ours: Sequence[bytes], peer: Read, *, pairs: int
) -> list[tuple[float, float]]:
    """Return how long ours takes for its pages, and the peer for the HTML."""
    return in_turn(
        lambda: timed(lambda: [read_advert(page) for page in ours]) / len(ours),
        lambda: timed(lambda: [peer(page) for page in html]) / len(html),
        pairs,
    )
