"""One advert from NHS Jobs into the library; what is there survives whatever happens."""

from typing import NamedTuple

from nhsjobtui.boards.client import NOTHING_KNOWN, Answer, Client, Validators
from nhsjobtui.boards.failures import BoardError, Refused, Unreachable
from nhsjobtui.boards.judging import Verdict, judge
from nhsjobtui.boards.nhsjobs import advert_path
from nhsjobtui.errors import InputError
from nhsjobtui.library import Added, FetchOutcome, Library
from nhsjobtui.model.references import NHS_JOBS, SLUG_CUT

_SAME = 304
_SAVE = "Open it in a browser, save the page, then: nhsjobtui add FILE"
_LATER = "Try again later."


class Fetched(NamedTuple):
    """What came of fetching an advert.

    `advert_id` is None where nothing is in the library. `added` says what the page changed where
    the advert is "here"; `reason` is a sentence where it is not.
    """

    slug: str
    outcome: FetchOutcome
    reason: str
    advert_id: int | None
    added: Added | None = None

    def failure(self) -> BoardError | None:
        """Return what to say where the advert did not come, None where it did."""
        here = self.advert_id is not None
        kept = "The copy in the library is kept." if here else "Nothing was added."
        if self.outcome == "gone":
            still = "no longer" if here else "not"
            return BoardError(f"{self.slug} is {still} on NHS Jobs: {self.reason}", kept)
        if self.outcome == "refused":
            return Refused(f"{self.slug} did not come: {self.reason}", f"{kept} {_SAVE}")
        if self.outcome == "unreachable":
            return Unreachable(f"{self.slug} did not come: {self.reason}", f"{kept} {_LATER}")
        return None

    @property
    def changed(self) -> tuple[str, ...]:
        """What is different now, in words."""
        return self.added.changed if self.added else ()


def fetch_advert(client: Client, library: Library, slug: str) -> Fetched:
    """Ask NHS Jobs for an advert, keep what comes, and note it where none does.

    Raises Stopped where the client's switch was set, and what the library raises.
    """
    known = _find(library, slug)
    last = library.fetch(known) if known is not None else None
    validators = Validators(last.etag, last.last_modified) if last else NOTHING_KNOWN
    try:
        answer = client.get(advert_path(slug), known=validators)
    except Refused as failure:
        return keep(library, slug, None, Verdict("refused", failure.message))
    except Unreachable as failure:
        return keep(library, slug, None, Verdict("unreachable", failure.message))
    if answer.status == _SAME and last is not None:
        return keep(library, slug, None, Verdict("here"), validators)
    return keep(library, slug, answer, judge(answer, slug), answer.validators)


def keep(
    library: Library,
    slug: str,
    answer: Answer | None,
    verdict: Verdict,
    validators: Validators = NOTHING_KNOWN,
) -> Fetched:
    """Put what was fetched into the library; `validators` are the server's words for it."""
    known = _find(library, slug)
    outcome, reason, advert = verdict
    if outcome == "gone" and known is not None and _may_be_cut(library, known, slug):
        outcome, reason = "unreachable", f"{reason} Its reference may be cut off."
    added = None
    with library.batch():
        if advert is not None and answer is not None:
            added = library.add(advert, answer.body, NHS_JOBS + slug)
            known = added.advert_id
        if known is not None:
            library.note_fetch(known, outcome, reason=reason, **validators._asdict())
    return Fetched(slug, outcome, reason, known, added)


def _find(library: Library, slug: str) -> int | None:
    try:
        return library.find(NHS_JOBS + slug)
    except InputError:
        return None


def _may_be_cut(library: Library, advert_id: int, slug: str) -> bool:
    """Say whether the reference is only known from Find a job, which cuts long ones off."""
    return len(slug) == SLUG_CUT and library.entry(advert_id).advert.board == "findajob"
