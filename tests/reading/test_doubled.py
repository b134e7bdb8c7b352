"""Pages print some parts twice, for small and for wide screens."""

import pytest

from nhsjobtui.reading import read_text
from nhsjobtui.reading.html_reader import read_html

TOP = """<main><p id="employer_name">Example Vale NHS Trust</p><h1 id="heading">Ward Clerk</h1>
<h3>Job summary</h3><p id="job_overview"></p><p>Come and work with us.</p>"""
DETAILS = """<h3>Date posted</h3><p id="date_posted">20 January 2026</p>
<h3>Band</h3><p id="payscheme-band">Band 3</p>
<h3>Reference number</h3><p id="trac-job-reference">344-RM-26-V945</p>"""
TASKS = """<p id="job_description_large" style="white-space: pre-line;">You will:
• Answer the telephone
• File the notes</p>"""
CRITERIA = """<h3 id="skill_category_0">Skills</h3><h4>Essential</h4><ul>
<li id="essential_skill_0_criteria_0">Typing</li></ul>"""


def page(*parts: str) -> str:
    """Return a page of parts, each in an element of its own."""
    return TOP + "".join(f"<div>{part}</div>" for part in parts) + "</main>"


@pytest.mark.parametrize("part", [DETAILS, TASKS, CRITERIA])
def test_a_second_print_adds_no_more_than_the_heading_it_begins_with(part: str) -> None:
    once, twice = (read_html(page(*[f"<h2>Part</h2>{part}"] * times)) for times in (1, 2))
    assert [block.kind for block in twice[: len(once)]] == [block.kind for block in once]
    more = [block.text for block in twice[len(once) :]]
    assert set(more) <= {"Part", "Date posted"}


def test_a_page_says_the_same_whether_a_part_is_printed_once_or_twice() -> None:
    parts = [
        DETAILS,
        f"<h3>Job responsibilities</h3>{TASKS}",
        f"<h2>Person Specification</h2>{CRITERIA}",
    ]
    advert = read_text(page(*parts))
    assert advert.band == "Band 3"
    assert advert.sections[-1].text == "You will:\n\n• Answer the telephone\n• File the notes"
    assert [text for _, _, text in advert.criteria()] == ["Typing"]
    assert read_text(page(*parts, *parts)) == advert


def test_what_only_the_second_print_has_is_kept() -> None:
    more = CRITERIA.replace("</ul>", '<li id="essential_skill_0_criteria_1">Filing</li></ul>')
    headed = [f"<h2>Person Specification</h2>{part}" for part in (CRITERIA, more)]
    (group,) = read_text(page(DETAILS, *headed)).person_spec
    assert group.essential == ("Typing", "Filing")


def test_text_after_a_second_print_stays_in_its_section() -> None:
    tasks = f"<h3>Job responsibilities</h3>{TASKS}"
    advert = read_text(page(DETAILS, tasks, tasks).replace("</main>", "Ask us anything.</main>"))
    assert advert.sections[-1].heading == "Job responsibilities"
    assert advert.sections[-1].text.endswith("Ask us anything.")


def test_a_print_where_no_content_stands_does_not_hide_the_other() -> None:
    hidden = f"<footer>{DETAILS}</footer>"
    assert read_text(page(hidden, DETAILS)).reference_number == "344-RM-26-V945"


def test_the_same_line_twice_in_one_list_is_no_second_print() -> None:
    line = '<p id="date_posted">20 January 2026</p>'
    texts = [block.text for block in read_html(page(line * 3))]
    assert texts.count("20 January 2026") == 3
