"""The prose of an advert: each section once, as text."""

from collections.abc import Iterable, Sequence

from nhsjobtui.model.advert import Section
from nhsjobtui.reading.blocks import Block
from nhsjobtui.reading.draft import Passage
from nhsjobtui.reading.vocabulary import key

_MOST_PRINTS = 12


def read_sections(passages: Iterable[Passage]) -> tuple[Section, ...]:
    """Return the sections in order; one printed twice is kept once, in its longest print."""
    found: dict[str, list[str]] = {}
    headings: dict[str, str] = {}
    for passage in passages:
        text = as_text(passage.blocks)
        if not text:
            continue
        name = key(passage.heading)
        headings.setdefault(name, passage.heading.strip(" :"))
        _keep(found.setdefault(name, []), text)
    return tuple(Section(headings[name], "\n\n".join(texts)) for name, texts in found.items())


def _keep(texts: list[str], text: str) -> None:
    """Add a print of a section to those kept, unless one of them holds the other."""
    if text in texts[:_MOST_PRINTS]:
        return
    core = _core(text) if texts else ""
    for place, known in enumerate(texts[:_MOST_PRINTS]):
        known_core = _core(known)
        if core in known_core:
            return
        if known_core in core:
            texts[place] = text
            return
    texts.append(text)


def _core(text: str) -> str:
    return "".join(text.casefold().split())


def as_text(blocks: Sequence[Block]) -> str:
    """Return blocks as text: an empty line between paragraphs, list items one a line."""
    parts: list[str] = []
    in_list = False
    for block in blocks:
        if block.kind == "item":
            parts += ("\n" if in_list else "\n\n", block.label, " ", block.text)
            in_list = True
        else:
            parts += ("\n\n", block.text)
            in_list = False
    return "".join(parts[1:])
