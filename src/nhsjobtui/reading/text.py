"""Small repairs that every piece of a page's text goes through."""

import html
import re

from nhsjobtui.clean import clean

_ENTITY = re.compile(r"&(?:amp;)*(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
_BREAKS = re.compile(
    r"<(?:br|/p|/div|/li|/ul|/ol|/tr|/h[1-6]|/table|p|div|ul|ol|tr|h[1-6]|table|tbody)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ITEMS = re.compile(r"<li(?:\s[^<>]*)?>", re.IGNORECASE)
_TAGS = re.compile(
    r"</?(?:b|strong|i|em|u|span|font|a|small|sup|sub|td|th|tbody|thead|o:p|s|img|hr)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"[(\[] ?(?:this )?(?:link )?(?:will )?opens? in (?:a )?new (?:tab|window) ?[)\]]",
    re.IGNORECASE,
)
_NOTE_ALONE = re.compile(r"opens in (?:a )?new (?:tab|window)", re.IGNORECASE)
_LONGEST_NOTE_ALONE = 24


def tidy(text: str) -> str:
    """Return text as clean characters, its own line ends kept."""
    if not (text.isascii() and text.isprintable()):
        text = clean(text)
    if "&" in text or "<" in text:
        text = undo_escapes(text)
    return text


def is_tidy(line: str) -> bool:
    """Say whether a line has single spaces and nothing that `without_notes` takes out."""
    return "  " not in line and not (
        ("(" in line or "[" in line or len(line) <= _LONGEST_NOTE_ALONE) and "new " in line
    )


def without_notes(line: str) -> str:
    """Return a line without what a page says of its links: "(opens in a new tab)"."""
    if is_tidy(line):
        return line
    if _NOTE_ALONE.fullmatch(line):
        return ""
    bare, notes = _NOTE.subn(" ", line)
    return " ".join(bare.split()).replace(" .", ".").replace(" ,", ",") if notes else line


def undo_escapes(text: str) -> str:
    """Return text with the entities and tags that were escaped once too often undone.

    Only entities and the tags of ordinary prose count: "<1500g" and "< 48 hours" stay.
    """
    for _ in range(3):
        if "&" not in text or not _ENTITY.search(text):
            break
        text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
        text = clean(text)
    if "<" in text:
        text = _ITEMS.sub("\n• ", text)
        text = _BREAKS.sub("\n", text)
        text = _TAGS.sub("", text)
    return text
