"""Reads mended HTML as a stream of tags, and gathers its text into blocks."""

from collections.abc import Iterable, Mapping
from itertools import islice

from nhsjobtui.reading.blocks import Block, Kind, new_block
from nhsjobtui.reading.bullets import STARTS, typed_item
from nhsjobtui.reading.doubled import Prints
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
    LINE,
    LISTS,
    LONGEST_HEADING,
    TAGS,
    Tag,
    is_clean,
    read_tag,
    unescape,
)
from nhsjobtui.reading.text import is_tidy, tidy, without_notes
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

    def read(self, html: str) -> None:  # noqa: PLR0912, PLR0915 - one loop, for speed
        """Read a mended page."""
        parts = self._text
        watched = self._watched
        rows = self._rows
        unread, depth = "", 0
        tags = TAGS.findall(html)
        prints = Prints(tags)
        places = iter(enumerate(tags))
        for place, (source, name, clean, other, closed, tail) in places:
            text = clean or other
            if unread:
                if name == unread:
                    depth += not closed
                elif name == f"/{unread}":
                    depth -= 1
                    if not depth:
                        unread = ""
                        parts.append(text)
                continue
            tag = read_tag(source)
            if tag.begins_part and not watched and (length := prints.again(place)):
                self._flush()
                next(islice(places, length - 1, length - 1), None)
                continue
            if closed and tag.leaf and not watched and not self._title_next:
                # Most of a page is this: a paragraph or an item of nothing but text.
                if parts:
                    self._flush_text()
                kind, level, element_id = tag.leaf
                marker = self._next_marker() if kind == "item" else ""
                if clean and clean[0] not in STARTS and is_tidy(clean):
                    rows.out.append(new_block((kind, clean, marker, level, element_id, "", 0)))
                elif text:
                    self._kind, self._level, self._marker = kind, level, marker
                    self._lines((text,), element_id)
                self._kind, self._level, self._marker = "paragraph", 0, ""
            elif tag.inline:
                if watched or tag.tells or name in BOLD:
                    self._inline(name, tag, text, bool(closed))
                else:
                    parts.append(text)
            elif name == "br":
                parts += (LINE, text)
                continue
            elif tag.unread:
                self._flush()
                if not closed:
                    unread, depth = name, 1
            else:
                if parts:
                    self._flush_text()
                self._kind, self._level, self._marker = "paragraph", 0, ""
                if name[0] == "/":
                    if watched or name in ENDS:
                        self._close(name)
                elif tag.tells:
                    self._open(name, tag)
                elif watched and watched[-1].tag == name:
                    watched[-1].depth += 1
                if text and not text.isspace():
                    parts.append(text)
                if closed:
                    self._close(f"/{name}")
            if tail and (parts or not tail.isspace()):
                parts.append(tail)
        self._flush()

    def _inline(self, name: str, tag: Tag, text: str, closed: bool) -> None:
        """Take an element that does not end a block, or its end."""
        add = self._text.append
        watched = self._watched
        if name in BOLD:
            add(BOLD[name])
        if tag.tells:
            self._open(name, tag)
        elif watched and not closed:
            self._count(name)
        add(text)
        if closed:
            if name in BOLD:
                add(BOLD["/b"])
            if watched and tag.tells:
                self._count(f"/{name}")

    def _next_marker(self) -> str:
        count = self._lists[-1] if self._lists else None
        if count is None:
            return "•"
        self._lists[-1] = count + 1
        return f"{count}."

    def _open(self, name: str, tag: Tag) -> None:
        """Begin an element."""
        if name == "li":
            self._kind, self._marker = "item", self._next_marker()
        elif name in HEADINGS:
            self._kind, self._level = "heading", HEADINGS[name]
        elif name in LISTS:
            start = tag.attributes.get("start", "1")
            first = int(start) if start.isdigit() and len(start) < 4 else 1
            self._lists.append(first if name == "ol" else None)
        elif name in CONTROLS:
            self._control(name, tag.attributes)
        elif name in CELLS:
            self._rows.open(name)
        element_id = tag.id
        if self._title_next and self._kind == "heading":
            self._title_next = False
            element_id = "hj-job-title"
        elif "hj-job-title" in tag.attributes.get("class", ""):
            self._title_next = True
        if element_id or tag.keeps_lines:
            self._watch(name, element_id, tag.keeps_lines)
        elif self._watched and self._watched[-1].tag == name:
            self._watched[-1].depth += 1
        if name == "a" and "findajob" in (href := tag.attributes.get("href", "")):
            self._append(Block("link", "", id="share", href=unescape(href)))

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
        if watched and watched.lines:
            raw = raw.replace("\n", LINE)
        self._lines(raw.split(LINE), element_id)

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
                    out.append(new_block(("item", own, marker, level, element_id, "", 0)))
                    # Only the first line is the item, the rest of it are paragraphs.
                    kind = "paragraph"
                elif typed:
                    out.append(new_block(("item", typed[1], typed[0], level, element_id, "", 0)))
                else:
                    out.append(new_block((kind, text, "", level, element_id, "", 0)))
        self._kind, self._marker = kind, "" if kind == "paragraph" else marker


def _repaired(line: str) -> list[str]:
    """Return the lines that a line of text is, once its characters and spaces are repaired."""
    line = tidy(unescape(" ".join(line.split())))
    return [text for piece in line.split("\n") if (text := without_notes(piece.strip()))]
