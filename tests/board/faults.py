"""What a server can do wrong, each to be done on demand in place of an answer or to it."""

import gzip
import zlib
from collections.abc import Callable
from dataclasses import replace

from tests.board.pages import PLACEHOLDER
from tests.board.server import Fault, Handler, Reply

LOGIN = """\
<!DOCTYPE html><html lang="en"><head><title>Sign in - NHS Jobs</title></head><body>
<main id="maincontent"><h1>Sign in</h1><form method="post" action="/candidate/login">
<label>Email address</label><input name="username"><label>Password</label>
<input type="password" name="password"><button>Sign in</button></form></main></body></html>
"""
_ONE_MIB = b" " * 1024 * 1024


def status(code: int, **headers: str) -> Fault:
    """Answer with this status; `retry_after="2"` gives that header."""
    named = {name.replace("_", "-").title(): value for name, value in headers.items()}
    body = f"<html><body><h1>{code}</h1></body></html>".encode()
    return lambda handler, reply: handler.reply(Reply(code, body, headers=named))


def instead(text: str | bytes, kind: str = "text/html;charset=UTF-8", code: int = 200) -> Fault:
    """Answer with this body."""
    body = text.encode() if isinstance(text, str) else text
    return lambda handler, reply: handler.reply(Reply(code, body, kind))


def placeholder() -> Fault:
    """Answer 200 with the page that stands for every unknown path."""
    return instead(PLACEHOLDER)


def login() -> Fault:
    """Answer 200 with a page for signing in."""
    return instead(LOGIN)


def empty() -> Fault:
    """Answer 200 with nothing."""
    return instead("")


def redirect(target: str, code: int = 302) -> Fault:
    """Send on to another address."""
    return lambda handler, reply: handler.reply(Reply(code, headers={"Location": target}))


def loop() -> Fault:
    """Send on to the same address again."""
    return lambda handler, reply: handler.reply(Reply(302, headers={"Location": handler.path}))


def slow_headers(pause: float) -> Fault:
    """Send the head of the answer a byte at a time."""

    def do(handler: Handler, reply: Reply) -> None:
        drip(handler, b"HTTP/1.1 200 OK\r\nX-Slow: " + b"z" * 5000, pause)

    return do


def slow_body(pause: float) -> Fault:
    """Send the body a byte at a time."""

    def do(handler: Handler, reply: Reply) -> None:
        handler.head(reply, {"Content-Length": str(len(reply.body))})
        drip(handler, reply.body, pause)

    return do


def silence() -> Fault:
    """Take the question and say nothing."""

    def do(handler: Handler, reply: Reply) -> None:
        handler.nap(60)

    return do


def hang_up() -> Fault:
    """Close the connection without a word."""
    return lambda handler, reply: handler.hang_up()


def cut_body(share: float = 0.5) -> Fault:
    """Close the connection in the middle of the body."""

    def do(handler: Handler, reply: Reply) -> None:
        handler.head(reply, {"Content-Length": str(len(reply.body))})
        handler.send(reply.body[: int(len(reply.body) * share)])
        handler.hang_up()

    return do


def cut_without_length(share: float = 0.5) -> Fault:
    """End the body too early where nothing said how long it is."""

    def do(handler: Handler, reply: Reply) -> None:
        handler.head(reply, {"Connection": "close"})
        handler.send(reply.body[: int(len(reply.body) * share)])
        handler.hang_up()

    return do


def wrong_length(difference: int) -> Fault:
    """Say that the body is longer or shorter than it is."""

    def do(handler: Handler, reply: Reply) -> None:
        handler.head(reply, {"Content-Length": str(len(reply.body) + difference)})
        handler.send(reply.body)
        handler.hang_up()

    return do


def gzip_bomb(mebibytes: int) -> Fault:
    """Send few bytes that unpack to many."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    body = b"".join(packer.compress(_ONE_MIB) for _ in range(mebibytes)) + packer.flush()
    return lambda handler, reply: handler.reply(
        replace(reply, status=200, body=body, headers={"Content-Encoding": "gzip"})
    )


def zipped() -> Fault:
    """Send the answer packed."""
    return lambda handler, reply: handler.reply(
        replace(reply, body=gzip.compress(reply.body), headers={"Content-Encoding": "gzip"})
    )


def cut_zipped() -> Fault:
    """Send the first half of the packed answer as if it were the whole."""

    def do(handler: Handler, reply: Reply) -> None:
        packed = gzip.compress(reply.body)
        handler.reply(
            replace(reply, body=packed[: len(packed) // 2], headers={"Content-Encoding": "gzip"})
        )

    return do


def too_large(mebibytes: int) -> Fault:
    """Send a body without end, and without saying how long it is."""

    def do(handler: Handler, reply: Reply) -> None:
        handler.head(reply, {"Connection": "close"})
        for _ in range(mebibytes):
            handler.send(_ONE_MIB)
        handler.hang_up()

    return do


def wrong_charset(name: str = "utf-16") -> Fault:
    """Name another encoding than the answer is in."""
    return lambda handler, reply: handler.reply(
        replace(reply, kind=f"{reply.kind.partition(';')[0]};charset={name}")
    )


def changed(change: Callable[[str], str]) -> Fault:
    """Answer with other text than usual."""
    return lambda handler, reply: handler.reply(
        replace(reply, body=change(reply.body.decode()).encode())
    )


def drip(handler: Handler, data: bytes, pause: float) -> None:
    """Send bytes one by one, until the board closes."""
    for start in range(len(data)):
        handler.send(data[start : start + 1])
        if handler.nap(pause):
            return
    handler.hang_up()
