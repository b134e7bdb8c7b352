"""Statements as a Word document."""

from collections.abc import Sequence
from io import BytesIO

from nhsjobtui.model.whole import Application
from nhsjobtui.writing.outline import outline, title_of

_LEVELS = {"title": 1, "section": 2, "criterion": 3}


def statements(applications: Sequence[Application]) -> bytes:
    """Return one document with the statements of applications, each on pages of its own."""
    from docx import Document
    from docx.oxml.ns import qn

    document = Document()
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    properties = document.core_properties
    properties.author, properties.comments = "", ""
    titles = ", ".join(map(title_of, applications))
    properties.title = _without_noncharacters(titles)[:255]
    for number, whole in enumerate(applications):
        if number:
            document.add_page_break()  # type: ignore[no-untyped-call]
        for line in outline(whole):
            if line.kind in _LEVELS:
                document.add_heading(_without_noncharacters(line.text), _LEVELS[line.kind])
            else:
                style = "List Bullet" if line.kind == "item" else None
                document.add_paragraph(_without_noncharacters(line.text), style)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def _without_noncharacters(text: str) -> str:
    """Return text without the two characters that XML, and so Word, cannot hold."""
    return text.replace("\ufffe", "").replace("\uffff", "")
