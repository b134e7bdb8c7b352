"""The tags of mended HTML: how they are written, and which of them tell something."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from nhsjobtui.clean import USUAL
from nhsjobtui.reading.blocks import Kind
from nhsjobtui.reading.text import is_tidy
from nhsjobtui.reading.vocabulary import ALL_IDS

# lexbor mends the markup and writes it out with every element closed and every attribute in
# double quotes; reading that as a stream of tags takes fewer steps than asking for each node.
# One match is a tag and the text after it, with the end tag and the text after that where the
# element holds nothing but text.
# Text that needs no repair of its characters is a group of its own.
_CLEAN_TEXT = rf"(?! )[ -%'-;=-~{USUAL}]*+(?<! )"
TAGS = re.compile(
    r'<((/?[a-z][^\s/>]*)[^">]*+(?:"[^"]*"[^">]*+)*+)>'
    rf"(?:({_CLEAN_TEXT})(?=<)|([^<]*+))(?:(</)\2>([^<]*+))?"
)
_ATTRIBUTE = re.compile(r'([a-z:-]+)="([^"]*)"')
NUMBERED_ID = re.compile(
    r"(?:essential|desirable)_skill_|skill_category_"
    r"|employer_(?:address_line_[123]|town|county|postcode|country)(?:_\d+)?\Z"
)
_UNREAD_NAMES = (
    "title svg template select textarea object canvas video audio math nav footer noscript iframe"
    " noembed noframes xmp plaintext"
)
_UNREAD = frozenset(_UNREAD_NAMES.split())
_INLINE_NAMES = (
    "a abbr acronym b bdi bdo big cite code em font i ins kbd label mark nobr q s samp small span"
    " strike strong sub sup time tt u var wbr o:p img data del dfn picture source output"
)
INLINE = frozenset(_INLINE_NAMES.split())
HEADINGS = {f"h{level}": level for level in range(1, 7)} | {"summary": 2}
CONTAINERS = frozenset({"div", "section", "article", "form", "details", "ul", "dl", "table"})
_LEAVES: dict[str, tuple[Kind, int]] = {
    "p": ("paragraph", 0),
    "li": ("item", 0),
    **{f"h{level}": ("heading", level) for level in range(1, 7)},
}
LISTS = frozenset({"ul", "ol", "menu"})
CONTROLS = frozenset({"form", "input", "link", "meta"})
_ALL_ATTRIBUTES = CONTROLS | {"a"}
CELLS = frozenset({"tr", "td", "th", "dt", "dd"})
_TELLING = frozenset({*HEADINGS, *LISTS, *CELLS, "li", "pre", "form", "input"})
ENDS = frozenset(f"/{tag}" for tag in (*LISTS, *CELLS, "dl", "table", "form"))
# The first telling id in each part that NHS Jobs prints twice.
_FIRST_IDS = frozenset(
    {
        "date_posted",
        "job_description_large",
        "skill_category_0",
        "skill_category_1",
        "dbs-container",
        "tier-two-sponsorship",
        "uk-registration",
        "employer_name_details",
    }
)
_OPEN_PRE = frozenset({"job_description_large"})
LINE = "\x00"
# No page's text holds these: they show where bold begins and ends until a block is complete.
BOLD = {"b": "\x01", "strong": "\x01", "/b": "\x02", "/strong": "\x02"}
BOLD_LEVEL = 7
_TELLING_ATTRIBUTES = ('id="', "style=", "itemprop", "hj-job", "start=", "canonical", "og:url")
_CLEAN = re.compile(rf"{_CLEAN_TEXT}\Z")
LONGEST_HEADING = 90


def unescape(text: str) -> str:
    """Return text with the entities that lexbor writes undone."""
    if "&" not in text:
        return text
    for written, meant in (("&nbsp;", "\xa0"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"')):
        text = text.replace(written, meant)
    return text.replace("&amp;", "&")


def is_clean(line: str) -> bool:
    """Say whether a line needs no repair, neither of its spaces nor of its characters."""
    return is_tidy(line) and _CLEAN.match(line) is not None


class Tag(NamedTuple):
    """What there is to know of a tag.

    `leaf` is the kind, level and id of the block that its element is where it holds nothing but
    text, None where that depends. `tells` is False where all that matters is whether the tag ends
    a block. `id` is the one by which the tables know it, "" where they do not; `begins_part` says
    that it is the first such in a part that pages print twice.
    """

    leaf: tuple[Kind, int, str] | None
    inline: bool
    unread: bool
    begins_part: bool
    tells: bool
    id: str
    attributes: Mapping[str, str]
    keeps_lines: bool


@lru_cache(maxsize=1024)
def read_tag(source: str) -> Tag:
    """Return what a tag, as written between its brackets, tells.

    Remembered, because pages repeat their tags.
    """
    name, _, written = source.partition(" ")
    bare = name.removeprefix("/")
    inline = bare in INLINE
    telling = any(mark in written for mark in _TELLING_ATTRIBUTES)
    attributes: Mapping[str, str] = {}
    if telling or name in _ALL_ATTRIBUTES:
        attributes = dict(_ATTRIBUTE.findall(written))
    element_id = attributes.get("id", "")
    if element_id not in ALL_IDS and not NUMBERED_ID.match(element_id):
        element_id = ""
    if attributes.get("itemprop") == "description":
        element_id = "itemprop-description"
    own = 'id="' in written or "findajob" in written
    return Tag(
        leaf=_leaf(name, attributes),
        inline=inline,
        unread=name in _UNREAD,
        begins_part=element_id in _FIRST_IDS,
        tells=own if inline else telling or name in _TELLING,
        id=element_id,
        attributes=attributes,
        keeps_lines=name == "pre" or element_id in _OPEN_PRE or "white-space: pre" in written,
    )


def _leaf(name: str, attributes: Mapping[str, str]) -> tuple[Kind, int, str] | None:
    if name not in _LEAVES:
        return None
    if not attributes:
        return (*_LEAVES[name], "")
    element_id = attributes.get("id", "")
    target = ALL_IDS.get(element_id)
    known = target[0] == "field" if target else NUMBERED_ID.match(element_id)
    return (*_LEAVES[name], element_id) if known else None
