"""Adverts of the library asked for again, one after the other."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from nhsjobtui.boards.client import Client
from nhsjobtui.boards.fetch import fetch_advert
from nhsjobtui.library import Head, Library
from nhsjobtui.model.references import is_slug

Became = Literal["changed", "same", "gone", "failed", "elsewhere", "not asked"]
_AFTER_FAILURES = 3  # in a row, after which it is the network and not the adverts
_WORDS: dict[Became, str] = {
    "changed": "changed",
    "gone": "gone",
    "same": "the same",
    "failed": "did not come",
    "elsewhere": "not on NHS Jobs",
    "not asked": "not asked for",
}
_ELSEWHERE = "It is not known under a reference of NHS Jobs, and other boards refuse programs."


class Refreshed(NamedTuple):
    """What became of one advert; `what` says what changed or why it did not come."""

    head: Head
    became: Became
    what: str = ""


def refresh(client: Client, library: Library, ids: Sequence[int]) -> Iterator[Refreshed]:
    """Ask for each of these adverts again, and give what became of it as soon as that is known.

    What the person added stays untouched. Raises Stopped where the client's switch was set; what
    came before is kept. Once the board refuses or cannot be reached, the rest is not asked for.
    """
    failures, refused = 0, False
    for advert_id in ids:
        head = library.heads([advert_id]).get(advert_id)
        if head is None:
            continue
        slug = _slug(library, head)
        if not slug:
            yield Refreshed(head, "elsewhere", _ELSEWHERE)
        elif refused or failures >= _AFTER_FAILURES:
            yield Refreshed(head, "not asked")
        else:
            one = _refresh(client, library, advert_id, slug)
            refused = client.refused
            failures = failures + 1 if one.became == "failed" else 0
            yield one


def _refresh(client: Client, library: Library, advert_id: int, slug: str) -> Refreshed:
    fetched = fetch_advert(client, library, slug)
    now_id = fetched.advert_id if fetched.advert_id is not None else advert_id
    head = library.heads([now_id])[now_id]
    if fetched.outcome == "gone":
        return Refreshed(head, "gone", fetched.reason)
    if fetched.outcome != "here":
        return Refreshed(head, "failed", fetched.reason)
    return Refreshed(head, "changed" if fetched.changed else "same", ", ".join(fetched.changed))


def _slug(library: Library, head: Head) -> str:
    """Return the reference that NHS Jobs knows an advert by, "" where there is none."""
    if head.slug and (is_slug(head.slug) or library.entry(head.id).advert.board == "nhsjobs"):
        return head.slug
    return ""


def summary(done: Iterable[Refreshed]) -> str:
    """Say in a sentence what became of them all: "3 changed, 1 gone, 9 the same."."""
    counts = dict.fromkeys(_WORDS, 0)
    for one in done:
        counts[one.became] += 1
    said = [f"{count} {_WORDS[became]}" for became, count in counts.items() if count]
    return f"{', '.join(said)}." if said else "There was nothing to ask for."
