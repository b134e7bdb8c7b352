"""Trac: healthjobsuk.com, trac.jobs and the trusts' own pages on it."""

from nhsjobtui.reading.vocabulary.tables import Field, Part, Target, Vocabulary, key

_HEADINGS: dict[str, Part] = {
    "Job summary": "details",
    "Job overview": "section",
    "Advert": "frame",
    "Main duties of the job": "section",
    "Working for our organisation": "section",
    "Detailed job description and main responsibilities": "section",
    "Person specification": "specification",
    "Applicant requirements": "section",
    "Disclosure and Barring Service Check": "section",
    "Certificate of Sponsorship": "section",
    "UK Registration": "section",
    "Employer certification / accreditation badges": "aside",
    "Documents": "documents",
    "Documents to download": "documents",
    "Supporting documents": "documents",
    "Further details / informal visits contact": "contact",
    "Additional information": "frame",
    "Apply online now": "aside",
    "Share this vacancy": "aside",
    "Share this job": "aside",
    "Privacy notice": "aside",
}
_LABELS: dict[str, Field] = {
    "Main area": "other",
    "Specialty": "other",
    "Employer": "employer",
    "Employer type": "other",
    "Site": "site",
    "Town": "town",
    "Department": "other",
    "Salary": "salary",
    "Salary period": "salary_unit",
    "Closing": "closing",
    "Closing date": "closing",
    "Interview date": "other",
    "Grade": "grade",
    "Contract": "contract",
    "Hours": "pattern",
    "Job ref": "number",
    "Job reference": "number",
    "Posted": "posted",
    "Date posted": "posted",
}
_IDS: dict[str, Target] = {
    "hj-job-title": ("field", "title"),
    "hj-job-summary": ("part", "details"),
    "hj-job-advert-overview": ("section", "Job overview"),
    "hj-job-advert-description": ("section", "Main duties of the job"),
    "hj-job-advert-organisation": ("section", "Working for our organisation"),
    "hj-job-description": (
        "section",
        "Detailed job description and main responsibilities",
    ),
    "hj-job-role-requirement": ("part", "specification"),
}

TRAC = Vocabulary(
    board="trac",
    spelt_headings=_HEADINGS,
    spelt_labels=_LABELS,
    ids=_IDS,
    telling=frozenset(
        map(
            key,
            (
                "Job overview",
                "Working for our organisation",
                "Detailed job description and main responsibilities",
                "Employer type",
                "Site",
                "Town",
                "Closing",
                "Job ref",
                "Salary period",
            ),
        )
    ),
    order=tuple(
        map(key, ("Job overview", "Main duties of the job", "Working for our organisation"))
    ),
    spelt_noise=(
        "Skip to main content",
        "Please wait, loading",
        "Please wait, loading...",
        "Apply online now",
        "Apply now",
        "Back to top",
        "Back to search results",
    ),
)
