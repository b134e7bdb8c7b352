"""Together the samples show what adverts are like."""

from nhsjobtui.model.advert import Advert
from tests.samples.pages import TODAY, TWINS, day, read, sources

BANDS = ("2", "3", "4", "5", "6", "7", "8a", "8b", "8c", "8d", "9")


def adverts() -> dict[str, Advert]:
    """Return one advert a vacancy."""
    return {name: read(name) for name in sources() if name != TWINS[1]}


def test_there_are_enough_to_fill_a_list() -> None:
    assert 24 <= len(adverts()) <= 32


def test_every_band_from_2_to_9_is_there() -> None:
    assert {f"Band {band}" for band in BANDS} <= {advert.band for advert in adverts().values()}


def test_pay_is_by_the_year_the_hour_and_the_session_and_once_unsaid() -> None:
    assert {advert.salary.per for advert in adverts().values()} == {
        "year",
        "hour",
        "session",
        None,
    }


def test_contracts_are_of_several_kinds_and_some_have_a_duration() -> None:
    kinds = {advert.contract for advert in adverts().values()}
    assert {"Permanent", "Fixed term", "Bank", "Apprenticeship", "Secondment"} <= kinds
    assert any(advert.duration for advert in adverts().values())


def test_doctors_and_practices_have_their_own_pay_schemes() -> None:
    schemes = {advert.pay_scheme for advert in adverts().values()}
    assert {"Agenda for change", "Hospital medical and dental staff", "Other"} <= schemes
    assert {"Consultant", "Specialty Doctor"} <= {advert.band for advert in adverts().values()}


def test_pages_come_from_three_boards_as_html_and_as_text() -> None:
    boards = [(read(name).board, name.rpartition(".")[2]) for name in sources()]
    assert boards.count(("nhsjobs", "html")) >= 6
    assert boards.count(("findajob", "txt")) == 2
    assert {("nhsjobs", "txt"), ("trac", "html"), ("trac", "txt")} <= set(boards)


def test_one_vacancy_is_there_from_two_boards() -> None:
    first, second = map(read, TWINS)
    assert first.slug == second.slug is not None
    assert {first.board, second.board} == {"nhsjobs", "findajob"}


def test_closing_dates_run_from_three_weeks_ago_to_four_weeks_ahead() -> None:
    closing = {advert.closing for advert in adverts().values() if advert.closing}
    assert {TODAY, day(1), day(2)} <= closing
    assert min(closing) == day(-20)
    assert max(closing) == day(28)


def test_one_page_says_that_it_is_closed() -> None:
    assert [advert.closing for advert in adverts().values() if advert.closed] == [None]


def test_adverts_were_posted_in_the_last_weeks() -> None:
    posted = [advert.posted for advert in adverts().values() if advert.posted]
    assert min(posted) >= day(-25)
    assert max(posted) <= day(-5)


def test_specifications_are_of_every_size() -> None:
    sizes = {name: len(list(advert.criteria())) for name, advert in adverts().items()}
    assert max(sizes.values()) == 40
    assert sizes["head-of-financial-management.txt"] == 0
    assert sum(size >= 8 for size in sizes.values()) > 15


def test_one_specification_has_only_essentials_and_one_has_no_classes() -> None:
    ward_clerk, receptionist = map(
        read, ("ward-clerk-internal.txt", "receptionist-millpond-surgery.txt")
    )
    assert len(ward_clerk.person_spec) == 3
    assert not any(group.desirable for group in ward_clerk.person_spec)
    assert [len(group.essential) for group in receptionist.person_spec] == [6]


def test_one_is_for_people_already_employed_there() -> None:
    assert any("Internal Applicants Only" in (a.title or "") for a in adverts().values())


def test_several_are_worked_in_more_than_one_place() -> None:
    assert sum(len(advert.locations) > 1 for advert in adverts().values()) >= 3


def test_one_is_in_welsh_and_english() -> None:
    welsh = read("dietitian-bilingual.txt")
    text = " ".join(section.text for section in welsh.sections)
    assert "chŵn o bob maint / Home visits" in text
    assert any("Tŷ" in line for line in sources()["dietitian-bilingual.txt"].splitlines())


def test_one_is_full_of_text_that_must_stay_plain_words() -> None:
    analyst = read("digital-systems-analyst.txt")
    text = " ".join(section.text for section in analyst.sections)
    for words in (
        "[red]",
        "[/b]",
        "[@click=app.quit]quit[/]",
        "“Dear <name> & family”",
        "100% of 0",
    ):
        assert words in text
    assert any("[b]something like it[/b]" in text for _, _, text in analyst.criteria())


def test_the_blemishes_of_real_pages_are_kept() -> None:
    everything = "\n".join(sources().values())
    for blemish in ("<1500g", "< 48 hours", "**Internal Applicants Only**", "[AfC]", "roads.We"):
        assert blemish in everything
