from datetime import date

from nhsjobtui.model.advert import (
    Advert,
    Board,
    Contact,
    Document,
    Group,
    Location,
    Salary,
    Section,
)
from nhsjobtui.model.merge import differences, is_listing, merge

SLUG = "C9999-26-0101"
SPEC = (Group("Qualifications", ("Registered nurse", "Degree"), ("Mentorship",)),)
FULL = Advert(
    board="nhsjobs",
    slug=SLUG,
    reference_number="999-TEA0101-A",
    url=f"https://www.jobs.nhs.uk/candidate/jobadvert/{SLUG}",
    title="Staff Nurse",
    employer="Teme Trust",
    posted=date(2026, 11, 2),
    closing=date(2026, 11, 20),
    band="Band 5",
    salary=Salary("£31,049 to £37,796 a year", 31049, 37796, "year"),
    locations=(Location(("Wyreham",), "XQ1 2AB"),),
    sections=(
        Section("Job summary", "You nurse."),
        Section("About us", "Two hospitals."),
        Section("Job responsibilities", "Plan care.\n\nCarry it out."),
    ),
    person_spec=SPEC,
    contact=Contact(name="Priya Northcott", email="p.northcott@example.nhs.uk"),
    documents=(Document("Job description.pdf", "PDF, 10 KB"),),
)
LISTED = Advert(
    board="findajob",
    slug=SLUG,
    url="https://findajob.dwp.gov.uk/details/12345678",
    title="Staff Nurse",
    posted=date(2026, 11, 3),
    closing=date(2026, 11, 19),
    salary=Salary("£31,049.00 per year", 31049, 31049, "year"),
    sections=(Section("Summary", "Plan care. Carry it out."),),
)
FEED = Advert(
    board="findajob",
    reference_number="6658075/999-TEA0101-A",
    title="Staff Nurse",
    closing=date(2026, 12, 2),
    sections=(Section("Summary", "Plan care."),),
)


def headings(advert: Advert) -> list[str]:
    return [section.heading for section in advert.sections]


def test_the_same_page_again_changes_nothing() -> None:
    for advert in (FULL, LISTED, FEED, Advert()):
        assert merge(advert, advert) == advert


def test_a_later_page_of_the_board_replaces_what_it_says() -> None:
    edited = FULL._replace(
        title="Senior Nurse",
        closing=date(2026, 11, 27),
        sections=(Section("Job summary", "You lead."), *FULL.sections[1:]),
    )
    assert merge(FULL, edited) == edited


def test_what_a_later_copy_lost_is_kept() -> None:
    header_lost = Advert(board="nhsjobs", slug=SLUG, sections=FULL.sections[2:])
    assert merge(FULL, header_lost) == FULL
    assert merge(header_lost, FULL) == FULL


def test_an_empty_section_never_replaces_a_filled_one() -> None:
    emptied = FULL._replace(sections=tuple(s._replace(text="") for s in FULL.sections))
    assert merge(FULL, emptied) == FULL


def test_a_kept_section_stands_where_it_stood() -> None:
    later = FULL._replace(
        sections=(Section("Job summary", "New."), Section("Additional information", "A flat.")),
    )
    assert headings(merge(FULL, later)) == [
        "Job summary",
        "About us",
        "Job responsibilities",
        "Additional information",
    ]


def test_a_heading_used_twice_is_two_sections() -> None:
    twice = FULL._replace(sections=(Section("Notes", "One."), Section("Notes", "Two.")))
    assert merge(Advert(board="nhsjobs"), twice).sections == twice.sections
    later = twice._replace(sections=(Section("NOTES", "New."),))
    assert [s.text for s in merge(twice, later).sections] == ["New.", "Two."]


def test_find_a_job_adds_nothing_to_the_full_advert() -> None:
    assert merge(FULL, LISTED) == FULL
    assert differences(FULL, merge(FULL, LISTED)) == ()


def test_the_full_advert_takes_the_place_of_find_a_jobs() -> None:
    assert merge(LISTED, FULL) == FULL


def test_find_a_jobs_summary_stays_where_there_is_nothing_else() -> None:
    listing = FULL._replace(sections=(), person_spec=(), documents=())
    assert headings(merge(LISTED, listing)) == ["Summary"]
    assert headings(merge(merge(LISTED, listing), FULL)) == headings(FULL)
    without = FULL._replace(sections=FULL.sections[:2])
    assert headings(merge(without, LISTED)) == ["Summary", "Job summary", "About us"]


def test_find_a_job_fills_what_the_better_page_does_not_say() -> None:
    bare = FULL._replace(closing=None, posted=None, salary=Salary(), url=None)
    merged = merge(bare, LISTED)
    assert (merged.closing, merged.posted, merged.salary) == (
        LISTED.closing,
        LISTED.posted,
        LISTED.salary,
    )
    assert merged.board == "nhsjobs"


def test_the_closing_date_is_that_of_the_newest_page_of_the_best_board() -> None:
    moved = FULL._replace(closing=date(2026, 11, 27))
    assert merge(merge(FULL, LISTED), moved).closing == moved.closing
    assert merge(moved, LISTED._replace(closing=date(2026, 12, 31))).closing == moved.closing
    assert merge(LISTED, FULL).closing == FULL.closing


def test_a_search_result_moves_the_closing_date_and_overwrites_nothing_else() -> None:
    found = Advert(
        board="nhsjobs",
        slug=SLUG,
        title="Staff Nur",
        closing=date(2026, 11, 27),
        salary=Salary("£31049.00 to £37796.00", 31049, 37796, None),
    )
    assert merge(FULL, found) == FULL._replace(closing=date(2026, 11, 27))
    assert is_listing(found)
    assert not is_listing(FULL)


def test_tracs_feed_never_sets_the_deadline_of_a_known_advert() -> None:
    assert merge(FULL, FEED).closing == FULL.closing
    assert merge(FEED, FULL).closing == FULL.closing
    assert merge(FULL._replace(closing=None), FEED).closing is None
    assert merge(FEED, FULL._replace(closing=None)).closing is None
    assert merge(FEED, FEED).closing == FEED.closing
    assert merge(FEED, LISTED).closing == LISTED.closing


def test_a_time_belongs_to_its_date() -> None:
    timed = FULL._replace(closing_time="12:00")
    assert merge(timed, FULL).closing_time == "12:00"
    assert merge(FULL, timed).closing_time == "12:00"
    assert merge(timed, FULL._replace(closing=date(2026, 11, 27))).closing_time is None


def test_closed_is_what_the_newest_full_page_of_the_best_board_says() -> None:
    closed = FULL._replace(closed=True)
    assert merge(FULL, closed).closed
    assert not merge(closed, FULL).closed
    assert merge(closed, LISTED).closed
    assert not merge(FULL, LISTED._replace(closed=True)).closed
    found = Advert(board="nhsjobs", slug=SLUG, closing=FULL.closing)
    assert merge(closed, found).closed
    assert not merge(closed, found._replace(closing=date(2026, 12, 1))).closed


def test_a_page_of_no_known_board_fills_gaps_only() -> None:
    pasted = FULL._replace(board="unknown", title="Nurse", contract="Permanent")
    assert merge(FULL, pasted) == FULL._replace(contract="Permanent")
    assert merge(pasted, LISTED).title == LISTED.title


def test_trac_and_nhs_jobs_are_equals_and_nhs_jobs_gives_the_address() -> None:
    trac = FULL._replace(
        board="trac", slug=None, url="https://www.healthjobsuk.com/a-v1", title="Nurse (Trac)"
    )
    for merged in (merge(FULL, trac), merge(trac, FULL)):
        assert (merged.board, merged.slug, merged.url) == ("nhsjobs", SLUG, FULL.url)
    assert merge(FULL, trac).title == "Nurse (Trac)"
    assert merge(trac, FULL).title == "Staff Nurse"


def test_sections_that_the_boards_name_differently_are_not_doubled() -> None:
    trac = Advert(
        board="trac",
        sections=(
            Section("Job overview", "You nurse."),
            Section("Working for our organisation", "Three hospitals."),
            Section("Detailed job description and main responsibilities", "Plan care."),
        ),
    )
    assert merge(FULL, trac).sections == trac.sections
    assert merge(trac, FULL).sections == FULL.sections
    assert differences(FULL, merge(FULL, trac)) == (
        "Working for our organisation",
        "Detailed job description and main responsibilities",
    )
    assert headings(merge(trac, LISTED)) == headings(trac)


def test_a_specification_that_lost_criteria_does_not_replace_the_whole_one() -> None:
    part = (Group("qualifications:", ("Registered nurse.",)),)
    assert merge(FULL, FULL._replace(person_spec=part)).person_spec == SPEC
    other = (Group("Qualifications", ("Registered nurse", "Driving licence")),)
    assert merge(FULL, FULL._replace(person_spec=other)).person_spec == other


def test_the_whole_slug_outlives_one_that_was_cut_off() -> None:
    whole = "C9999-26-LONG-POST-01-A"
    long = LISTED._replace(slug=whole)
    cut = LISTED._replace(slug=whole[:21])
    assert merge(long, cut).slug == merge(cut, long).slug == whole


def test_a_warning_goes_when_the_other_page_made_up_for_it() -> None:
    cut = FULL._replace(person_spec=(), warnings=("The specification is missing.",))
    assert merge(Advert(board="nhsjobs", slug=SLUG), cut).warnings == cut.warnings
    assert merge(FULL, cut).warnings == ()
    assert merge(cut, FULL).warnings == ()
    assert merge(cut, cut).warnings == cut.warnings


def test_a_contact_is_taken_whole() -> None:
    other = FULL._replace(contact=Contact(job_title="Matron"))
    assert merge(FULL, other).contact == Contact(job_title="Matron")


def test_a_merge_keeps_every_section_and_never_empties_a_field() -> None:
    boards: tuple[Board, ...] = ("nhsjobs", "findajob", "trac", "unknown")
    for first in boards:
        for second in boards:
            one = FULL._replace(board=first)
            two = Advert(board=second, slug=SLUG, sections=(Section("Extra", "More."),))
            for merged in (merge(one, two), merge(two, one)):
                assert set(headings(merged)) == {*headings(FULL), "Extra"}
                assert merged.person_spec == SPEC
                assert merged.title == FULL.title


def test_differences_are_said_in_words() -> None:
    changed = FULL._replace(
        closing=date(2026, 12, 1),
        working_pattern=("Part-time",),
        person_spec=(),
        contact=Contact(),
        closed=True,
        sections=(Section("About us", "Three hospitals."), Section("", "Loose text.")),
        warnings=("The end is missing.",),
    )
    assert differences(FULL, changed) == (
        "closing date",
        "working pattern",
        "person specification",
        "contact",
        "now closed",
        "About us",
        "text",
        "Job summary",
        "Job responsibilities",
    )
    assert differences(changed, FULL)[4] == "open again"
    assert differences(FULL, FULL._replace(warnings=("x",))) == ()
