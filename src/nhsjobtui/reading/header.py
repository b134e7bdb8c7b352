"""What stands above the first heading: employer, title, closing date."""

import re
from dataclasses import dataclass

from nhsjobtui.model.advert import Board
from nhsjobtui.reading.blocks import Block
from nhsjobtui.reading.draft import Draft
from nhsjobtui.reading.vocabulary import key

_CLOSING = re.compile(r"^(?:the\s+)?closing date(?:\s+is)?\s*:?\s*(?=\d|[A-Z])(.+)", re.IGNORECASE)
_CLOSED = re.compile(
    r"\bthis (?:job|vacancy|advert|post)(?: is)?(?: has)?(?: now)? (?:been )?closed\b"
    r"|no longer accepting applications",
    re.IGNORECASE,
)
_EMPLOYER = re.compile(
    r"\b(?:NHS|trust|health ?board|surgery|surgeries|hospitals?|CIC|ICB|medical (?:centre|practice"
    r"|group)|health ?centre|practice|hospice|university|council|ltd|limited|llp|partnership|group"
    r"|federation|foundation|authority|healthcare|ambulance service|PCN|primary care network"
    r"|integrated care board|UKHSA|agency)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:nurse|manager|assistant|officer|therapist|practitioner|doctor|consultant|lead|worker"
    r"|technician|pharmacist|midwife|administrator|receptionist|specialist|director|secretary|gp"
    r"|physiotherapist|psychologist|coordinator|co-ordinator|advisor|adviser|clerk|porter|band \d"
    r"|analyst|engineer|scientist|paramedic|radiographer|dietitian|registrar|fellow|apprentice"
    r"|associate|partner|head of|matron|sister|support|trainer|chef|cook|cleaner|housekeeper)s?\b",
    re.IGNORECASE,
)
_SITE_LINES = re.compile(
    r"(?:we've put some small files|we'd also like to use analytics|let us know if this is ok"
    r"|you can read more about our cookies|i'm ok with|do not use analytics|i am ok with"
    r"|tell us whether you accept|accept (?:all|analytics) cookies|reject|cookies on|change your "
    r"cookie|skip to|please wait|this is a new service|your feedback|beta$|nhs jobs$|search$|menu$"
    r"|sign in|create (?:an )?account|home$|information:?$|back to|jobs?$|find a job$|gov\.uk$"
    r"|apply|save|print|share|view all|log ?in|register|cookies?$|job details$|loading"
    r"|accessibility"
    r"|manage|we use (?:some )?(?:essential |small )?(?:cookies|files)|hide this message|my account"
    r"|we use this|welcome to|search (?:for )?jobs|language|english$|cymraeg$|switch to|new search"
    r"|date and time|url:?$|source:?$|page \d|https?://|www\.|to make our site work|these (?:files|"
    r"cookies)|help us|important$|warning$|an official website|use of cookies"
    r"|edit (?:job )?search|go back|[\d,]+ jobs? found|search results)",
    re.IGNORECASE,
)
_MOST_TITLE = 300
_CUT_AT = 70
_FEWEST_TORN = 9
_FEWEST_SENTENCE = 5


@dataclass(slots=True)
class Header:
    """What the top of the page says."""

    title: str = ""
    employer: str = ""
    closing: str = ""
    closed: bool = False
    lost: bool = False

    def warnings(self) -> list[str]:
        """Return sentences on what the top of the page leaves open."""
        found = []
        if self.lost:
            found.append("The top of the page is missing, so the title is not known.")
        if len(self.title) == _CUT_AT and self.title[-1:].isalpha():
            found.append("The title may be cut off: it stops at seventy characters.")
        if self.closed:
            found.append("The page says that this job is closed.")
        return found


def read_header(draft: Draft) -> Header:
    """Return what the blocks above the first heading say."""
    header = Header()
    lines: list[Block] = []
    before: int | None = None
    for block in draft.header:
        if len(block.text) < 120 and _says_closed(block.text):
            header.closed = True
            before = len(lines) if before is None else before
        elif match := _CLOSING.match(block.text):
            header.closing = header.closing or match[1]
            before = len(lines) if before is None else before
        elif block.text and len(block.text) <= _MOST_TITLE and not _of_the_site(block):
            lines.append(block)
    if before is None:
        lines = [block for block in lines if not _is_sentence(block)]
    header.title = draft.first("title")
    if not header.title:
        _title_and_employer(draft, header, lines if before is None else lines[:before])
    header.lost = not header.title
    return header


def _says_closed(text: str) -> bool:
    folded = text.casefold()
    return ("closed" in folded or "no longer" in folded) and _CLOSED.search(text) is not None


def _of_the_site(block: Block) -> bool:
    return block.kind != "heading" and _SITE_LINES.match(block.text.replace("’", "'")) is not None


def _is_sentence(block: Block) -> bool:
    """Say whether a line is prose, of which the start may be lost, and so no title."""
    text, words = block.text, len(block.text.split())
    if block.kind == "heading":
        return False
    torn = text[:2].islower() and words >= _FEWEST_TORN
    return torn or (text.endswith(".") and words >= _FEWEST_SENTENCE)


def _title_and_employer(draft: Draft, header: Header, lines: list[Block]) -> None:
    known = key(draft.first("employer") or draft.first("employer_details"))
    for place, block in enumerate(lines):
        if known and key(block.text) == known:
            header.employer = block.text
            rest = lines[place + 1 :] or lines[:place][-1:]
            header.title = _title(rest, draft.board)
            return
    headings = [block for block in lines if block.kind == "heading" and block.level == 1]
    if headings:
        header.title = headings[-1].text
        others = [block.text for block in lines if block is not headings[-1]]
        if draft.board == "nhsjobs" and others and _EMPLOYER.search(others[-1]):
            header.employer = others[-1]
        return
    if draft.board != "nhsjobs" or known:
        header.title = lines[-1].text if lines else ""
        return
    texts = [block.text for block in lines[-3:]]
    if len(texts) == 3:
        # A title of two lines stands under the employer; otherwise the last two lines count.
        employers = [_EMPLOYER.search(text) is not None for text in texts]
        texts = texts[:2] if employers == [True, False, False] else texts[1:]
    if len(texts) == 2:
        first, second = texts
        if _EMPLOYER.search(second) and not _EMPLOYER.search(first) and _ROLE.search(first):
            first, second = second, first
        header.employer, header.title = first, second
    elif texts:
        if _EMPLOYER.search(texts[0]) and not _ROLE.search(texts[0]):
            header.employer = texts[0]
        else:
            header.title = texts[0]


def _title(lines: list[Block], board: Board) -> str:
    return (lines[0] if board == "nhsjobs" else lines[-1]).text if lines else ""
