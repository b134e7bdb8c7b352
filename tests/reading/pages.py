"""Invented adverts, written out the way pages and text extractors write them."""

EMPLOYER = "Example Vale NHS Trust"

TOP = f"""{EMPLOYER}

Ward Clerk

The closing date is 02 February 2026

"""
BODY = """Job summary

Come and work with us on a busy ward.

Main duties of the job

  • Answer the telephone
  • File the notes

About us

We run two hospitals.

"""
DETAILS = """Details

Date posted

20 January 2026

Pay scheme

Agenda for change

Band

Band 3

Salary

£24,937 to £26,598 a year

Contract

Permanent

Working pattern

Full-time, Part-time

Reference number

C9344-26-1459

Job locations

Example Infirmary

High Street

Exampleton

LS1 3EX


"""
RESPONSIBILITIES = """Job description

Job responsibilities

You will help the whole team.

"""
CHECKS = """Disclosure and Barring Service Check

This post is subject to the Rehabilitation of Offenders Act.

"""
ENDING = f"""Employer details

Employer name

{EMPLOYER}

Address

Trust Headquarters

Hill Road

LS2 1AA


Employer's website

https://www.example.nhs.uk/ (Opens in a new tab)


Employer contact details

For questions about the job, contact:

Ward Manager

Ada Example

ada@example.nhs.uk

01632 960123

Supporting documents

JD and PS.doc (DOC, 668 KB)

Privacy notice

Example Vale NHS Trust's privacy notice (opens in a new tab)
"""
SPECIFICATION = """Person Specification

Qualifications

Essential

  • GCSE English

Desirable

  • NVQ level 2

"""
HEADINGS = [
    "Job summary",
    "Main duties of the job",
    "About us",
    "Job responsibilities",
    "Disclosure and Barring Service Check",
]


def nhs_text(specification: str = SPECIFICATION) -> str:
    """Return a text dump of an NHS Jobs page."""
    return TOP + BODY + DETAILS + RESPONSIBILITIES + specification + CHECKS + ENDING


def with_specification(lines: str) -> str:
    """Return a text dump whose person specification is these lines."""
    return nhs_text(f"Person Specification\n\n{lines}\n")


def without_empty_lines(text: str) -> str:
    """Return the dump as an extractor gives it that leaves no empty lines."""
    return "\n".join(line for line in text.splitlines() if line.strip())


def nhs_html(head: str = "", more: str = "") -> str:
    """Return an NHS Jobs page: details and specification twice, prose wrappers that end early."""
    details = """<h2>Details</h2>
<h3>Date posted</h3><p id="date_posted">20 January 2026</p>
<h3>Pay scheme</h3><p id="payscheme-type">Agenda for change</p>
<h3>Band</h3><p id="payscheme-band">Band 3</p>
<h3>Salary</h3><p id="range_salary">&pound;24,937 to &pound;26,598 a year
   per annum, pro rata</p>
<h3>Contract</h3><p id="contract_type">Fixed term</p>
<h3>Duration</h3><p id="contract_duration">12 months</p>
<h3 id="working_pattern_heading">Working pattern</h3><p>Full-time, Part-time</p>
<h3>Reference number</h3><p id="trac-job-reference">344-RM-26-V945</p>
<h3>Job locations</h3>
<p id="employer_address_line_1">Example Infirmary</p><p id="employer_address_line_2"></p>
<p id="employer_town">Exampleton</p><p id="employer_county"></p>
<p id="employer_postcode">LS13EX</p>
<p id="employer_address_line_1_1">Other House</p><p id="employer_town_1">Othertown</p>
<p id="employer_postcode_1">LS2 9AA</p>"""
    prose = """<h2>Job description</h2><h3>Job responsibilities</h3>
<p id="job_description_large" style="white-space: pre-line">You will help.
Babies &lt;1500g are seen < 48 hours.<p>Every day.</p><ul><li>Write it down</li></ul>"""
    specification = """<h2>Person Specification</h2><h3 id="skill_category_1">Skills &amp; care</h3>
<h4>Essential</h4><ul><li id="essential_skill_1_criteria_1">5 GCSEs at grade C (A/I)</li>
<li id="essential_skill_1_criteria_2">Typing is <b>essential</b> here</li></ul>
<h4>Desirable</h4><ul><li id="desirable_skill_1_criteria_1">Typing is essential here</li></ul>"""
    return f"""<!DOCTYPE html><html><head><title>x</title>{head}
<script>var a="<h1>no</h1>";</script></head><body>
<nav><a href="/">Menu</a></nav><div id="nhsuk-cookie-banner"><h2>Cookies</h2>
<p>We've put some small files called cookies on your device.</p></div>
<main id="maincontent"><span id="employer_name">{EMPLOYER}</span>
<h1 id="heading">
   Ward  Clerk &amp; Receptionist **Internal Applicants Only**</h1>
<p id="closing_date"><strong>The closing date is 02 February 2026</strong></p>
<a id="apply-now" href="/candidate/apply">Apply for this job</a>
<h3>Job summary</h3><p id="job_overview"><p>Come and work with us.</p><p>Soon.</p>
<h3>Main duties of the job</h3><p id="job_description">You will:<ul><li>Answer</li></ul>
<h3>About us</h3><p id="about_organisation">Kind people.<p>Two hospitals.</p>
<div class="show-mobile">{details}<details><summary>Job description</summary>{prose}</details>
<details><summary>Person Specification</summary>{specification}</details></div>
<div class="hide-mobile">{prose}{specification}</div>
<div id="dbs-container"><h3>Disclosure and Barring Service Check</h3><p>A check.</p></div>
<h3 id="tier-two-sponsorship">Certificate of Sponsorship</h3><p>Applications are welcome
   (Opens in a new tab).</p>
<h2>Employer details</h2><h3>Employer name</h3><p id="employer_name_details">{EMPLOYER}</p>
<h3>Address</h3><p id="employer_address_line_1_a">Headquarters</p><p id="employer_town_c">Far</p>
<p id="employer_postcode_e">ZE1 0AA</p>
<a id="employer_website_url_link" href="https://x.example/">https://x.example/</a>
<h2>Employer contact details</h2><div id="contact_details"><p>For questions, contact:</p>
<p id="contact_details_job_title">Ward Manager</p><p id="contact_details_name">Ada Example</p>
<p id="contact_details_email"><a href="mailto:a@example.nhs.uk">a@example.nhs.uk</a></p>
<p id="contact_details_number">01632 960123</p></div>
<div class="hide-mobile">{details}</div>
<h3 id="supporting_documents_heading">Supporting documents</h3>
<form method="post" action="/candidate/jobadvert/C9344-26-0265/getfile">
<input type="hidden" name="_csrf" value="t"><input type="hidden" name="document" value="7">
<input type="submit" value="JD and PS.doc (DOC, 668 KB)"></form>{more}</main>
<footer><h2>Support links</h2></footer></body></html>"""


FIND_A_JOB = """Menu

Porter  [Bank]

Job details
Posting date: 06 February 2026
Salary: £11,000.00 per hour
Additional salary information: £11000.00 a session
Hours: Full time
Closing date: 20 February 2026
Location: Exampleton, L143LB
Company: NHS Jobs
Job type: Permanent
Job reference: C9287-26-0195

Apply for this job

Summary

You will push beds. Salary: fair. About us we are kind. Essential: a strong back.

Apply for this job
"""

TRAC = f"""Skip to main content
Please wait, loading
{EMPLOYER}
Staff Nurse
Job summary
Grade
NHS AfC: Band 5
Contract
Fixed term: 12 months (maternity cover)
Hours
Full time - 37.5 hours per week
Job ref
418-DTO0716-KA
Employer
{EMPLOYER}
Employer type
NHS
Site
Example Infirmary
Town
Exampleton
Salary
£31,049 - £37,796
Salary period
Yearly
Closing
11/03/2026 23:59
Job overview
A good job.
Main duties of the job
Work.
Working for our organisation
We are near the sea.
Detailed job description and main responsibilities
All of it.
Person specification
Qualifications
Essential criteria
- Registered nurse
Desirable criteria
- Mentorship
Documents to download
Job Description (PDF, 300KB)
Further details / informal visits contact
Name
Ada Example
Job title
Ward Manager
Email address
ada@example.nhs.uk
Telephone number
01632 960111
"""

TRAC_HTML = """<html><head>
<link rel="canonical" href="https://www.healthjobsuk.com/job/UK/X/Y/Z-v6658075?_ts=1"></head><body>
<div class="hj-job-title"><h1>Staff Nurse</h1></div>
<section id="hj-job-summary"><h2>Job summary</h2><dl><dt>Employer</dt><dd>Example Vale</dd>
<dt>Site</dt><dd>Infirmary</dd><dt>Town</dt><dd>Exampleton</dd><dt>Salary</dt>
<dd>£31,049 - £37,796 per annum</dd><dt>Closing</dt><dd>11/03/2026 23:59</dd></dl>
<dl><dt>Grade</dt><dd>Band 5</dd><dt>Contract</dt><dd>Permanent</dd><dt>Hours</dt>
<dd>Part time</dd><dt>Job ref</dt><dd>418-DTO0716-KA</dd></dl></section>
<section id="hj-job-advert-overview"><h2>Job overview</h2><p>Good.</p></section>
<section id="hj-job-description"><h2>Detailed job description and main responsibilities</h2>
<ul><li>All of it</li></ul></section>
<section id="hj-job-role-requirement"><h3>Person specification</h3><h4>Skills</h4>
<h5>Essential criteria</h5><ul><li>Kindness</li></ul><h5>Desirable criteria</h5>
<ul><li>Welsh</li></ul></section><ul><li>Pension</li></ul></body></html>"""
