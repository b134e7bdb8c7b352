from datetime import date

import pytest

from nhsjobtui.model.advert import Advert, Contact, Document, Location, Salary
from nhsjobtui.reading import read_text
from tests.reading import pages


def bullets(marker: str) -> str:
    return pages.nhs_text().replace("  • ", marker)


LAYOUTS = {
    "a blank line between everything": pages.nhs_text(),
    "no blank lines": pages.without_empty_lines(pages.nhs_text()),
    "hyphens": bullets("- "),
    "asterisks": bullets("* "),
    "middle dots": bullets("· "),
    "the letter o": bullets("o "),
    "the letter ü": bullets("ü "),
    "Wingdings": bullets("\uf0a7 "),
    "bullets alone on their lines": bullets("•\n"),
    "Windows line ends": pages.nhs_text().replace("\n", "\r\n"),
    "no-break spaces": pages.nhs_text().replace(" ", "\xa0"),
    "title above employer": pages.nhs_text().replace(
        f"{pages.EMPLOYER}\n\nWard Clerk", f"Ward Clerk\n\n{pages.EMPLOYER}", 1
    ),
    "sections printed twice": pages.TOP
    + pages.BODY
    + pages.DETAILS
    + pages.RESPONSIBILITIES * 2
    + pages.SPECIFICATION * 2
    + pages.CHECKS
    + "Additional information\n\n"
    + pages.CHECKS
    + pages.ENDING
    + pages.DETAILS,
    "everything on one line": " ".join(pages.nhs_text().split()),
    "cookie banner first": "Skip to main content\n\nWe've put some small files called cookies on"
    " your device to make our site work.\n\nI'm OK with analytics cookies\n\nNHS Jobs\n\nSign in"
    "\n\n" + pages.nhs_text(),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layout_gives_the_same_advert(name: str) -> None:
    advert = read_text(LAYOUTS[name])
    assert advert.board == "nhsjobs"
    assert (advert.title, advert.employer) == ("Ward Clerk", pages.EMPLOYER)
    assert (advert.posted, advert.closing) == (date(2026, 1, 20), date(2026, 2, 2))
    assert (advert.pay_scheme, advert.band) == ("Agenda for change", "Band 3")
    assert advert.salary == Salary("£24,937 to £26,598 a year", 24937, 26598, "year")
    assert (advert.contract, advert.working_pattern) == ("Permanent", ("Full-time", "Part-time"))
    assert (advert.reference_number, advert.slug) == ("C9344-26-1459", "C9344-26-1459")
    assert [section.heading for section in advert.sections] == pages.HEADINGS
    assert [*advert.criteria()] == [
        ("Qualifications", True, "GCSE English"),
        ("Qualifications", False, "NVQ level 2"),
    ]
    assert advert.contact == Contact(
        "Ward Manager", "Ada Example", "ada@example.nhs.uk", "01632 960123"
    )
    assert advert.documents == (Document("JD and PS.doc", "DOC, 668 KB"),)
    assert advert.locations[0].postcode == "LS1 3EX"
    assert len(advert.locations) == 1


def test_section_text_keeps_paragraphs_and_lists_apart() -> None:
    text = pages.nhs_text().replace(
        "File the notes\n", "File the notes\n\nThat is all.\n\n  1. One\n"
    )
    duties = read_text(text).sections[1].text
    assert duties == "• Answer the telephone\n• File the notes\n\nThat is all.\n\n1. One"


def test_a_closed_page_is_said_to_be_closed() -> None:
    advert = read_text(
        pages.nhs_text().replace(
            "The closing date is 02 February 2026", "Information:\n\nThis job is now closed"
        )
    )
    assert advert.closed
    assert advert.closing is None
    assert (advert.title, advert.employer) == ("Ward Clerk", pages.EMPLOYER)
    assert "closed" in " ".join(advert.warnings)


@pytest.mark.parametrize("start", ["Job summary", "Job responsibilities"])
def test_an_advert_without_its_top_is_read(start: str) -> None:
    text = pages.nhs_text()
    advert = read_text(text[text.index(start) :])
    assert advert.title is None
    assert advert.closing is None
    assert advert.sections[0].heading == start
    assert len([*advert.criteria()]) == 2
    assert any("top of the page" in warning for warning in advert.warnings)


def test_headings_typed_in_prose_stay_in_the_prose() -> None:
    typed = "About You\n\nYou are kind.\n\nOur values:\n\nExpected Shortlisting Date\n\n03/03/2026"
    advert = read_text(pages.nhs_text().replace("Come and work", typed + "\n\nCome and work"))
    assert [section.heading for section in advert.sections] == pages.HEADINGS
    assert advert.sections[0].text.startswith("About You\n\nYou are kind.")
    assert advert.posted == date(2026, 1, 20)


def test_a_typed_about_us_before_its_time_is_prose() -> None:
    advert = read_text(
        pages.nhs_text().replace("Come and work", "About us\n\nWe are few.\n\nCome and work")
    )
    assert [section.heading for section in advert.sections] == pages.HEADINGS
    assert "We are few." in advert.sections[0].text


def test_every_job_location_is_read_and_the_head_office_is_not() -> None:
    more = "LS1 3EX\n\n\nOther House\n\nBack Lane\n\nOthertown\n\nls29aa\n"
    advert = read_text(pages.nhs_text().replace("LS1 3EX\n", more))
    assert advert.locations == (
        Location(("Example Infirmary", "High Street", "Exampleton"), "LS1 3EX"),
        Location(("Other House", "Back Lane", "Othertown"), "LS2 9AA"),
    )


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Prescot, L35 5DR", Location(("Prescot",), "L35 5DR")),
        ("Prescot L355DR", Location(("Prescot",), "L35 5DR")),
        ("L35", Location((), "L35")),
    ],
)
def test_a_place_may_stand_on_one_line(line: str, place: Location) -> None:
    old = "Example Infirmary\n\nHigh Street\n\nExampleton\n\nLS1 3EX"
    assert read_text(pages.nhs_text().replace(old, line)).locations == (place,)


def test_a_grade_is_kept_as_printed_and_no_band_is_invented() -> None:
    consultant = pages.nhs_text().replace("Band\n\nBand 3", "Grade\n\nConsultant")
    assert read_text(consultant).band == "Consultant"
    assert read_text(pages.nhs_text().replace("Band\n\nBand 3\n\n", "")).band is None


def test_a_salary_on_two_lines_is_one_salary() -> None:
    text = pages.nhs_text().replace("a year\n", "a year\n\nper annum pro rata\n")
    assert read_text(text).salary.text == "£24,937 to £26,598 a year per annum pro rata"


def test_title_entities_and_spaces_are_mended_and_nothing_else() -> None:
    text = pages.nhs_text().replace(
        "Ward Clerk", "CLERC &amp; Ysgrifennydd  Tŷ Gŵyr [Hub] (XR06) **Internal Applicants only**"
    )
    assert (
        read_text(text).title
        == "CLERC & Ysgrifennydd Tŷ Gŵyr [Hub] (XR06) **Internal Applicants only**"
    )


def test_a_title_of_seventy_characters_may_be_cut() -> None:
    title = "Advanced " * 7 + "Practit"
    advert = read_text(pages.nhs_text().replace("Ward Clerk", title))
    assert advert.title == title
    assert any("cut off" in warning for warning in advert.warnings)


def test_markup_escaped_twice_is_undone_and_comparisons_stay() -> None:
    advert = read_text(
        pages.nhs_text().replace(
            "You will help the whole team.",
            "&amp;lt;p&amp;gt;Help &amp;amp;amp; care for babies <1500g, < 48 hours old."
            "&amp;lt;/p&amp;gt;&amp;lt;li&amp;gt;Daily&amp;lt;/li&amp;gt; [AfC] __",
        )
    )
    text = advert.sections[3].text
    assert text.startswith("Help & care for babies <1500g, < 48 hours old.\n\n• Daily")
    assert "[AfC] __" in text


def test_an_address_above_the_advert_is_its_own_whatever_its_query_says() -> None:
    address = "https://www.jobs.nhs.uk/candidate/jobadvert/C9461-26-0312?jobReference=C9999-26-0001"
    advert = read_text(f"{address}\n\n" + pages.nhs_text())
    assert advert.slug == "C9461-26-0312"
    assert advert.url == "https://www.jobs.nhs.uk/candidate/jobadvert/C9461-26-0312"
    assert advert.title == "Ward Clerk"


def test_reading_says_nothing_of_what_it_does_not_know() -> None:
    advert = read_text(pages.nhs_text())
    assert (advert.url, advert.closing_time, advert.duration) == (None, None, None)
    assert advert.warnings == ()
    assert isinstance(advert, Advert)
