"""The body of an answer, unpacked as it comes and never larger than it may be."""

import zlib
from typing import TYPE_CHECKING, NamedTuple

from nhsjobtui.boards.failures import KEPT, Broken, TooLarge

if TYPE_CHECKING:
    import httpx

_MIB = 1024 * 1024
_ANY_HEADER = 32 + zlib.MAX_WBITS  # gzip or zlib, whichever comes


class Allowance(NamedTuple):
    """How large an answer may be, unpacked, and how much longer than a page it may take."""

    what: str
    size: int
    patience: float = 1.0


PAGE = Allowance("The page", 5 * _MIB)
FEED = Allowance("The list of adverts", 10 * _MIB)
DOCUMENT = Allowance("The document", 25 * _MIB, 10.0)


def read_body(response: "httpx.Response", allow: Allowance) -> bytes:
    """Return the whole body; raise TooLarge, or Broken where it ends too soon."""
    coding = response.headers.get("Content-Encoding", "").strip().lower()
    if coding in {"", "identity"}:
        return _plain(response, allow)
    if coding not in {"gzip", "x-gzip", "deflate"}:
        raise Broken(f"packed its answer in a way that was not asked for ({coding[:20]})")
    return _unpacked(response, allow)


def _plain(response: "httpx.Response", allow: Allowance) -> bytes:
    length = response.headers.get("Content-Length", "")
    if length.isdecimal() and int(length[:20]) > allow.size:
        raise _too_large(allow)
    pieces, size = [], 0
    for piece in response.iter_raw():
        size += len(piece)
        if size > allow.size:
            raise _too_large(allow)
        pieces.append(piece)
    return b"".join(pieces)


def _unpacked(response: "httpx.Response", allow: Allowance) -> bytes:
    unpack = zlib.decompressobj(_ANY_HEADER)
    pieces, size, came = [], 0, False
    for packed in response.iter_raw():
        came = came or bool(packed)
        try:
            piece = unpack.decompress(packed, allow.size - size + 1)
        except zlib.error:
            raise Broken("sent an answer that cannot be unpacked") from None
        size += len(piece)
        if size > allow.size:
            raise _too_large(allow)
        pieces.append(piece)
    if came and not unpack.eof:
        raise Broken("broke off in the middle of its answer")
    return b"".join(pieces)


def _too_large(allow: Allowance) -> TooLarge:
    return TooLarge(
        f"{allow.what} is larger than {allow.size // _MIB} MB, so it was not taken.", KEPT
    )
