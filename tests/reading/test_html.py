from datetime import date

import pytest

from nhsjobtui.model.advert import Contact, Document, Group, Location, Salary
from nhsjobtui.reading import read_advert, read_text
from tests.reading import pages


def test_an_nhs_jobs_page_is_read_by_its_element_ids() -> None:
    advert = read_advert(pages.nhs_html().encode())
    assert advert.board == "nhsjobs"
    assert advert.title == "Ward Clerk & Receptionist **Internal Applicants Only**"
    assert advert.employer == pages.EMPLOYER
    assert (advert.posted, advert.closing) == (date(2026, 1, 20), date(2026, 2, 2))
    assert advert.salary == Salary(
        "£24,937 to £26,598 a year per annum, pro rata", 24937, 26598, "year"
    )
    assert (advert.contract, advert.duration) == ("Fixed term", "12 months")
    assert advert.working_pattern == ("Full-time", "Part-time")
    assert advert.reference_number == "344-RM-26-V945"
    assert advert.locations == (
        Location(("Example Infirmary", "Exampleton"), "LS1 3EX"),
        Location(("Other House", "Othertown"), "LS2 9AA"),
    )
    assert advert.contact == Contact(
        "Ward Manager", "Ada Example", "a@example.nhs.uk", "01632 960123"
    )
    assert advert.documents == (Document("JD and PS.doc", "DOC, 668 KB"),)


def test_prose_wrappers_that_close_early_keep_all_their_text_once() -> None:
    sections = {section.heading: section.text for section in read_text(pages.nhs_html()).sections}
    assert sections == {
        "Job summary": "Come and work with us.\n\nSoon.",
        "Main duties of the job": "You will:\n\n• Answer",
        "About us": "Kind people.\n\nTwo hospitals.",
        "Job responsibilities": "You will help.\n\nBabies <1500g are seen < 48 hours."
        "\n\nEvery day.\n\n• Write it down",
        "Disclosure and Barring Service Check": "A check.",
        "Certificate of Sponsorship": "Applications are welcome.",
    }


def test_criteria_printed_twice_are_read_once_and_keep_their_class() -> None:
    assert read_text(pages.nhs_html()).person_spec == (
        Group(
            "Skills & care",
            ("5 GCSEs at grade C (A/I)", "Typing is essential here"),
            ("Typing is essential here",),
        ),
    )


def test_a_page_without_its_group_headings_still_has_its_criteria() -> None:
    page = pages.nhs_html().replace('<h3 id="skill_category_1">Skills &amp; care</h3>', "")
    assert len([*read_text(page).criteria()]) == 3


ADDRESS = "https://www.jobs.nhs.uk/candidate/jobadvert/C9847-26-0265"


@pytest.mark.parametrize(
    "head",
    [
        f'<link rel="canonical" href="{ADDRESS}?keyword=C1111-11-1111">',
        f'<meta property="og:url" content="{ADDRESS}">',
        f"<!-- saved from url=(0058){ADDRESS}?language=en -->",
        '<link rel="canonical" href="https://beta.jobs.nhs.uk/candidate/jobadvert/C9847-26-0265">',
    ],
)
def test_the_page_s_own_address_gives_slug_and_url(head: str) -> None:
    advert = read_text(pages.nhs_html(head))
    assert (advert.slug, advert.url) == ("C9847-26-0265", ADDRESS)


def test_without_an_address_the_documents_form_tells_the_slug() -> None:
    advert = read_text(pages.nhs_html())
    assert advert.slug == "C9344-26-0265"


def test_links_to_other_adverts_tell_nothing() -> None:
    other = '<a href="/candidate/jobadvert/C1111-11-1111">Similar job</a>'
    page = pages.nhs_html(more=other).replace("/candidate/jobadvert/C9344-26-0265/getfile", "")
    assert read_text(page).slug is None


def test_an_empty_description_is_no_section() -> None:
    page = pages.nhs_html()
    start, end = "You will help.", "<li>Write it down</li></ul>"
    while start in page:
        page = page[: page.index(start)] + page[page.index(end) + len(end) :]
    headings = [section.heading for section in read_text(page).sections]
    assert "Job responsibilities" not in headings
    assert len(headings) == 5


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_every_encoding_gives_the_same_advert(encoding: str) -> None:
    page = pages.nhs_html().replace("Kind people", "Kind – “people”")
    advert = read_advert(page.encode(encoding))
    assert advert.sections[2].text.startswith("Kind – “people”")
    assert advert.salary.min == 24937


def test_a_page_inside_an_e_mail_or_a_web_archive_is_read() -> None:
    head = (
        f"From: <Saved by Browser>\r\nSnapshot-Content-Location: {ADDRESS}\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    )
    advert = read_advert((head + pages.nhs_html() + "\r\n--x--\r\n").encode())
    assert (advert.slug, advert.employer) == ("C9847-26-0265", pages.EMPLOYER)


def test_a_page_without_ids_is_read_by_its_headings() -> None:
    page = (
        f"<html><body><p>{pages.EMPLOYER}</p><h1>Porter</h1><p>The closing date is 1 May 2026</p>"
        "<h3>Job summary</h3><p>Push.</p><h3>Main duties of the job</h3><p>Pull.</p>"
        "<h2>Person Specification</h2><p><b>Your story</b></p><p><b>Essential</b></p><p>Legs</p>"
        "<p>Arms</p><h2>Details</h2><h3>Date posted</h3><p>1 April 2026</p></body></html>"
    )
    advert = read_text(page)
    assert (advert.title, advert.closing) == ("Porter", date(2026, 5, 1))
    assert advert.person_spec == (Group("Your story", ("Legs", "Arms")),)


def test_trac_s_page_is_read() -> None:
    advert = read_text(pages.TRAC_HTML)
    assert (advert.board, advert.title, advert.employer) == ("trac", "Staff Nurse", "Example Vale")
    assert (advert.closing, advert.closing_time) == (date(2026, 3, 11), "23:59")
    assert (advert.band, advert.reference_number) == ("Band 5", "418-DTO0716-KA")
    assert advert.locations == (Location(("Infirmary", "Exampleton")),)
    assert [section.heading for section in advert.sections] == [
        "Job overview",
        "Detailed job description and main responsibilities",
    ]
    assert advert.person_spec == (Group("Skills", ("Kindness",), ("Welsh",)),)
    assert advert.url is not None
    assert advert.url.endswith("-v6658075")


def test_find_a_job_s_page_is_read() -> None:
    page = """<html><body><h1 class="govuk-heading-l">Porter</h1><div id="ad_details">
    <table class="govuk-table"><tr><th>Posting date:</th><td>06 February 2026</td></tr>
    <tr><th>Hours:</th><td>Full time</td></tr><tr><th>Closing date:</th><td>20 February 2026</td>
    </tr><tr><th>Location:</th><td>Leeds LS13EX</td></tr><tr><th>Company:</th><td>NHS Jobs</td>
    </tr><tr><th>Job reference:</th><td>C9287-26-0195</td></tr></table></div>
    <div itemprop="description"><h2>Summary</h2>Push beds.<br>Pull beds.</div>
    <a href="mailto:?body=https%3A%2F%2Ffindajob.dwp.gov.uk%2Fdetails%2F123%3Fx">Share</a>
    <h2>Related jobs</h2><p>Cook</p></body></html>"""
    advert = read_text(page)
    assert (advert.board, advert.title, advert.employer) == ("findajob", "Porter", None)
    assert (advert.slug, advert.working_pattern) == ("C9287-26-0195", ())
    assert advert.locations == (Location(("Leeds",), "LS1 3EX"),)
    assert [(s.heading, s.text) for s in advert.sections] == [
        ("Summary", "Push beds.\n\nPull beds.")
    ]
    assert advert.url == "https://findajob.dwp.gov.uk/details/123"


@pytest.mark.parametrize(
    "note", ["(opens in a new tab)", "(Opens in new tab)", "[opens in new window]"]
)
def test_what_a_page_says_of_its_links_is_no_content(note: str) -> None:
    page = pages.nhs_html().replace("Two hospitals.", f"Two hospitals {note}.")
    sections = {section.heading: section.text for section in read_text(page).sections}
    assert sections["About us"] == "Kind people.\n\nTwo hospitals."


def test_comments_are_no_content_and_part_no_text() -> None:
    page = pages.nhs_html().replace("Come and work", "Come <!-- <h2>Details</h2> -->and work")
    assert read_text(f"<!-- <h1>Draft</h1> -->{page}") == read_text(pages.nhs_html())


def test_what_looks_like_a_comment_in_an_attribute_hides_nothing() -> None:
    page = pages.nhs_html().replace("<h1 ", '<h1 title="<!-- new" ')
    assert read_text(page) == read_text(pages.nhs_html())


def test_an_element_inside_a_field_does_not_end_it() -> None:
    name = f'<span id="employer_name"><b>{pages.EMPLOYER}</b>'
    page = f"""<main>{name} <span class="x">and</span> Friends</span>
    <h1 id="heading">Ward Clerk</h1><p id="closing_date">The closing date is 02 February 2026</p>
    <h3>Job summary</h3><p id="job_overview"></p><p>Come.</p></main>"""
    assert read_text(page).employer == f"{pages.EMPLOYER} and Friends"
