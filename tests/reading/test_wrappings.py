"""What saving, printing and forwarding put round an advert, and into it."""

from base64 import encodebytes

import pytest

from nhsjobtui.errors import NotAnAdvert
from nhsjobtui.model.advert import Group
from nhsjobtui.reading import read_advert, read_text
from tests.reading import pages

PLAIN = read_text(pages.nhs_text())


@pytest.mark.parametrize(
    "line", ["Go back to search results", "40 jobs found", "Search results", "1 job found"]
)
def test_the_way_back_to_a_search_does_not_make_an_advert_a_search_page(line: str) -> None:
    assert read_text(f"Skip to main content\n\n{line}\n\n{pages.nhs_text()}") == PLAIN


def test_a_search_page_of_one_result_is_no_advert() -> None:
    with pytest.raises(NotAnAdvert, match="search results"):
        read_text(
            "1 job found\n\nWard Clerk\n\nExample Vale NHS Trust\n\nSalary: £24,937 a year\n\n"
            "Date posted: 20 January 2026\n\nClosing date: 02 February 2026\n\n"
            "Contract type: Permanent\n\nWorking pattern: Full-time\n"
        )


@pytest.mark.parametrize("mark", ["> ", ">> ", "> > ", ">"])
def test_text_quoted_in_an_e_mail_is_read(mark: str) -> None:
    quoted = "".join(f"{mark}{line}\n" for line in pages.nhs_text().splitlines())
    above = "Look at this!\n\nMx\n\nOn Mon, 2 Feb 2026, Ada wrote:\n"
    assert read_text(quoted) == PLAIN
    assert read_text(above + quoted) == PLAIN


def test_what_somebody_wrote_above_a_quotation_is_no_title() -> None:
    body = pages.nhs_text()[pages.nhs_text().index("Job summary") :]
    quoted = "".join(f"> {line}\n" for line in body.splitlines())
    assert read_text(f"Look at this\n\n{quoted}").title is None


def mail(*parts: str) -> bytes:
    head = 'From: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n'
    return (head + "".join(f"--b\n{part}\n" for part in parts) + "--b--\n").encode()


SEE = "Content-Type: text/plain\n\nSee attached.\n"
ENCODED = encodebytes(pages.nhs_text().encode()).decode()


@pytest.mark.parametrize(
    "part",
    [
        f"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n"
        f"Content-Disposition: attachment; filename=advert.txt\n\n{ENCODED}",
        f"Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n"
        f"Content-Disposition: attachment; filename=advert.txt\n\n{ENCODED}",
        "Content-Type: message/rfc822\n\nFrom: a@example.org\nSubject: Job\nMIME-Version: 1.0\n"
        f"Content-Type: text/plain; charset=utf-8\n\n{pages.nhs_text()}",
    ],
    ids=["text", "bytes", "e-mail"],
)
def test_an_advert_attached_to_an_e_mail_is_read(part: str) -> None:
    assert read_advert(mail(SEE, part)) == PLAIN


PRINTED = """Example Vale NHS Trust
Ward Clerk
The closing date is 02 February 2026
Job summary
Come and work with us on a busy ward of a hospital that has been by the sea for
a hundred years and more.
Page 1 of 2
Details
Date posted
20 January 2026
Salary
£24,937 a year
Reference number
C9344-26-1459
Job description
Job responsibilities
You will help the whole team. You will answer the telephone and write down what
was said.
Person Specification
Skills
Essential
• Two years of answering the telephone on a ward, in a clinic or at a reception
desk
• Filing
Page 2 of 2
Desirable
• Welsh, or the will to learn as much of it as it takes to greet somebody in the
morning
"""


def test_text_cut_into_lines_of_one_width_is_joined_again() -> None:
    advert = read_text(PRINTED)
    (group,) = advert.person_spec
    assert group == Group(
        "Skills",
        (
            "Two years of answering the telephone on a ward, in a clinic or at a reception desk",
            "Filing",
        ),
        ("Welsh, or the will to learn as much of it as it takes to greet somebody in the morning",),
    )
    assert advert.sections[0].text == (
        "Come and work with us on a busy ward of a hospital that has been by the sea for"
        " a hundred years and more."
    )
    assert "Page" not in "".join(section.text for section in advert.sections)


def test_short_lines_of_a_list_are_not_joined() -> None:
    lines = "Skills\n\nEssential\n\nable to type\nable to file\nable to greet\n"
    assert read_text(pages.with_specification(lines)).person_spec[0].essential == (
        "able to type",
        "able to file",
        "able to greet",
    )


def test_a_line_hanging_under_its_bullet_continues_it() -> None:
    lines = (
        "Skills\n\nEssential\n\n"
        "  * Label printing on at least two of the systems in use in\n"
        "    community pharmacies\n"
        "  * 2 years of split packs, and when a pack may not be split\n"
        "    and why\n"
    )
    assert read_text(pages.with_specification(lines)).person_spec[0].essential == (
        "Label printing on at least two of the systems in use in community pharmacies",
        "2 years of split packs, and when a pack may not be split and why",
    )


def test_what_a_browser_prints_at_the_edges_of_a_page_is_dropped_and_gives_the_address() -> None:
    stamp = "23/01/2026, 09:14                   Job Advert\n\n"
    foot = "\nhttps://www.jobs.nhs.uk/candidate/jobadvert/C9001-26-0001               {}/2\n"
    text = stamp + pages.nhs_text().replace("About us\n", foot.format(1) + stamp + "About us\n", 1)
    advert = read_text(text.replace("C9344-26-1459", "344-X-9") + foot.format(2))
    assert advert.slug == "C9001-26-0001"
    assert advert.sections == PLAIN.sections
    assert (advert.title, advert.employer) == (PLAIN.title, PLAIN.employer)
    assert advert.contact == PLAIN.contact


def test_a_torn_sentence_is_no_title() -> None:
    text = pages.nhs_text()
    rest = text[text.index("Main duties of the job") :]
    assert read_text(f"the wards and the clinic, and you will be on call.\n\n{rest}").title is None


def test_a_title_of_two_lines_stands_under_the_employer() -> None:
    advert = read_text(pages.nhs_text().replace("Ward Clerk\n", "Ward Clerk\nRelief Post\n", 1))
    assert (advert.title, advert.employer) == ("Ward Clerk", pages.EMPLOYER)


def test_markdown_headings_are_headings() -> None:
    text = (
        "Example Vale NHS Trust\n\n# Ward Clerk\n\nThe closing date is 02 February 2026\n\n"
        "### Job summary\n\nCome and work.\n\n## Details\n\n### Date posted\n\n20 January 2026\n\n"
        "### Reference number\n\nC9344-26-1459\n"
    )
    advert = read_text(text)
    assert (advert.title, advert.reference_number) == ("Ward Clerk", "C9344-26-1459")
    assert advert.sections[0].text == "Come and work."


PAGE = pages.nhs_html()
ADDRESS = "https://www.jobs.nhs.uk/candidate/jobadvert/C9001-26-0001"


@pytest.mark.parametrize(
    "wrapped",
    [
        f"<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: {ADDRESS}?keyword=a \n"
        " saved date: today\n--><body>",
        f"Version:0.9\nStartHTML:0000000105\nEndHTML:0000009999\nSourceURL:{ADDRESS}\n<html><body>",
    ],
)
def test_what_a_saving_tool_writes_above_a_page_gives_only_its_address(wrapped: str) -> None:
    advert = read_text(
        f"{wrapped}<p>Example Vale NHS Trust</p><h1>Ward Clerk</h1><h3>Job summary</h3>"
        "<p>Come and work with us on a busy ward, by the sea, all year round.</p>"
        "<h2>Person Specification</h2><h3>Skills</h3><h4>Essential</h4>"
        "<ul><li>Typing<li>Filing</ul>"
    )
    assert (advert.slug, advert.employer) == ("C9001-26-0001", "Example Vale NHS Trust")


def test_one_damaged_byte_does_not_change_how_a_file_is_read() -> None:
    data = pages.nhs_text().encode()
    assert read_advert(data.replace(b"busy ward", b"busy \x96 ward", 1)).salary == PLAIN.salary


def test_values_too_long_to_be_true_are_left_out() -> None:
    text = pages.nhs_text().replace("C9344-26-1459", "C9344-" + "7" * 5_000)
    text = text.replace(
        "£24,937 to £26,598 a year", "£24,937 to £26,598 a year " + "and so on " * 900
    )
    advert = read_text(text)
    assert advert.reference_number is None
    assert len(advert.salary.text) < 500
    assert (advert.salary.min, advert.salary.max) == (24937, 26598)
