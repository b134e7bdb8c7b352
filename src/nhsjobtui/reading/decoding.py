"""From a file's bytes to its text, whatever wrote it."""

import codecs
import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from email.message import Message

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
# Latin-1 and ASCII are left out: pages that name them are in cp1252.
_CHARSET = re.compile(
    rb"utf-?(?:8|16|16le|16be|32)|windows-125\d|cp125\d|iso-?8859-(?:[2-9]|1[0-6])|macintosh",
    re.IGNORECASE,
)
_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_FEWEST_SEQUENCES = 3
_MAIL_HEAD = re.compile(
    rb"(?:[A-Za-z][A-Za-z0-9-]{1,60}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}\r?\n"
)
_MAIL_FIELD = re.compile(
    rb"^(?:mime-version|content-type|received|message-id|return-path|x-[\w-]+|snapshot-content-"
    rb"location):",
    re.IGNORECASE | re.MULTILINE,
)
_MOST_HEAD = 64_000
_MOST_PARTS = 200


class Decoded(NamedTuple):
    """The text of a file, and the address that its wrapper says it came from."""

    text: str
    address: str = ""


def decode(data: bytes) -> Decoded:
    """Return the text in `data`: a page, a text file, or the page inside an .eml or .mhtml."""
    if (message := _message(data)) is not None:
        return message
    return Decoded(_text(data))


def _text(data: bytes) -> str:
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    if (wide := _wide(data)) is not None:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    # Text of any other encoding hardly ever holds a sequence of UTF-8, so stray bytes among many
    # of those are damage.
    replaced = data.decode("utf-8", "replace")
    good = len(_SEQUENCE.findall(data))
    if good >= _FEWEST_SEQUENCES and replaced.count("\ufffd") * 3 <= good:
        return replaced
    if (match := _META.search(data, 0, 4096)) and (text := _as(data, match[1])) is not None:
        return text
    # cp1252 with its five gaps filled by Latin-1 reads any byte.
    return data.decode("cp1252", "latin1_gaps")


def _as(data: bytes, charset: bytes) -> str | None:
    """Return `data` in the charset a page names, None where that cannot be."""
    if _CHARSET.fullmatch(charset) is None:
        return None
    try:
        return data.decode(charset.decode("ascii"))
    except (LookupError, ValueError):
        return None


def _wide(data: bytes) -> str | None:
    """Return the UTF-16 that `data` is in, though it has no mark."""
    sample = data[:4096]
    half = len(sample) // 2
    if half < 2 or sample.count(0) < half // 2:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > half * 0.6 and even < half * 0.1:
        return "utf-16-le"
    if even > half * 0.6 and odd < half * 0.1:
        return "utf-16-be"
    return None


def _latin1_gaps(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("latin1_gaps", _latin1_gaps)


def _message(data: bytes) -> Decoded | None:
    """Return the page or text inside an e-mail or a web archive, None for any other file."""
    head = _MAIL_HEAD.match(data, 0, _MOST_HEAD)
    if head is None or not _MAIL_FIELD.search(head[0]):
        return None
    import email

    try:
        return _page_in(email.message_from_bytes(data))
    except (LookupError, RecursionError, ValueError):
        return None


def _page_in(message: "Message") -> Decoded | None:
    """Return the part that is an advert, the page of it before its text."""
    from nhsjobtui.reading.oneline import holds_advert

    address = str(
        message.get("snapshot-content-location", "") or message.get("content-location", "")
    )
    parts: list[tuple[bool, bool, Decoded]] = []
    for part in islice(message.walk(), _MOST_PARTS):
        kind = _kind(part)
        if kind in {"text/html", "text/plain"} and not part.is_multipart():
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload.strip():
                text = _part_text(payload, part.get_content_charset())
                is_page = kind == "text/html"
                own = str(part.get("content-location", "")) if is_page else ""
                parts.append((holds_advert(text), is_page, Decoded(text, address or own)))
    if not parts:
        return None
    return max(parts, key=lambda found: found[:2])[2]


def _kind(part: "Message") -> str:
    """Return the kind of a part; an attachment's name tells where the e-mail does not."""
    kind = part.get_content_type()
    if kind == "application/octet-stream":
        name = (part.get_filename() or "").casefold()
        if name.endswith((".html", ".htm")):
            return "text/html"
        if name.endswith((".txt", ".md")):
            return "text/plain"
    return kind


def _part_text(payload: bytes, charset: str | None) -> str:
    named = _as(payload, charset.encode("ascii", "replace")) if charset else None
    return named if named is not None else _text(payload)
