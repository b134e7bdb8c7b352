"""Reads mended HTML as a stream of tags, and gathers its text into blocks."""

from collections.abc import Iterable, Mapping

from nhsjobtui.reading.blocks import Block, Kind
from nhsjobtui.reading.bullets import STARTS, typed_item
from nhsjobtui.reading.forms import Form
from nhsjobtui.reading.rows import Rows
from nhsjobtui.reading.tags import (
    BOLD,
    BOLD_LEVEL,
    CELLS,
    CONTAINERS,
    CONTROLS,
    ENDS,
    HEADINGS,
    INLINE,
    LEAVES,
    LINE,
    LISTS,
    LONGEST_HEADING,
    NUMBERED_ID,
    OPEN_PRE,
    TAGS,
    TELLING,
    UNREAD,
    is_clean,
    leaf_id,
    read_attributes,
    telling,
    unescape,
)
from nhsjobtui.reading.text import tidy, without_notes
from nhsjobtui.reading.vocabulary import ALL_IDS


class _Watched:
    """An open element whose end matters."""

    __slots__ = ("depth", "id", "kind", "lines", "tag")

    def __init__(self, tag: str, element_id: str, kind: str, lines: bool) -> None:
        self.tag = tag
        self.id = element_id
        self.kind = kind
        self.lines = lines
        self.depth = 1


class Stream:
    """Gathers text until a tag ends a block."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._text: list[str] = []
        self._watched: list[_Watched] = []
        self._kind: Kind = "paragraph"
        self._level = 0
        self._lists: list[int | None] = []
        self._marker = ""
        self._rows = Rows(self.blocks)
        self._form: Form | None = None
        self._title_next = False
        self._printed: dict[tuple[str, str], list[Block]] = {}

    def read(self, html: str) -> None:  # noqa: PLR0912, PLR0915 - one loop, for speed
        """Read a mended page."""
        parts = self._text
        watched = self._watched
        rows = self._rows
        unread, depth = "", 0
        for tag, attributes, clean, other, closed, tail in TAGS.findall(html):
            text = clean or other
            if unread:
                if tag == unread:
                    depth += not closed
                elif tag == f"/{unread}":
                    depth -= 1
                    if not depth:
                        unread = ""
                        parts.append(text)
                continue
            if (
                closed
                and tag in LEAVES
                and not watched
                and not self._title_next
                and (element_id := leaf_id(attributes)) is not None
            ):
                # Most of a page is this: a paragraph or an item of nothing but text.
                if parts:
                    self._flush_text()
                kind, level = LEAVES[tag]
                if kind == "item":
                    self._item()
                if clean and clean[0] not in STARTS and "  " not in clean and "new " not in clean:
                    rows.out.append(Block(kind, clean, self._marker, level, element_id))
                elif text:
                    self._kind, self._level = kind, level
                    self._lines((text,), element_id)
                self._kind, self._level, self._marker = "paragraph", 0, ""
            elif tag in INLINE:
                if watched or tag in BOLD or 'id="' in attributes or "findajob" in attributes:
                    self._inline(tag, attributes, text, bool(closed))
                else:
                    parts.append(text)
            elif tag == "br":
                parts += (LINE, text)
                continue
            elif tag in UNREAD:
                self._flush()
                if not closed:
                    unread, depth = tag, 1
            else:
                if parts:
                    self._flush_text()
                self._kind, self._level, self._marker = "paragraph", 0, ""
                if tag[0] == "/":
                    if watched or tag in ENDS:
                        self._close(tag)
                elif tag in TELLING or telling(attributes):
                    self._open(tag, attributes)
                elif watched and watched[-1].tag == tag:
                    watched[-1].depth += 1
                if text and not text.isspace():
                    parts.append(text)
                if closed:
                    self._close(f"/{tag}")
            if tail and (parts or not tail.isspace()):
                parts.append(tail)
        self._flush()

    def _inline(self, tag: str, attributes: str, text: str, closed: bool) -> None:
        """Take an element that does not end a block, or its end."""
        add = self._text.append
        watched = self._watched
        bold = BOLD.get(tag)
        if bold:
            add(bold)
        if attributes and ('id="' in attributes or "findajob" in attributes):
            self._open(tag, attributes)
        elif watched and watched[-1].tag in tag and not closed:
            self._count(tag)
        add(text)
        if closed:
            if bold:
                add(BOLD["/b"])
            if watched and watched[-1].tag == tag and attributes:
                self._count(f"/{tag}")

    def _item(self) -> None:
        self._kind = "item"
        count = self._lists[-1] if self._lists else None
        if count is None:
            self._marker = "•"
        else:
            self._marker = f"{count}."
            self._lists[-1] = count + 1

    def _open(self, tag: str, source: str) -> None:
        """Begin an element."""
        all_count = tag in {"form", "a"} or (tag == "input" and self._form is not None)
        attributes = read_attributes(source) if all_count else telling(source)
        if tag == "li":
            self._item()
        elif tag in HEADINGS:
            self._kind, self._level = "heading", HEADINGS[tag]
        elif tag in LISTS:
            start = attributes.get("start", "1")
            first = int(start) if start.isdigit() and len(start) < 4 else 1
            self._lists.append(first if tag == "ol" else None)
        elif tag in CONTROLS:
            self._control(tag, attributes)
        elif tag in CELLS:
            self._rows.open(tag)
        element_id = self._telling_id(attributes) if attributes or self._title_next else ""
        lines = tag == "pre" or element_id in OPEN_PRE or "white-space: pre" in source
        if element_id or lines:
            self._watch(tag, element_id, lines)
        elif self._watched and self._watched[-1].tag == tag:
            self._watched[-1].depth += 1
        if tag == "a" and "findajob" in source:
            href = unescape(attributes.get("href", ""))
            self._append(Block("link", "", id="share", href=href))

    def _telling_id(self, attributes: Mapping[str, str]) -> str:
        """Return the id by which the tables know an element, "" where they do not."""
        if self._title_next and self._kind == "heading":
            self._title_next = False
            return "hj-job-title"
        if attributes.get("itemprop") == "description":
            return "itemprop-description"
        if "hj-job-title" in attributes.get("class", ""):
            self._title_next = True
        element_id = attributes.get("id", "")
        return element_id if element_id in ALL_IDS or NUMBERED_ID.match(element_id) else ""

    def _watch(self, tag: str, element_id: str, lines: bool) -> None:
        if self._text:
            self._flush_text()
        kind = "field"
        target = ALL_IDS.get(element_id)
        if target and target[0] != "field" and tag not in HEADINGS:
            self._append(Block("start", "", id=element_id))
            kind = "container" if tag in CONTAINERS else "wrapper"
        self._watched.append(_Watched(tag, element_id, kind, lines))

    def _count(self, tag: str) -> None:
        """Keep count of the elements inside the watched one that bear its name."""
        watched = self._watched[-1]
        if tag == watched.tag:
            watched.depth += 1
        elif tag == f"/{watched.tag}":
            watched.depth -= 1
            if not watched.depth:
                if self._text:
                    self._flush_text()
                self._watched.pop()
                if watched.kind == "container":
                    self._append(Block("end", "", id=watched.id))

    def _close(self, tag: str) -> None:
        """End an element."""
        self._flush()
        if self._watched:
            self._count(tag)
        name = tag[1:]
        if name in LISTS:
            if self._lists:
                self._lists.pop()
        elif name in {"tr", "td", "th", "dd", "dl", "table"}:
            self._rows.close(name)
        elif name == "form" and self._form is not None:
            self._rows.out.extend(self._form.blocks())
            self._form = None

    def _control(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Note a form's document, and the page's own address."""
        if tag == "form":
            self._form = Form(attributes)
        elif tag == "link" and attributes.get("rel") == "canonical":
            self.blocks.append(Block("link", "", id="canonical", href=attributes.get("href", "")))
        elif tag == "meta" and attributes.get("property") == "og:url":
            self.blocks.append(Block("link", "", id="og:url", href=attributes.get("content", "")))
        elif self._form is not None and tag == "input":
            self._form.take(attributes)

    def _append(self, block: Block) -> None:
        self._rows.out.append(block)

    def _flush(self) -> None:
        """End the block being gathered."""
        if self._text:
            self._flush_text()
        self._kind, self._level, self._marker = "paragraph", 0, ""

    def _flush_text(self) -> None:
        raw = "".join(self._text)
        self._text.clear()
        all_bold = False
        if "\x01" in raw or "\x02" in raw:
            bare = raw.replace("\x01", "").replace("\x02", "")
            all_bold = raw.strip() == f"\x01{bare.strip()}\x02" and len(bare) <= LONGEST_HEADING
            raw = bare
        if raw.isspace() or not raw:
            return
        if all_bold and self._kind == "paragraph" and LINE not in raw:
            self._kind, self._level = "heading", BOLD_LEVEL
        watched = self._watched[-1] if self._watched else None
        element_id = watched.id if watched and watched.kind != "container" else ""
        if watched is None or not watched.lines:
            self._lines(raw.split(LINE), element_id)
            return
        lines = raw.replace(LINE, "\n").split("\n")
        if self._kind != "paragraph":
            self._lines(lines, element_id)
            return
        # Pages print their longest text twice.
        out = self._rows.out
        if known := self._printed.get((element_id, raw)):
            out += known
        else:
            place = len(out)
            self._lines(lines, element_id)
            self._printed[element_id, raw] = out[place:]

    def _lines(self, lines: Iterable[str], element_id: str) -> None:
        """Put out lines of text, cleaned."""
        out = self._rows.out
        kind, marker, level = self._kind, self._marker, self._level
        for line in map(str.strip, lines):
            if not line:
                continue
            for text in (line,) if is_clean(line) else _repaired(line):
                typed = typed_item(text) if text[0] in STARTS and kind != "heading" else None
                if kind == "item":
                    own = typed[1] if typed and typed[0] == marker == "•" else text
                    out.append(Block("item", own, marker, level, element_id))
                    # Only the first line is the item, the rest of it are paragraphs.
                    kind = "paragraph"
                elif typed:
                    out.append(Block("item", typed[1], typed[0], level, element_id))
                else:
                    out.append(Block(kind, text, "", level, element_id))
        self._kind, self._marker = kind, "" if kind == "paragraph" else marker


def _repaired(line: str) -> list[str]:
    """Return the lines that a line of text is, once its characters and spaces are repaired."""
    line = tidy(unescape(" ".join(line.split())))
    return [text for piece in line.split("\n") if (text := without_notes(piece.strip()))]
