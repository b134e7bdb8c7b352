"""The tags of mended HTML: how they are written, and which of them tell something."""

import re

from nhsjobtui.reading.blocks import Kind

# lexbor mends the markup and writes it out with every element closed and every attribute in
# double quotes; reading that as a stream of tags is several times faster than asking for nodes.
# One match is a tag and the text after it, with the end tag and the text after that where the
# element holds nothing but text.
TAGS = re.compile(r'<(/?[a-z][^\s/>]*)([^">]*+(?:"[^"]*"[^">]*+)*+)>([^<]*+)(?:(</)\1>([^<]*+))?')
ATTRIBUTE = re.compile(r'([a-z:-]+)="([^"]*)"')
ID = re.compile(r'(?:^|\s)id="([^"]*)"')
ID_FIRST = ' id="'
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
CONTROLS = frozenset({"form", "input", "button", "link", "meta"})
CELLS = frozenset({"tr", "td", "th", "dt", "dd"})
TELLING = frozenset({*HEADINGS, *LISTS, *CONTROLS, *CELLS, "li", "pre"})
ENDS = frozenset(f"/{tag}" for tag in (*LISTS, *CELLS, "dl", "table", "form"))
OPEN_PRE = frozenset({"job_description_large"})
LINE = "\x00"
# No page's text holds these: they show where bold begins and ends until a block is complete.
BOLD = {"b": "\x01", "strong": "\x01", "/b": "\x02", "/strong": "\x02"}
BOLD_LEVEL = 7
LONGEST_HEADING = 90


def unescape(text: str) -> str:
    """Return text with the entities that lexbor writes undone."""
    if "&" not in text:
        return text
    for written, meant in (("&nbsp;", "\xa0"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"')):
        text = text.replace(written, meant)
    return text.replace("&amp;", "&")


def tells(attributes: str) -> bool:
    """Say whether attributes, as written, may hold one that tells something."""
    return bool(attributes) and (
        'id="' in attributes
        or "style=" in attributes
        or "itemprop" in attributes
        or "hj-job" in attributes
        or "start=" in attributes
    )


def is_clean(line: str) -> bool:
    """Say whether a line needs no repair, neither of its spaces nor of its characters."""
    return (
        line.isascii()
        and line.isprintable()
        and "&" not in line
        and "  " not in line
        and line[0] != " " != line[-1]
        and "in a new" not in line
    )
