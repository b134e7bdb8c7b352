"""What a board answered to being asked for an advert: the advert, or why it is not that."""

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from nhsjobtui.boards.client import Answer
from nhsjobtui.boards.nhsjobs import slug_at
from nhsjobtui.errors import NotAnAdvert
from nhsjobtui.library import FetchOutcome
from nhsjobtui.model.advert import Advert
from nhsjobtui.model.references import NHS_JOBS, is_slug, read_address
from nhsjobtui.reading import read_advert
from nhsjobtui.reading.decoding import decode

_GONE = frozenset({404, 410})
_TITLE = re.compile(r"\bid\s*=\s*[\"']?heading[\"'\s>]", re.IGNORECASE)
_EMPLOYER = re.compile(r"\bid\s*=\s*[\"']?employer_name[\"'\s>]", re.IGNORECASE)
_CANONICAL = re.compile(
    r"<link\b(?=[^>]{0,500}\brel\s*=\s*[\"']?canonical)[^>]{0,500}?\bhref\s*=\s*[\"']?([^\"'\s>]+)",
    re.IGNORECASE,
)
_HEADINGS = re.compile(r"<(title|h1)\b[^>]*>(.*?)</\1", re.IGNORECASE | re.DOTALL)
_PASSWORD = re.compile(r"<input\b[^>]{0,500}\btype\s*=\s*[\"']?password", re.IGNORECASE)
_SIGN_IN = re.compile(r"\b(?:sign|log)[ -]?in\b", re.IGNORECASE)
_SIGN_IN_PATH = re.compile(r"/(?:sign|log)[-_]?in\b|/(?:auth|sso)/", re.IGNORECASE)
_NOT_HUMAN = re.compile(
    r"\bcaptcha\b|\brobots?\b|\bhuman\b|\bforbidden\b|\bdenied\b|\btoo many\b|\bblocked\b",
    re.IGNORECASE,
)
_TROUBLE = re.compile(
    r"\bproblem\b|\berror\b|\bwrong\b|\bunavailable\b|\bmaintenance\b|\btry again\b|\btimed? ?out\b"
    r"|\bbad gateway\b|\bdown\b",
    re.IGNORECASE,
)
_NOT_THERE = re.compile(r"\bnot (?:be )?found\b|\bno longer\b|\b404\b|\b410\b", re.IGNORECASE)


class Verdict(NamedTuple):
    """What an answer is: `advert` where it is "here", else `reason`, a sentence."""

    outcome: FetchOutcome
    reason: str = ""
    advert: Advert | None = None


def judge(answer: Answer, slug: str) -> Verdict:
    """Say what came of asking NHS Jobs for the advert with this slug."""
    if answer.status in _GONE:
        return Verdict("gone", f"NHS Jobs answered {answer.status}.")
    if answer.status == 401:
        return Verdict("refused", "NHS Jobs asked to sign in (401).")
    if answer.status != 200:
        return Verdict("unreachable", f"NHS Jobs answered {answer.status}, which says nothing.")
    if not answer.body.strip():
        return Verdict("unreachable", "NHS Jobs answered with an empty page.")
    text = decode(answer.body).text
    at = slug_at(urlsplit(answer.url).path)
    away = answer.redirected and at.casefold() != slug.casefold()
    if not away and _TITLE.search(text) and _EMPLOYER.search(text):
        return _read(answer.body, text, slug)
    return _other(answer, text, away)


def _read(body: bytes, text: str, slug: str) -> Verdict:
    """Read a page that has what every advert has."""
    if _is_cut(text):
        return Verdict("unreachable", "NHS Jobs sent only the beginning of the page.")
    try:
        advert = read_advert(body)
    except NotAnAdvert:
        return Verdict("unreachable", "NHS Jobs sent a page that could not be read as an advert.")
    if other := _other_advert(advert, text, slug):
        return Verdict("unreachable", f"NHS Jobs sent another advert ({other}).")
    advert = advert._replace(board="nhsjobs", slug=slug, url=NHS_JOBS + slug)
    return Verdict("here", advert=advert)


def _other(answer: Answer, text: str, away: bool) -> Verdict:
    """Say what a page that is not the advert is instead.

    Only its headings count, for every page of the site offers to sign in.
    """
    headings = " ".join(re.sub(r"<[^>]*>", " ", match[2]) for match in _HEADINGS.finditer(text))
    if (
        _PASSWORD.search(text)
        or _SIGN_IN.search(headings)
        or (away and _SIGN_IN_PATH.search(answer.url))
    ):
        return Verdict("refused", "NHS Jobs asked to sign in.")
    if _NOT_HUMAN.search(headings):
        return Verdict("refused", "NHS Jobs refused to show the page to a program.")
    if _NOT_THERE.search(headings):
        return Verdict("gone", "NHS Jobs said that there is no such page.")
    if _TROUBLE.search(headings):
        return Verdict("unreachable", "NHS Jobs showed an error page.")
    if away:
        return Verdict("gone", "NHS Jobs sent on to another page.")
    if _is_cut(text):
        return Verdict("unreachable", "NHS Jobs sent only the beginning of the page.")
    try:
        read_advert(answer.body)
    except NotAnAdvert:
        if "<" in text and ("<html" in text.lower() or "<body" in text.lower()):
            return Verdict("gone", "NHS Jobs showed a page that is no advert.")
        return Verdict("unreachable", "NHS Jobs answered with something that is no page.")
    return Verdict("unreachable", "NHS Jobs showed an advert in a form that is not known.")


def _is_cut(text: str) -> bool:
    """Say whether the end of a page is missing; nothing else tells where no length was given."""
    return "<html" in text[:5000].lower() and "</html" not in text[-5000:].lower()


def _other_advert(advert: Advert, text: str, slug: str) -> str:
    """Return the name of the advert on the page where that is not the one asked for.

    A page may name other adverts in its links, so only its own address and number count.
    """
    match = _CANONICAL.search(text)
    own = read_address(match[1]) if match else None
    if own is not None and own.board == "nhsjobs":
        named = own.reference.value
    else:
        number = advert.reference_number or ""
        named = number if is_slug(number) else slug
    return "" if named.casefold() == slug.casefold() else named
