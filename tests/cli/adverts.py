"""Invented adverts as saved pages."""

NURSE = "C9999-26-0101"
MIDWIFE = "C9998-26-0202"
CLERK = "C9997-26-0303"


def page(
    slug: str = NURSE,
    title: str = "Staff Nurse, Teasel Ward",
    *,
    closing: str = "20 November 2026",
    band: str = "Band 5",
    specification: bool = True,
    extra: str = "",
) -> str:
    """Return the page of an advert on NHS Jobs."""
    return f"""\
<!DOCTYPE html>
<!-- saved from url=(0058)https://www.jobs.nhs.uk/candidate/jobadvert/{slug} -->
<html lang="en"><head><meta charset="utf-8"><title>Job Advert</title></head>
<body><main id="maincontent">
<p id="employer_name">Wyre and Teme NHS Foundation Trust</p>
<h1 id="heading">{title}</h1>
<p id="closing_date">The closing date is {closing}</p>
<h3>Job summary</h3>
<p id="job_overview">Teasel Ward looks after people who are getting over an operation. {extra}</p>
<h2>Details</h2>
<h3>Date posted</h3><p id="date_posted">02 November 2026</p>
<h3>Pay scheme</h3><p id="payscheme-type">Agenda for change</p>
<h3>Band</h3><p id="payscheme-band">{band}</p>
<h3>Salary</h3><p id="range_salary">£31,049 to £37,796 a year</p>
<h3>Contract</h3><p id="contract_type">Permanent</p>
<h3 id="working_pattern_heading">Working pattern</h3><p>Full-time, Part-time</p>
<h3>Reference number</h3><p id="job_reference_number">{slug}</p>
<h3>Job locations</h3>
<p id="employer_address_line_1">Teasel Hospital</p><p id="employer_town">Wyreham</p>
<p id="employer_postcode">XQ1 2AB</p>
{_SPECIFICATION if specification else ""}
<h2>Employer contact details</h2>
<p id="contact_details_job_title">Ward manager</p>
<p id="contact_details_name">Priya Northcott</p>
<p id="contact_details_email">priya.northcott@example.nhs.uk</p>
<p id="contact_details_number">01632 960123</p>
</main></body></html>
"""


_SPECIFICATION = """\
<h2>Person Specification</h2>
<h3 id="skill_category_0">Qualifications</h3>
<h4>Essential</h4>
<ul><li id="essential_skill_0_criteria_0">Registered nurse</li>
<li id="essential_skill_0_criteria_1">Evidence of study after registration</li></ul>
<h4>Desirable</h4>
<ul><li id="desirable_skill_0_criteria_0">Mentorship course</li></ul>
<h3 id="skill_category_1">Experience</h3>
<h4>Essential</h4>
<ul><li id="essential_skill_1_criteria_0">Six months on a surgical ward</li></ul>
"""

NOT_AN_ADVERT = "<html><body><h1>Shopping</h1><p>Bread, apples and a new kettle.</p></body></html>"
