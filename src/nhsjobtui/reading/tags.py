"""The tags of mended HTML: how they are written, and which of them tell something."""

import re
from collections.abc import Mapping
from functools import lru_cache

from nhsjobtui.clean import USUAL
from nhsjobtui.reading.blocks import Kind
from nhsjobtui.reading.vocabulary import ALL_IDS

# lexbor mends the markup and writes it out with every element closed and every attribute in
# double quotes; reading that as a stream of tags is several times faster than asking for nodes.
# One match is a tag and the text after it, with the end tag and the text after that where the
# element holds nothing but text.
# Text that needs no repair of its characters is a group of its own.
_CLEAN_TEXT = rf"(?! )[ -%'-;=-~{USUAL}]*+(?<! )"
TAGS = re.compile(
    r'<(/?[a-z][^\s/>]*)([^">]*+(?:"[^"]*"[^">]*+)*+)>'
    rf"(?:({_CLEAN_TEXT})(?=<)|([^<]*+))(?:(</)\1>([^<]*+))?"
)
_ATTRIBUTE = re.compile(r'([a-z:-]+)="([^"]*)"')
_ID = re.compile(r'(?:^|\s)id="([^"]*)"')
_ID_FIRST = ' id="'
NUMBERED_ID = re.compile(
    r"(?:essential|desirable)_skill_|skill_category_"
    r"|employer_(?:address_line_[123]|town|county|postcode|country)(?:_\d+)?\Z"
)
_UNREAD_NAMES = (
    "title svg template select textarea object canvas video audio math nav footer noscript iframe"
    " noembed noframes xmp plaintext"
)
UNREAD = frozenset(_UNREAD_NAMES.split())
_INLINE_NAMES = (
    "a abbr acronym b bdi bdo big cite code em font i ins kbd label mark nobr q s samp small span"
    " strike strong sub sup time tt u var wbr o:p img data del dfn picture source output"
)
INLINE = frozenset(_INLINE_NAMES.split()) | {f"/{name}" for name in _INLINE_NAMES.split()}
HEADINGS = {f"h{level}": level for level in range(1, 7)} | {"summary": 2}
CONTAINERS = frozenset({"div", "section", "article", "form", "details", "ul", "dl", "table"})
LEAVES: dict[str, tuple[Kind, int]] = {
    "p": ("paragraph", 0),
    "li": ("item", 0),
    **{f"h{level}": ("heading", level) for level in range(1, 7)},
}
LISTS = frozenset({"ul", "ol", "menu"})
CONTROLS = frozenset({"form", "input", "link", "meta"})
CELLS = frozenset({"tr", "td", "th", "dt", "dd"})
TELLING = frozenset({*HEADINGS, *LISTS, *CONTROLS, *CELLS, "li", "pre"})
ENDS = frozenset(f"/{tag}" for tag in (*LISTS, *CELLS, "dl", "table", "form"))
OPEN_PRE = frozenset({"job_description_large"})
LINE = "\x00"
# No page's text holds these: they show where bold begins and ends until a block is complete.
BOLD = {"b": "\x01", "strong": "\x01", "/b": "\x02", "/strong": "\x02"}
BOLD_LEVEL = 7
_TELLING = ('id="', "style=", "itemprop", "hj-job", "start=", "canonical", "og:url")
_CLEAN = re.compile(rf"{_CLEAN_TEXT}\Z")
LONGEST_HEADING = 90


def unescape(text: str) -> str:
    """Return text with the entities that lexbor writes undone."""
    if "&" not in text:
        return text
    for written, meant in (("&nbsp;", "\xa0"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"')):
        text = text.replace(written, meant)
    return text.replace("&amp;", "&")


def read_attributes(source: str) -> dict[str, str]:
    """Return attributes as written by name."""
    return dict(_ATTRIBUTE.findall(source))


@lru_cache(maxsize=1024)
def telling(source: str) -> Mapping[str, str]:
    """Return attributes where one of them may tell something, otherwise none.

    Remembered, because pages repeat their classes and ids.
    """
    return read_attributes(source) if any(name in source for name in _TELLING) else {}


def is_clean(line: str) -> bool:
    """Say whether a line needs no repair, neither of its spaces nor of its characters."""
    return (
        _CLEAN.match(line) is not None
        and "  " not in line
        and "new tab" not in line
        and "new window" not in line
    )


@lru_cache(maxsize=1024)
def leaf_id(attributes: str) -> str | None:
    """Return the id that tells of an element of nothing but text; None for a wrapper."""
    if attributes.startswith(_ID_FIRST):
        element_id = attributes[len(_ID_FIRST) :].partition('"')[0]
    elif not telling(attributes):
        return ""
    elif (match := _ID.search(attributes)) is None:
        return None
    else:
        element_id = match[1]
    target = ALL_IDS.get(element_id)
    if target is not None:
        return element_id if target[0] == "field" else None
    return element_id if NUMBERED_ID.match(element_id) else None
