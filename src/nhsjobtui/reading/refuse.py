"""What is not an advert, and what it looks like instead."""

import re
from collections.abc import Sequence

from nhsjobtui.errors import NotAnAdvert
from nhsjobtui.model.advert import Advert
from nhsjobtui.reading.blocks import Block
from nhsjobtui.reading.draft import Draft
from nhsjobtui.reading.vocabulary import Field

_HINT = "Save the advert's own page, or copy all of its text, and try again."
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a Word document or another zip archive"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or a recording"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
    (b"ID3", "a recording"),
    (b"OggS", "a recording"),
)
_UNREADABLE = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd\ue000-\uf8ff]")
_XML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?>.*?-->)\s*)*+<(\w+)", re.DOTALL)
_XML_NAMES = {
    "rss": "a news feed",
    "feed": "a news feed",
    "nhsjobs": "a list of search results from NHS Jobs, not one advert",
    "urlset": "a site map",
    "svg": "a picture",
}
_SEARCH = re.compile(r"\b[\d,]+ jobs? found\b|search results", re.IGNORECASE)
_OPENINGS = frozenset({"Job summary", "Job description", "Job responsibilities", "Job overview"})
_LEAST_PROSE = 60
_ONCE: tuple[Field, ...] = ("posted", "closing", "number")
_LOGIN = re.compile(r"\b(?:sign in|log ?in|password|email address)\b", re.IGNORECASE)
_COOKIES = re.compile(r"\bcookies?\b", re.IGNORECASE)
_ERROR = re.compile(
    r"page (?:not|cannot be) found|cannot be found|not found|\b(?:403|404|410|429|500|502|503)\b"
    r"|forbidden|access denied|service (?:is )?unavailable|there is a problem|went wrong"
    r"|bad gateway|are you (?:a )?(?:human|robot)|verify you are human|internal server error"
    r"|no longer available|temporarily unavailable|too many requests",
    re.IGNORECASE,
)


def refuse_bytes(data: bytes, name: str) -> None:
    """Raise NotAnAdvert for a file that is no text at all."""
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xfe\xff"):
        raise _refusal("is empty", name)
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise _refusal(f"is {what}", name)


def refuse_text(text: str, name: str) -> None:
    """Raise NotAnAdvert for text of a form that no advert has."""
    if not text or text.isspace():
        raise _refusal("is empty", name)
    sample = text[:4000]
    unreadable = len(_UNREADABLE.findall(sample))
    if unreadable * 10 > len(sample):
        raise _refusal("is not text", name)
    head = sample.lstrip("\ufeff \t\r\n")
    if head[:1] in "{[" and re.match(r'[{\[]\s*(?:["{\[\]}]|-?\d|true|false|null)', head):
        raise _refusal("is JSON data, not a page", name)
    match = _XML.match(sample) if head.startswith("<") else None
    if match and (head.startswith("<?xml") or match[1].lower() in _XML_NAMES):
        root = match[1].lower()
        if root not in {"html", "body", "div"}:
            raise _refusal(f"is {_XML_NAMES.get(root, 'XML data, not a page')}", name)


def refuse_blocks(advert: Advert, draft: Draft, blocks: Sequence[Block], name: str) -> None:
    """Raise NotAnAdvert where what was read does not amount to an advert."""
    listed = _is_list(advert, draft)
    if not listed and _is_advert(advert, draft):
        return
    if listed:
        raise _refusal("looks like a page of search results, not one advert", name)
    text = "\n".join(block.text for block in blocks[:400])
    raise _refusal(_what(text, blocks), name)


def _is_list(advert: Advert, draft: Draft) -> bool:
    """Say whether the page tells of several adverts.

    A search page's words above one advert that is all there are only the way back to the search.
    """
    if draft.by_id and draft.first("title"):
        return False
    if any(
        len({block.text for blocks in draft.fields.get(name, ()) for block in blocks[:1]}) > 2
        for name in _ONCE
    ):
        return True
    if not any(_SEARCH.search(block.text) for block in draft.header if len(block.text) < 100):
        return False
    return not advert.sections or _facts(advert) + bool(advert.person_spec) < 3


def _facts(advert: Advert) -> int:
    """Return how many of the details of a job the page gives."""
    return sum(
        bool(value)
        for value in (
            advert.reference_number,
            advert.posted,
            advert.closing or advert.closed,
            advert.salary.text,
            advert.contract,
            advert.band,
            advert.pay_scheme,
            advert.working_pattern,
            advert.locations,
        )
    )


def _is_advert(advert: Advert, draft: Draft) -> bool:
    if draft.by_id and advert.title and (advert.employer or advert.sections):
        return True
    if draft.board == "unknown":
        return False
    facts = _facts(advert)
    prose = sum(len(section.text) > 40 for section in advert.sections)
    criteria = sum(1 for _ in advert.criteria())
    if facts >= 3 and (prose or criteria or advert.title):
        return True
    if advert.title and advert.sections and facts >= 2:
        return True
    if prose >= 2 and (facts or criteria or prose >= 3):
        return True
    if prose and (criteria >= 2 or facts >= 2):
        return True
    if criteria >= 3 and draft.specifications:
        return True
    # All that is above was lost: the text begins with a board's own heading.
    opening = draft.sections[0] if draft.sections and not draft.header else None
    return (
        opening is not None
        and opening.heading in _OPENINGS
        and sum(len(section.text) for section in advert.sections) >= _LEAST_PROSE
    )


def _what(text: str, blocks: Sequence[Block]) -> str:
    head = text[:3000]
    size = len(text)
    if _SEARCH.search(head):
        return "looks like a page of search results, not one advert"
    if size < 4000 and _ERROR.search(head):
        return "looks like an error page"
    if size < 3000 and len(_LOGIN.findall(head)) >= 2:
        return "looks like a page for signing in"
    if size < 3000 and len(_COOKIES.findall(head)) >= 2:
        return "looks like a notice about cookies"
    if size < 2500 and "NHS Jobs" in head:
        return "looks like a page of NHS Jobs that has no advert on it"
    if not blocks:
        return "holds no text"
    return "reads like some other text"


def _refusal(what: str, name: str) -> NotAnAdvert:
    subject = f"The file {name}" if name else "This"
    return NotAnAdvert(f"{subject} {what}, so there is no advert to read.", _HINT)
