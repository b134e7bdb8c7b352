"""Statements as Markdown."""

import re
from collections.abc import Iterable

from nhsjobtui.model.whole import Application
from nhsjobtui.writing.outline import outline

_ACTIVE = re.compile(r"([\\`*_\[\]<>|~#])")
_LIST = re.compile(r"^(\d*)([-+.)])(?=\s)")
_BEFORE = {
    "title": "# ",
    "section": "## ",
    "criterion": "### ",
    "paragraph": "",
    "item": "- ",
}


def escaped(text: str) -> str:
    """Return foreign text so that nothing in it is markup."""
    text = _ACTIVE.sub(r"\\\1", " ".join(text.split()))
    return _LIST.sub(r"\1\\\2", text)


def statements(applications: Iterable[Application]) -> str:
    """Return the statements of applications as one document."""
    return "\n".join(map(statement, applications))


def statement(whole: Application) -> str:
    """Return the statement of an application with its headings."""
    lines: list[str] = []
    before = ""
    for line in outline(whole):
        if lines and not (before == line.kind == "item"):
            lines.append("")
        lines.append(_BEFORE[line.kind] + escaped(line.text))
        before = line.kind
    return "\n".join(lines) + "\n"
