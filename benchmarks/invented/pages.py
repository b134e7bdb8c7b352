"""Invented adverts as pages of NHS Jobs: about 73 KB with all its furniture, or dumped as text.

As on the board, the duties and the person specification are printed twice, once for phones, and
the wrappers of prose hold paragraphs, so that a parser finds them empty.
"""

from collections.abc import Iterator
from html import escape

from nhsjobtui.model.advert import Advert, Group

_ASIDE = "".join(
    f'<li class="nhsuk-header__navigation-item"><a class="nhsuk-header__navigation-link" '
    f'href="/candidate/page-{number}" data-track="nav-{number}">Help with applying, part {number}'
    '<svg class="nhsuk-icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M15.5 12a1 1 0 0 1-.29'
    ".71l-5 5a1 1 0 0 1-1.42-1.42l4.3-4.29-4.3-4.29a1 1 0 0 1 1.42-1.42l5 5a1 1 0 0 1 "
    '.29.71z"></path>'
    "</svg></a></li>\n"
    for number in range(36)
)
_SCRIPT = "".join(
    f"window.dataLayer=window.dataLayer||[];dataLayer.push({{'event':'step{number}','page':'advert'}});\n"
    for number in range(110)
)
_TOP = f"""<!DOCTYPE html>
<html lang="en" class="nhsuk-template">
<head>
<meta charset="utf-8">
<title>Job Advert</title>
<link rel="stylesheet" href="/css/nhsuk.css">
<script>{_SCRIPT}</script>
</head>
<body>
<div id="nhsuk-cookie-banner"><div class="nhsuk-width-container">
<h2>Cookies on the NHS Jobs website</h2>
<p>We've put some small files called cookies on your device to make our site work.</p>
<p>Let us know if this is OK. You can <a href="/cookies">read more about our cookies</a>.</p>
</div></div>
<a class="nhsuk-skip-link" href="#maincontent">Skip to main content</a>
<header class="nhsuk-header"><span>NHS Jobs</span> <nav><ul>{_ASIDE}</ul></nav></header>
<div class="nhsuk-width-container">
<main class="nhsuk-main-wrapper" id="maincontent" role="main">
<a class="nhsuk-back-link__link" href="/candidate/search/results">Go back</a>
"""
_BOTTOM = f"""</main></div>
<footer><h2 class="nhsuk-u-visually-hidden">Support links</h2><ul>{_ASIDE}</ul>
<p>© NHS Business Services Authority</p></footer>
<script>{_SCRIPT}</script>
</body></html>
"""
_DBS_HEADING = "Disclosure and Barring Service Check"
_DBS = "This post is subject to the Rehabilitation of Offenders Act (Exceptions Order) 1975."


def html_page(advert: Advert) -> bytes:
    """Return an advert as its page."""
    return "".join((_TOP, *_main(advert), _BOTTOM)).encode()


def text_page(advert: Advert) -> bytes:
    """Return an advert as a text extractor dumps its page."""
    return "\n\n".join(part for part in _dump(advert) if part).encode()


def _main(advert: Advert) -> Iterator[str]:
    texts = {section.heading: section.text for section in advert.sections}
    yield f'<p id="employer_name" class="nhsuk-caption-xl">{escape(advert.employer or "")}</p>\n'
    yield f'<h1 id="heading" class="nhsuk-heading-xl">{escape(advert.title or "")}</h1>\n'
    yield f'<p id="closing_date">The closing date is {advert.closing:%d %B %Y}</p>\n'
    for heading, name in (
        ("Job summary", "job_overview"),
        ("Main duties of the job", "job_description"),
        ("About us", "about_organisation"),
    ):
        yield f'<h3 class="nhsuk-heading-m">{heading}</h3>\n'
        yield f'<p id="{name}">{_html(texts[heading])}</p>\n'
    yield '<h2 class="nhsuk-heading-l">Details</h2>\n'
    for heading, name, value in _details(advert):
        yield f'<h3 class="nhsuk-heading-s">{heading}</h3>\n<p id="{name}">{escape(value)}</p>\n'
    duties = (
        '<h2 class="nhsuk-heading-l">Job description</h2>\n<h3>Job responsibilities</h3>\n'
        '<p id="job_description_large" style="white-space: pre-line;">'
        f"{escape(texts['Job responsibilities'])}</p>\n"
    )
    groups = "".join(_group(number, group) for number, group in enumerate(advert.person_spec))
    yield from _twice("Job description", duties)
    yield from _twice("Person Specification", f"<h2>Person Specification</h2>\n{groups}")
    yield f'<div id="dbs-container"><h3>{_DBS_HEADING}</h3>\n<p>{_DBS}</p></div>\n'
    yield "<h2>Employer details</h2>\n<h3>Employer name</h3>\n"
    yield f'<p id="employer_name_details">{escape(advert.employer or "")}</p>\n'
    contact = advert.contact
    yield '<div id="contact_details"><h3>For questions about the job, contact:</h3>\n'
    lines = (contact.job_title, contact.name, contact.email, contact.phone)
    for name, line in zip(("job_title", "name", "email", "number"), lines, strict=True):
        yield f'<p id="contact_details_{name}">{escape(line or "")}</p>\n'
    yield '</div>\n<h3 id="supporting_documents_heading">Supporting documents</h3>\n'
    for document in advert.documents:
        yield '<form method="post" action="getfile"><input type="hidden" name="_csrf" value="0">'
        yield '<input type="hidden" name="document" value="doc-0">'
        yield f'<input type="submit" value="{escape(document.name)} ({document.detail})"></form>\n'


def _details(advert: Advert) -> Iterator[tuple[str, str, str]]:
    place = advert.locations[0]
    yield "Date posted", "date_posted", f"{advert.posted:%d %B %Y}"
    yield "Pay scheme", "payscheme-type", advert.pay_scheme or ""
    yield "Band", "payscheme-band", advert.band or ""
    yield "Salary", "range_salary", advert.salary.text
    yield "Contract", "contract_type", advert.contract or ""
    yield "Working pattern", "working_pattern", ", ".join(advert.working_pattern)
    number = advert.reference_number or advert.slug or ""
    yield "Reference number", "job_reference_number", number
    yield "Job locations", "employer_address_line_1", "Invented Hospital"
    yield "", "employer_town", place.lines[0]
    yield "", "employer_postcode", place.postcode or ""


def _html(text: str) -> str:
    if text.startswith("• "):
        items = "".join(f"<li>{escape(line[2:])}</li>" for line in text.split("\n"))
        return f"<ul>{items}</ul>"
    return "\n".join(f"<p>{escape(part)}</p>" for part in text.split("\n\n"))


def _group(number: int, group: Group) -> str:
    parts = [f'<h3 id="skill_category_{number}" class="nhsuk-heading-m">{group.name}</h3>\n']
    for kind, lines in (("Essential", group.essential), ("Desirable", group.desirable)):
        start = f"{kind.lower()}_skill_{number}_criteria_"
        parts.append(f'<h4 class="nhsuk-heading-s">{kind}</h4>\n<ul class="nhsuk-list">\n')
        parts += [f'<li id="{start}{at}">{escape(line)}</li>\n' for at, line in enumerate(lines)]
        parts.append("</ul>\n")
    return "".join(parts)


def _twice(name: str, content: str) -> Iterator[str]:
    yield f'<div class="hide-mobile">\n{content}</div>\n'
    yield '<details class="nhsuk-details show-mobile"><summary class="nhsuk-details__summary">'
    yield f'<span class="nhsuk-details__summary-text">{name}</span></summary>\n'
    yield f'<div class="nhsuk-details__text">\n{content}</div></details>\n'


def _dump(advert: Advert) -> Iterator[str]:
    texts = {section.heading: section.text for section in advert.sections}
    duties = texts.pop("Job responsibilities").split("\n")
    yield advert.employer or ""
    yield advert.title or ""
    yield f"The closing date is {advert.closing:%d %B %Y}"
    for heading, text in texts.items():
        yield heading
        yield text
    yield "Details"
    for heading, _, value in _details(advert):
        yield heading
        yield value
    for _ in range(2):
        yield "Job description"
        yield "Job responsibilities"
        yield from duties
    for _ in range(2):
        yield "Person Specification"
        for group in advert.person_spec:
            yield group.name
            for kind, lines in (("Essential", group.essential), ("Desirable", group.desirable)):
                yield kind
                yield from (f"• {line}" for line in lines)
    yield _DBS_HEADING
    yield _DBS
    contact = advert.contact
    yield "Employer contact details"
    yield "For questions about the job, contact:"
    yield from (contact.job_title or "", contact.name or "", contact.email or "")
    yield contact.phone or ""
    yield "Supporting documents"
    yield from (f"{document.name} ({document.detail})" for document in advert.documents)
