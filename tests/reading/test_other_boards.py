from datetime import date

import pytest

from nhsjobtui.model.advert import Contact, Document, Group, Location, Salary
from nhsjobtui.reading import read_text
from tests.reading import pages

PIPES = pages.FIND_A_JOB
for _line in pages.FIND_A_JOB.splitlines():
    if ": " in _line and "Salary: fair" not in _line:
        _label, _value = _line.split(": ", 1)
        PIPES = PIPES.replace(_line, f"| {_label}: | {_value} |")


@pytest.mark.parametrize(
    "text",
    [
        pages.FIND_A_JOB,
        PIPES.replace("Job details\n", "Job details\n|  |  |\n|---|---|\n"),
        PIPES.replace("| Posting", "Posting").replace("| Hours", "Hours"),
        " ".join(pages.FIND_A_JOB.split()),
    ],
    ids=["lines", "table", "table without edges", "one line"],
)
def test_find_a_job_s_misleading_fields_are_understood(text: str) -> None:
    advert = read_text(text)
    assert (advert.board, advert.title) == ("findajob", "Porter [Bank]")
    assert advert.employer is None
    assert (advert.slug, advert.reference_number) == ("C9287-26-0195", "C9287-26-0195")
    assert advert.salary == Salary("£11,000.00 per hour", 11000, 11000, "session")
    assert advert.working_pattern == ()
    assert advert.locations == (Location(("Exampleton",), "L14 3LB"),)
    assert (advert.posted, advert.closing) == (date(2026, 2, 6), date(2026, 2, 20))
    assert advert.contract == "Permanent"
    assert [section.heading for section in advert.sections] == ["Summary"]
    assert advert.sections[0].text.endswith("Essential: a strong back.")
    assert advert.person_spec == ()


def test_a_trust_s_own_advert_on_find_a_job_warns_of_its_closing_date() -> None:
    text = pages.FIND_A_JOB.replace("NHS Jobs", pages.EMPLOYER)
    text = text.replace("Porter  [Bank]", f"Porter | {pages.EMPLOYER}")
    advert = read_text(text.replace("C9287-26-0195", "6658075/372-SURG1848-A"))
    assert (advert.title, advert.employer, advert.slug) == ("Porter", pages.EMPLOYER, None)
    assert advert.reference_number == "6658075/372-SURG1848-A"
    assert any("closing date" in warning for warning in advert.warnings)


def test_find_a_job_s_reference_may_be_empty() -> None:
    advert = read_text(pages.FIND_A_JOB.replace(" C9287-26-0195", ""))
    assert (advert.slug, advert.reference_number) == (None, None)
    assert advert.sections


def glued() -> str:
    lines = pages.TRAC.splitlines()
    start, end = lines.index("Job summary") + 1, lines.index("Job overview")
    pairs = zip(lines[start:end:2], lines[start + 1 : end : 2], strict=True)
    block = "".join(f"{label} {value}" for label, value in pairs)
    return "\n".join([*lines[:start], block, *lines[end:]])


def bulleted() -> str:
    lines = pages.TRAC.splitlines()
    start, end = lines.index("Job summary") + 1, lines.index("Job overview")
    return "\n".join(
        f"- {line}" if start <= number < end else line for number, line in enumerate(lines)
    )


@pytest.mark.parametrize(
    "text",
    [
        pages.TRAC,
        glued(),
        bulleted(),
        "\n".join(f"- {line.removeprefix('- ')}" for line in pages.TRAC.splitlines()),
        "\n\n".join(pages.TRAC.splitlines()),
    ],
    ids=["lines", "glued", "label block bulleted", "all bulleted", "spaced"],
)
def test_trac_s_dumps_are_read(text: str) -> None:
    advert = read_text(text)
    assert (advert.board, advert.title, advert.employer) == ("trac", "Staff Nurse", pages.EMPLOYER)
    assert (advert.closing, advert.closing_time) == (date(2026, 3, 11), "23:59")
    assert (advert.pay_scheme, advert.band) == ("NHS AfC", "Band 5")
    assert (advert.contract, advert.duration) == ("Fixed term", "12 months (maternity cover)")
    assert advert.salary == Salary("£31,049 - £37,796", 31049, 37796, "year")
    assert advert.locations == (Location(("Example Infirmary", "Exampleton")),)
    assert advert.reference_number == "418-DTO0716-KA"
    assert advert.slug is None
    assert len(advert.sections) == 4
    assert advert.person_spec == (Group("Qualifications", ("Registered nurse",), ("Mentorship",)),)
    assert advert.documents == (Document("Job Description", "PDF, 300KB"),)
    assert advert.contact == Contact(
        "Ward Manager", "Ada Example", "ada@example.nhs.uk", "01632 960111"
    )
