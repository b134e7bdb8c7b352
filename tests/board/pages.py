"""The pages of the board: adverts as the site prints them, search results, the placeholder."""

import re
from collections.abc import Mapping, Sequence
from hashlib import sha256
from html import escape
from itertools import count
from secrets import token_hex

from tests.board.feed import matching
from tests.board.vacancies import Vacancy

PLACEHOLDER = """\
<!DOCTYPE html><html lang="en"><head><title>NHS Jobs</title></head><body>
<p>We've put some small files called cookies on your device to make our site work.</p>
<main id="maincontent"><h1>NHS Jobs</h1><p>Search for jobs in the NHS.</p></main></body></html>
"""
_PER_PAGE = 10
_COOKIE = re.compile(r"\bSESSION=(\w+)")
_numbers = count(1)


def session_of(cookie: str) -> tuple[str, str]:
    """Return the session a cookie names, or a new one, and the token that goes with it."""
    match = _COOKIE.search(cookie)
    session = match[1] if match else f"{next(_numbers)}x{token_hex(8)}"
    return session, sha256(session.encode()).hexdigest()[:32]


def etag(vacancy: Vacancy) -> str:
    """Return what changes when the advert's text does."""
    return f'"{sha256(repr(vacancy).encode()).hexdigest()[:16]}"'


def advert(vacancy: Vacancy, token: str) -> str:
    """Return an advert's page, its details and specification printed twice as on the site."""
    details, person = _details(vacancy), _specification() if vacancy.specification else ""
    responsibilities = (
        "<h2>Job description</h2><h3>Job responsibilities</h3>"
        '<p id="job_description_large" style="white-space: pre-line">You will plan your own work.\n'
        "\nYou will keep good records and teach those who are new.</p>"
    )
    return f"""\
<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Job Advert</title>
<link rel="canonical" href="https://www.jobs.nhs.uk/candidate/jobadvert/{vacancy.slug}"></head>
<body><div id="cookie-banner"><p>We've put some small files called cookies on your device to make
our site work.</p></div>
<main id="maincontent" class="nhsuk-main-wrapper">
<p><span id="employer_name">{escape(vacancy.employer)}</span></p>
<h1 id="heading">{escape(vacancy.title)}</h1>
<p id="closing_date">The closing date is {vacancy.closing:%d %B %Y}</p>
<a id="apply-now" href="/candidate/apply">Apply for this job</a>
<h3>Job summary</h3><p id="job_overview"><p>{escape(vacancy.description)}</p>
<h3>Main duties of the job</h3><p id="job_description"><ul><li>Look after people</li>
<li>Keep good records</li></ul>
<h3>About us</h3><p id="about_organisation"><p>We run two hospitals in the county.</p>
<div class="show-mobile">{details}</div>
{responsibilities}
<div class="show-mobile"><details><summary>Person Specification</summary>{person}</details></div>
<div class="hide-mobile">{person}</div>
<div id="dbs-container"><h3>Disclosure and Barring Service Check</h3>
<p>This post is subject to the Rehabilitation of Offenders Act.</p></div>
<h2>Employer details</h2><h3>Employer name</h3>
<p id="employer_name_details">{escape(vacancy.employer)}</p>
<p id="employer_address_line_1_a">Trust Headquarters</p><p id="employer_town_c">Otherham</p>
<p id="employer_postcode_e">XQ8 8AA</p>
<div id="contact_details"><h2>Employer contact details</h2>
<p id="contact_details_job_title">Ward manager</p>
<p id="contact_details_name">Priya Northcott</p>
<p id="contact_details_email">priya.northcott@example.nhs.uk</p>
<p id="contact_details_number">01632 960123</p></div>
<div class="hide-mobile">{details}</div>
{_documents(vacancy, token)}
</main></body></html>
"""


def _details(vacancy: Vacancy) -> str:
    town, _, postcode = vacancy.location.partition(", ")
    band = vacancy.band.replace("BAND_", "Band ").replace("CONSULTANT", "Consultant")
    return f"""\
<h2>Details</h2>
<h3>Date posted</h3><p id="date_posted">{_day(vacancy.posted)}</p>
<h3>Pay scheme</h3><p id="payscheme-type">Agenda for change</p>
{f'<h3>Band</h3><p id="payscheme-band">{band}</p>' if band else ""}
<h3>Salary</h3><p id="range_salary">£31,049 to £37,796 a year
per annum</p>
<h3>Contract</h3><p id="contract_type">{escape(vacancy.type)}</p>
<h3 id="working_pattern_heading">Working pattern</h3><p>{escape(vacancy.pattern)}</p>
<h3>Reference number</h3><p id="job_reference_number">{vacancy.number or vacancy.slug}</p>
<h3>Job locations</h3><p id="employer_address_line_1">Teasel Hospital</p>
<p id="employer_address_line_2"></p><p id="employer_town">{escape(town)}</p>
<p id="employer_county"></p><p id="employer_postcode">{postcode}</p>
"""


def _specification() -> str:
    return """\
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


def _documents(vacancy: Vacancy, token: str) -> str:
    if not vacancy.documents:
        return ""
    action = f"/candidate/jobadvert/{vacancy.slug}" + ("/getfile" if vacancy.getfile else "")
    forms = "".join(
        f'<form method="post" action="{action}"><input type="hidden" name="_csrf" value="{token}">'
        f'<input type="hidden" name="document" value="{number}">'
        f'<input type="submit" value="{escape(document.label)}"></form>'
        for number, document in enumerate(vacancy.documents, 1)
    )
    return f'<h3 id="supporting_documents_heading">Supporting documents</h3>{forms}'


def search(vacancies: Sequence[Vacancy], query: Mapping[str, str]) -> str:
    """Return a page of search results, ten cards of them."""
    found = matching(vacancies, query)
    page = int(query.get("page", "1"))
    cards = "".join(map(_card, found[(page - 1) * _PER_PAGE : page * _PER_PAGE]))
    more = page * _PER_PAGE < len(found)
    following = f'<a data-test="search-next-page" href="?page={page + 1}">Next</a>' if more else ""
    return f"""\
<!DOCTYPE html><html lang="en"><head><title>Search results</title></head><body>
<main id="maincontent"><h1>{len(found):,} jobs found</h1><ul>{cards}</ul>{following}</main>
</body></html>
"""


def _card(vacancy: Vacancy) -> str:
    facts = {
        "salary": vacancy.salary,
        "publicationDate": _day(vacancy.posted),
        "closingDate": f"{vacancy.closing.day} {vacancy.closing:%B %Y}",
        "jobType": vacancy.type,
        "workingPattern": vacancy.pattern,
    }
    items = "".join(
        f'<li data-test="search-result-{name}"><strong>{escape(value)}</strong></li>'
        for name, value in facts.items()
    )
    return f"""\
<li data-test="search-result"><a data-test="search-result-job-title"
href="/candidate/jobadvert/{vacancy.slug}?keyword=nurse">{escape(vacancy.title)}</a>
<div data-test="search-result-location"><h3>{escape(vacancy.employer)}
<div class="location-font-size">{escape(vacancy.location.replace(",", ""))}</div></div>
<ul>{items}</ul></li>
"""


def _day(stamp: str) -> str:
    year, month, day = stamp[:10].split("-")
    names = "January February March April May June July August September October November December"
    return f"{day} {names.split()[int(month) - 1]} {year}"
