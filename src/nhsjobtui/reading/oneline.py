"""Takes apart an advert whose every line end was lost."""

import re
from collections.abc import Iterator
from itertools import islice

from nhsjobtui.reading.classes import class_word
from nhsjobtui.reading.groups import is_usual_group

# Headings that stand alone; those that are common words need what always follows them.
_HEADINGS = re.compile(
    r"(?:^|(?<=\s))(?:"
    r"Job summary(?=\s)|Main duties of the job(?=\s)|(?<!more )About us(?=\s+[A-Z•\d\"“'*(])"
    r"|Details(?=\s+Date posted)|Job description(?=\s+Job responsibilities)"
    r"|Job responsibilities(?=\s)"
    r"|Person [Ss]pecification(?=\s.{0,160}?(?:[Ee]ssential|ESSENTIAL|[Dd]esirable|DESIRABLE))"
    r"|Disclosure and Barring Service Check(?=\s+This post)|Certificate of Sponsorship(?=\s+App)"
    r"|UK Registration(?=\s+Applicants)|Additional information(?=\s+(?:Disc|Certif|UK Reg))"
    r"|Employer details(?=\s+Employer name)|Employer contact details(?=\s)"
    r"|Supporting documents(?=\s)"
    r"|Privacy notice(?=\s)|For questions about the job, contact:|This job is now closed"
    r"|Job overview(?=\s)|Working for our organisation(?=\s)"
    r"|Detailed job description and main responsibilities(?=\s)"
    r"|(?<![^\n])Menu(?=\s)|Skip to main content|Please wait, loading(?:\.\.\.)?|Apply for this job"
    r"|Job details(?=\s+\|?\s*Posting date)|Information:(?=\s+This job)"
    r"|(?<=Apply for this job )Summary(?=\s)|Related jobs(?=\s|$)"
    r"|The closing date is \d{1,2} [A-Z][a-z]+ \d{4}"
    r")"
)
_SIGNS = (
    "Job summary",
    "Main duties of the job",
    "About us",
    "Date posted",
    "Job responsibilities",
    "Person Specification",
    "Person specification",
    "Posting date",
    "Job reference:",
    "Company:",
    "Job overview",
    "Working for our organisation",
    "Reference number",
    "Employer contact details",
)
_DETAILS = (
    "Date posted",
    "Pay scheme",
    "Band",
    "Grade",
    "Salary",
    "Contract",
    "Duration",
    "Working pattern",
    "Reference number",
    "Job locations",
)
_MOST_CLASSES = 200
_ABOVE = frozenset({"Menu", "Skip to main content", "Please wait, loading"})
_FIND_A_JOB = re.compile(
    r"(?:\|\s*)*\b(Posting date|Salary|Additional salary information|Hours|Closing date|Location"
    r"|Remote working|Company|Job type|Job reference)\s*:\s*\|?\s*"
)
_EMPLOYER = re.compile(
    r"(?:^|\s)(Employer name)\s+(.{1,200}?)\s+(Address)\s+(.{1,400}?)"
    r"(?:\s+(Employer's website)\s+(\S+)|$)"
)
_MARKS = re.compile(r"[•·●▪◦]")
_BULLET = re.compile(r"\s+(?=[•·●▪◦]\s?\S)")
_DASH = re.compile(r"\s+(?=[-–*]\s+[A-Z\d])")
_CLASS = re.compile(
    r"(?:^|(?<=\s))\(?([A-Za-z]{8,12})\)?(?:\s+(?:[Cc]riteria|[Rr]equirements|[Ss]kills|[Aa]ttributes"
    r"|[Ee]xperience|[Qq]ualifications|CRITERIA|REQUIREMENTS))?:?(?=\s|$)"
)
_STARTS = re.compile(
    r"\s+(?=(?:Experience (?:of|in|with)|Knowledge of|Ability to|Able to|Evidence of"
    r"|Understanding of"
    r"|Excellent|Good|Working knowledge|Examples? of|Description of|Willing(?:ness)? to|Registered"
    r"|Demonstrable|Proven|Relevant|Awareness of|Commitment to|NVQ|GCSE|Degree|Diploma)\b)"
)
_POSTCODE = re.compile(r"(?<=\s)([A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2})\s+(?=\S)")
_EMAIL = re.compile(r"\s*(\S+@\S+)\s*")
_FILE = re.compile(r"(?<=[BKM]B\))\s+")
_ORGANISATION = re.compile(
    r"^.*?\b(?:NHS Foundation Trust|NHS Trust|CIC|Surgery|Medical (?:Centre|Practice|Group)"
    r"|Practice"
    r"|Health Centre|Hospice|Health Board|ICB|Integrated Care Board|Partnership|Federation|Ltd"
    r"|Limited"
    r"|PCN|University|Council|Service)\b(?: NHS (?:Foundation )?Trust)?(?: Ltd| Limited| CIC)?",
)
_HONORIFIC = re.compile(r"\s+(?=(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Sr)\.? [A-Z])")


def holds_advert(line: str) -> bool:
    """Say whether a line holds so many of the boards' headings that it is a whole advert."""
    return sum(sign in line for sign in _SIGNS) >= 3


def take_apart(line: str) -> Iterator[str]:
    """Yield the lines that the advert had."""
    line = " ".join(line.split())
    if "Posting date" in line:
        line = _FIND_A_JOB.sub(r"\n\1: ", line)
        line = re.sub(r"(\nJob reference: (?!Apply\b)\S*)", r"\1\n", line)
        line = re.sub(r"[ |]+\n", "\n", line)
    heading = ""
    employer = _EMPLOYER.search(line)
    place = 0
    matches = list(_HEADINGS.finditer(line))
    for number in range(-1, len(matches)):
        if number >= 0:
            heading = matches[number][0]
            place = matches[number].end()
            yield heading
        end = matches[number + 1].start() if number + 1 < len(matches) else len(line)
        body = line[place:end].strip()
        if body:
            yield from _body(heading, body, employer[2] if employer else "")


def _body(heading: str, text: str, employer: str) -> Iterator[str]:
    """Yield the lines of what stands under a heading."""
    if not heading or heading in _ABOVE:
        yield from _top(text, employer)
    elif heading == "Details":
        yield from _details(text)
    elif heading.lower() == "person specification":
        yield from _specification(text)
    elif heading == "Employer details" and (match := _EMPLOYER.search(text)):
        yield from (group for group in match.groups() if group)
    elif heading.startswith(("For questions", "Employer contact")):
        yield from _contact(text)
    elif heading == "Supporting documents":
        yield from _FILE.split(text)
    elif heading.startswith("The closing date") and len(text) < 120:
        yield text
    else:
        for piece in text.split("\n"):
            yield from _prose(piece)


def _top(text: str, employer: str) -> Iterator[str]:
    if employer and text.startswith(employer):
        yield employer
        text = text[len(employer) :].strip()
    elif match := _ORGANISATION.match(text):
        yield match[0]
        text = text[match.end() :].strip()
    yield from (piece for piece in text.split("\n") if piece)


def _details(text: str) -> Iterator[str]:
    """Yield labels and values; the labels stand in their one order."""
    place, label = 0, ""
    for following in _DETAILS:
        match = re.compile(rf"(?:^|(?<=\s)){following}(?=\s)").search(text, place)
        if match is None or (following in {"Band", "Grade"} and match.start() > place + 60):
            continue
        if label:
            yield from _value(label, text[place : match.start()].strip())
        label, place = following, match.end()
        yield label
    yield from _value(label, text[place:].strip())


def _value(label: str, text: str) -> Iterator[str]:
    if label == "Job locations":
        yield from _POSTCODE.sub(r"\1\n", text).split("\n")
    else:
        yield text


def _contact(text: str) -> Iterator[str]:
    match = _EMAIL.search(text)
    if match is None:
        yield text
        return
    who = text[: match.start()].strip()
    if who:
        yield from (
            _HONORIFIC.split(who, maxsplit=1) if _HONORIFIC.search(who) else _role_and_name(who)
        )
    yield match[1]
    if rest := text[match.end() :].strip():
        yield rest


def _role_and_name(text: str) -> list[str]:
    """Return "Ward Manager Una Abernethy" in two: a name is taken to be the last two words."""
    words = text.split()
    if len(words) < 4:
        return [text]
    return [" ".join(words[:-2]), " ".join(words[-2:])]


def _prose(text: str) -> Iterator[str]:
    for piece in _BULLET.split(text):
        yield from _numbered(piece)


def _numbered(text: str) -> Iterator[str]:
    """Yield the items of a list numbered 1. 2. 3. within a line."""
    number, place = 1, 0
    while number < 100 and (
        match := re.compile(rf"(?:^|(?<=\s)){number}\.\s+(?=\S)").search(text, place)
    ):
        if match.start() > place:
            yield text[place : match.start()].strip()
        place = match.start()
        number += 1
        following = re.compile(rf"(?<=\s){number}\.\s").search(text, match.end())
        if following is None:
            break
    if place < len(text):
        yield text[place:].strip()


def _specification(text: str) -> Iterator[str]:
    """Yield groups, classes and criteria."""
    bulleted = _BULLET.search(text) is not None
    dashed = not bulleted and len(_DASH.findall(text)) > 1
    named = (match for match in _CLASS.finditer(text) if _names_class(match, text))
    classes = list(islice(named, _MOST_CLASSES))
    place = 0
    for number, match in enumerate(classes):
        before = text[place : match.start()].strip()
        criteria, group = ("", before)
        if number:
            last, this = class_word(classes[number - 1][1]), class_word(match[1])
            criteria, group = _group_at_end(before, bulleted, last == this or this is True)
        yield from _criteria(criteria, bulleted, dashed)
        if group:
            yield group
        yield match[0]
        place = match.end()
    yield from _criteria(text[place:].strip(), bulleted, dashed)


def _names_class(match: re.Match[str], text: str) -> bool:
    if class_word(match[1]) is None or not match[1][0].isupper():
        return False
    following = text[match.end() : match.end() + 3].lstrip()[:1]
    if _MARKS.match(text[: match.start()].rstrip()[-1:]) and not _MARKS.match(following):
        return False
    return not following or following.isupper() or not following.isalpha()


def _group_at_end(text: str, bulleted: bool, new: bool) -> tuple[str, str]:
    """Return the text before a group's name, and the name: usual words begun with a capital.

    `new` says that the class after it begins another group, so that there is a name if any.
    """
    words = text.split(" ")
    bullets = [place for place, word in enumerate(words) if _MARKS.match(word)]
    # A bullet has a criterion after it.
    first = bullets[-1] + 2 if bulleted and bullets else 0
    best = len(words)
    for start in range(len(words) - 1, max(first - 1, len(words) - 7), -1):
        if not is_usual_group(" ".join(words[start:])):
            break
        if words[start][:1].isupper():
            best = start
    if best == len(words) and new and bulleted and bullets:
        capitals = [place for place in range(first, best) if words[place][:1].isupper()]
        best = capitals[-1] if capitals else best
    return " ".join(words[:best]), " ".join(words[best:])


def _criteria(text: str, bulleted: bool, dashed: bool) -> Iterator[str]:
    if not text:
        return
    pattern = _BULLET if bulleted else _DASH if dashed else _STARTS
    yield from (piece for piece in pattern.split(text) if piece)
