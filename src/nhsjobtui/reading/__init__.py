"""From the bytes or the text of a saved page to an Advert: no network, no disk, no clock."""

import re
from collections.abc import Sequence

from nhsjobtui.model.advert import Advert, Group
from nhsjobtui.reading import refuse
from nhsjobtui.reading.assembler import assemble
from nhsjobtui.reading.blocks import Block
from nhsjobtui.reading.decoding import decode
from nhsjobtui.reading.specification import NO_CLASS, read_specification
from nhsjobtui.reading.text_reader import read_plain
from nhsjobtui.reading.values import finish

__all__ = ["read_advert", "read_criteria", "read_text"]

_MARKUP = re.compile(
    r"<(?:!doctype html|html|head|body|main|div|section|article|table|h[1-6]|p|ul|li|span|br)\b"
    r"[^<>]*>",
    re.IGNORECASE,
)
_SPECIFICATION_TITLE = re.compile(r"\A\s*(?:person|job)\s+specification\b[^\n]*\n", re.IGNORECASE)
_SURELY_MARKUP = re.compile(
    r"\s*(?:<!--|<!doctype html|<html|<head|<body|<main|<div)", re.IGNORECASE
)


def read_advert(data: bytes, name: str = "") -> Advert:
    """Return the advert in a saved page, text file, e-mail or web archive.

    `name` is the file's name, for messages. Raises NotAnAdvert, and nothing else.
    """
    refuse.refuse_bytes(data, name)
    decoded = decode(data)
    return _read(decoded.text, name, decoded.address)


def read_text(text: str) -> Advert:
    """Return the advert in pasted text, which may be a page's source. Raises NotAnAdvert."""
    return _read(text, "", "")


def read_criteria(text: str) -> tuple[tuple[Group, ...], bool]:
    """Return the groups of a pasted list of criteria, and whether it names their classes.

    A list that names none is one group without a name, all of it essential.
    """
    text = _SPECIFICATION_TITLE.sub("", text, count=1)
    groups, warnings = read_specification([read_plain(text)])
    return groups, NO_CLASS not in warnings


def _read(text: str, name: str, address: str) -> Advert:
    refuse.refuse_text(text, name)
    blocks: list[Block]
    if _SURELY_MARKUP.match(text) or _looks_like_markup(text):
        from nhsjobtui.reading.html_reader import read_html

        blocks = read_html(text)
    else:
        blocks = read_plain(text)
    if address:
        blocks.append(Block("link", "", id="wrapper", href=address))
    return _understood(blocks, text, name)


def _looks_like_markup(text: str) -> bool:
    return "<" in text and len(_MARKUP.findall(text, 0, 200_000)) >= 3 and "</" in text


def _understood(blocks: Sequence[Block], text: str, name: str) -> Advert:
    draft = assemble(blocks)
    advert = finish(draft)
    refuse.refuse_blocks(advert, draft, blocks, name)
    return advert
