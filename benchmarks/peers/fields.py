"""Where an NHS Jobs page has its fields, for the peers that only fetch them."""

IDS = (
    "heading", "employer_name", "closing_date", "date_posted", "payscheme-type", "payscheme-band",
    "range_salary", "fixed_salary", "negotiable_salary", "contract_type", "contract_duration",
    "working_pattern", "working_pattern_heading", "trac-job-reference", "job_reference_number",
    "employer_address_line_1", "employer_address_line_2", "employer_address_line_3",
    "employer_town", "employer_county", "employer_postcode", "employer_country",
    "job_description_large", "dbs-container", "tier-two-sponsorship", "uk-registration",
    "employer_name_details", "employer_website_url_link", "contact_details_job_title",
    "contact_details_name", "contact_details_email", "contact_details_number",
)  # fmt: skip
PROSE = ("job_overview", "job_description", "about_organisation")
"""Wrappers that a parser finds empty: their text is in what follows, up to the next heading."""
HEADINGS = ("h2", "h3")
GROUPS = '[id^="skill_category_"]'
CRITERIA = 'li[id*="_skill_"]'
DOCUMENTS = 'form input[type="submit"]'
