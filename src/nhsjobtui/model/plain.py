"""Text as the boxes of an application form take it."""

import re

_STRAIGHT = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "`": "'", "´": "'", "‹": "'", "›": "'",
        "“": '"', "”": '"', "„": '"', "‟": '"', "″": '"', "«": '"', "»": '"',
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
        "…": "...", "•": "-", "·": "-", "\xa0": " ", "\t": " ",
    }
)  # fmt: skip
_BULLET = re.compile(r"^[ \t]*(?:[•‣◦⁃∙●○▪▫■□►▶➢➤✓✔·*–—-](?:[ \t]+|$))+", re.MULTILINE)
_SPACES_AT_END = re.compile(r"[ \t]+$", re.MULTILINE)
_EMPTY_LINES = re.compile(r"\n{3,}")


def plain_text(text: str) -> str:
    """Return text without bullets, smart quotes and long dashes, its paragraphs as they are."""
    text = _BULLET.sub("", text).translate(_STRAIGHT)
    return _EMPTY_LINES.sub("\n\n", _SPACES_AT_END.sub("", text)).strip("\n ")


def words_of(text: str) -> int:
    """Count words as word processors do: what stands between spaces."""
    return len(text.split())
