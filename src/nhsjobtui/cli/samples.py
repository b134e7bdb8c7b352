"""The invented adverts of the demo, put into a library with somebody's work on them."""

import re
import tomllib
from datetime import date, timedelta
from importlib import resources
from typing import TYPE_CHECKING, Any

from nhsjobtui.model.application import BEFORE_APPLYING
from nhsjobtui.model.dates import read_date, read_time
from nhsjobtui.reading import read_advert

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from nhsjobtui.library import Library
    from nhsjobtui.model.application import Stage

_TOKEN = re.compile(r"\{\{([+-]\d+)(?:\|(iso|dmy))?\}\}")
_FORMS = {None: "%d %B %Y", "iso": "%Y-%m-%d", "dmy": "%d/%m/%Y"}


def fill(library: "Library", day: date) -> None:
    """Add every sample, its dates counted from `day`, and the person's work on them."""
    folder = resources.files("nhsjobtui.samples")
    with library.batch():
        for file in _adverts(folder):
            text = dated(file.read_text("utf-8"), day)
            library.add(read_advert(text.encode(), file.name), text.encode(), file.name)
        person = tomllib.loads(dated(folder.joinpath("person.toml").read_text("utf-8"), day))
        for application in person["application"]:
            _apply(library, application)
        # The applicant's work was there before: the person's first undo must not take it away.
        library.forget_steps()


def dated(text: str, day: date) -> str:
    """Return text with every token like {{+3}}, {{-10|iso}} or {{+3|dmy}} made a date."""
    return _TOKEN.sub(
        lambda token: f"{day + timedelta(days=int(token[1])):{_FORMS[token[2]]}}", text
    )


def _adverts(folder: "Traversable") -> "list[Traversable]":
    files = (file for file in folder.joinpath("adverts").iterdir() if file.is_file())
    return sorted(
        (file for file in files if file.name.endswith((".html", ".txt", ".eml"))),
        key=lambda file: file.name,
    )


def _apply(library: "Library", application: dict[str, Any]) -> None:
    """Do what the person did with one advert."""
    advert_id = library.find(application["ref"])
    library.set_shortlisted(advert_id, application.get("shortlisted", False))
    if note := application.get("note", "").strip():
        library.set_note(advert_id, note)
    criteria = library.entry(advert_id).criteria
    for answer in application.get("answer", ()):
        key = criteria[answer["n"] - 1].key
        library.set_status(advert_id, key, answer.get("status", "todo"))
        if evidence := answer.get("evidence", "").strip():
            library.set_evidence(advert_id, key, evidence)
    library.set_questions(advert_id, application.get("questions", "").strip())
    if stage := application.get("stage"):
        _reach(library, advert_id, stage, application.get("stage_note", {}))


def _reach(library: "Library", advert_id: int, stage: "Stage", noted: dict[str, Any]) -> None:
    """Come to a stage as a person does: what was sent is frozen before an answer comes."""
    if stage not in BEFORE_APPLYING:
        library.set_stage(advert_id, "applied")
    day, time = read_date(noted.get("on", "")), read_time(noted.get("on", ""))
    library.set_stage(advert_id, stage, day=day, time=time, note=noted.get("note", ""))
