"""The one door in for foreign text: nothing invisible or active gets past it."""

import re
from functools import cache

# The usual visible characters beyond ASCII, as the inside of a character class.
USUAL = r"\xa1-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf"
_PLAIN = re.compile(rf"[\n -~{USUAL}]*\Z")


def clean(text: str) -> str:
    """Return foreign text as plain characters and newlines, safe to store and to draw.

    Escape sequences, control, bidirectional and invisible characters go; every kind of space
    becomes a space and every kind of line end a newline; lone surrogates become U+FFFD.
    """
    if (text.isascii() and text.isprintable()) or _PLAIN.match(text):
        return text
    if "\x1b" not in text:
        text = text.replace("\r\n", "\n").replace("\t", " ").replace("\xa0", " ")
        if _PLAIN.match(text):
            return text
    for pattern, instead in _replacements():
        text = pattern.sub(instead, text)
    return text


@cache
def _replacements() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return what goes and what comes instead; making these patterns takes a millisecond."""
    sequences = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b\n]{0,2000}(?:\x07|\x1b\\)")
    line_ends = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
    spaces = re.compile(r"[\t\x1f\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
    # Bullets of Word's Symbol and Wingdings fonts arrive as private-use characters.
    symbol_bullets = re.compile("[\uf06c\uf0a7\uf0a8\uf0b7\uf0d8\uf076\uf0fc]")
    unseen = re.compile(
        "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad"  # C0, C1, soft hyphen
        "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"  # joiners and fillers
        "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
        "\ue000-\uf8ff"  # private use: no font shows it
        "\U0001d173-\U0001d17a\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
    )
    surrogates = re.compile("[\ud800-\udfff]")
    return (
        (sequences, ""),
        (line_ends, "\n"),
        (spaces, " "),
        (symbol_bullets, "•"),
        (unseen, ""),
        (surrogates, "\ufffd"),
    )


def decoded(data: bytes) -> str:
    """Return the person's own text out of a pipe or a file; what is not UTF-8 is Windows text."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def clean_line(text: str) -> str:
    """Return foreign text as one line with single spaces."""
    return " ".join(clean(text).split())
