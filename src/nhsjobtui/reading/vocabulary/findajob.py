"""DWP Find a job: findajob.dwp.gov.uk, closed in 2026, kept in saved pages."""

from nhsjobtui.reading.vocabulary.tables import Field, Part, Target, Vocabulary, key

_HEADINGS: dict[str, Part] = {
    "Job details": "details",
    "Summary": "section",
    "Related jobs": "aside",
    "Share this job": "aside",
    "Report this job": "aside",
}
_LABELS: dict[str, Field] = {
    "Posting date": "posted",
    "Salary": "salary",
    "Additional salary information": "salary_more",
    "Hours": "hours",
    "Closing date": "closing",
    "Location": "place",
    "Remote working": "other",
    "Company": "employer",
    "Job type": "contract",
    "Job reference": "number",
}
_IDS: dict[str, Target] = {"itemprop-description": ("section", "Summary")}

FIND_A_JOB = Vocabulary(
    board="findajob",
    spelt_headings=_HEADINGS,
    spelt_labels=_LABELS,
    ids=_IDS,
    telling=frozenset(
        map(
            key,
            (
                "Posting date",
                "Additional salary information",
                "Company",
                "Job type",
                "Job reference",
                "Summary",
                "Job details",
            ),
        )
    ),
    spelt_noise=("Menu", "Skip to main content", "Back to search results", "Back to top"),
    spelt_closers=(
        "Apply for this job",
        "Save to favourites",
        "Save job to favourites",
        "Print",
        "Print this job",
        "Report",
        "Report this job",
        "Share this job via email",
        "Share this job by email",
    ),
)
