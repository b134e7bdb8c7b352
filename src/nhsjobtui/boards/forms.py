"""The forms of an advert's page that its documents are asked for with."""

from typing import NamedTuple

from nhsjobtui.model.advert import Document
from nhsjobtui.reading.blocks import Block
from nhsjobtui.reading.contacts import read_documents
from nhsjobtui.reading.text import tidy


class Form(NamedTuple):
    """One document's form; `to_getfile` says to which of two addresses of the advert it goes."""

    name: str
    fields: dict[str, str]
    to_getfile: bool


def forms(page: str) -> list[Form]:
    """Return the forms for documents, under the names that reading the page gives those."""
    from selectolax.lexbor import LexborHTMLParser

    found: list[Form] = []
    for form in LexborHTMLParser(page).css("form"):
        fields: dict[str, str] = {}
        label = ""
        for field in form.css("input, button"):
            name, value = (field.attributes.get(key) or "" for key in ("name", "value"))
            if field.attributes.get("type") == "submit" or field.tag == "button":
                label = label or value or field.text()
            if name:
                fields[name] = value
        if "document" in fields and label:
            action = (form.attributes.get("action") or "").partition("?")[0].rstrip("/")
            found.append(Form(_name(label), fields, action.endswith("/getfile")))
    return found


def _name(label: str) -> str:
    text = " ".join(tidy(label).split())
    documents: tuple[Document, ...] = read_documents([Block("document", text)])
    return documents[0].name if documents else text
