"""Whom to ask, and which documents belong to an advert."""

import re
from collections.abc import Iterable, Sequence

from nhsjobtui.model.advert import Contact, Document
from nhsjobtui.reading.blocks import Block

_EMAIL = re.compile(r"[\w.+'&-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(
    r"(?:tel(?:ephone)?\.?\s*:?\s*)?(\+?[\d(][\d\s()./+-]{6,}\d(?:\s*(?:ext|x)\.?\s*\w+.*)?)", re.I
)
_MOST_LINES = 40
_LONGEST = 300
_INTRODUCTION = re.compile(r"^for (?:questions|further|more|any|informal)\b.*:?$", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?P<label>name|job title|e-?mail(?: address)?|tele?phone(?: number)?|phone|contact(?: name)?"
    r"|additional (?:information|contact information)|tel|mobile)\s*:?\s*(?P<value>.*)$",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:nurse|manager|assistant|officer|therapist|practitioner|doctor|consultant|lead(?:er)?"
    r"|worker|technician|pharmacist|midwife|administrator|receptionist|specialist|director|head"
    r"|secretary|gp|physiotherapist|psychologist|co-?ordinator|advisor|adviser|supervisor|matron"
    r"|sister|clinical|team|recruitment|services?|department|hr|resourcing|deputy|senior|partner"
    r"|analyst|engineer|scientist|paramedic|radiographer|dietitian|registrar|chief|executive"
    r"|ward|principal|professional|business|operations?|practice|support|medical|programme)s?\b",
    re.IGNORECASE,
)
_DETAIL = re.compile(
    r"^(?P<name>.+?)\s*[(\[]\s*(?P<detail>[^()\[\]]*\d[\d.,]*\s*(?:bytes?|[KMG]i?B|B))\s*[)\]]$",
    re.I,
)
_FILE = re.compile(r".+\.(?:docx?|pdf|rtf|odt|xlsx?|pptx?|txt)\b", re.IGNORECASE)


def read_contact(blocks: Sequence[Block]) -> Contact:
    """Return the contact that stands in the lines under its heading."""
    found: dict[str, str] = {}
    others: list[str] = []
    wanted = ""
    for block in blocks[:_MOST_LINES]:
        text = f"{block.label}: {block.text}" if block.kind == "pair" else block.text
        if len(text) > _LONGEST or _INTRODUCTION.match(text) or text in others:
            continue
        label, value = _labelled(text)
        if wanted:
            found.setdefault(wanted, text)
            wanted = ""
        elif value:
            found.setdefault(label, value)
        elif label:
            wanted = label
        elif match := _EMAIL.search(text):
            found.setdefault("email", match[0])
        elif (match := _PHONE.fullmatch(text)) and sum(map(str.isdigit, text)) >= 6:
            found.setdefault("phone", match[1])
        else:
            others.append(text)
    return _with_names(found, others)


def _with_names(found: dict[str, str], others: Sequence[str]) -> Contact:
    """Return the contact, the lines without a label taken for job title and name."""
    name, job_title = found.get("name"), found.get("job_title")
    if name is None and job_title is None and len(others) >= 2:
        job_title, name = others[0], others[1]
    elif others and name is None and job_title is None:
        if _ROLE.search(others[0]):
            job_title = others[0]
        else:
            name = others[0]
    elif others and name is None:
        name = others[0]
    return Contact(job_title, name, found.get("email"), found.get("phone"))


def _labelled(text: str) -> tuple[str, str]:
    """Return the field that a line's label names and its value, "" where there is none."""
    match = _LABEL.match(text)
    return (_field(match["label"]), match["value"]) if match else ("", "")


def _field(label: str) -> str:
    label = label.lower()
    if "mail" in label:
        return "email"
    if label.startswith(("tel", "phone", "mobile")):
        return "phone"
    if "title" in label:
        return "job_title"
    return "other" if "additional" in label else "name"


def read_documents(blocks: Iterable[Block]) -> tuple[Document, ...]:
    """Return the documents named, each once."""
    found: dict[str, Document] = {}
    for block in blocks:
        if len(block.text) > _LONGEST:
            continue
        if match := _DETAIL.match(block.text):
            document = Document(match["name"], match["detail"])
        elif block.kind == "document" or _FILE.fullmatch(block.text):
            document = Document(block.text)
        else:
            continue
        found.setdefault(document.name.casefold(), document)
    return tuple(found.values())
