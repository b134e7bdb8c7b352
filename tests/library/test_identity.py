import pytest

from nhsjobtui.errors import InputError
from nhsjobtui.library import Library
from nhsjobtui.library.names import names_of
from nhsjobtui.model.advert import Advert, Section
from tests.library.adverts import ADDRESS, NUMBER, NURSE, SLUG, put

FIND_A_JOB = "https://findajob.dwp.gov.uk/details/12345678"
TRAC = "https://www.healthjobsuk.com/job/UK/Wyreham/Teme/Nursing/Nursing-v6658075"
CUT = "C9999-26-LONG-POST-01"  # 21 characters, as Find a job cuts
LONG = "C9999-26-LONG-POST-01-A"

LISTED = Advert(
    board="findajob",
    slug=SLUG,
    url=FIND_A_JOB,
    title="Staff Nurse, Teasel Ward",
    sections=(Section("Summary", "Assess, plan, carry out and evaluate nursing care."),),
)


def keys(advert: Advert) -> set[tuple[str, str]]:
    return {(name.kind, name.key.split("\x1f")[0]) for name in names_of(advert)}


def test_an_advert_goes_by_its_slug_its_number_and_its_address() -> None:
    assert keys(NURSE) == {("slug", SLUG.casefold()), ("number", NUMBER.casefold())}
    assert keys(Advert(url=f"{ADDRESS}?keyword=ward&slug=C1111-26-0001")) == {
        ("slug", SLUG.casefold())
    }
    assert keys(Advert(url=TRAC)) == {("trac", "6658075")}
    assert keys(LISTED) == {("slug", SLUG.casefold()), ("findajob", "12345678")}


def test_a_reference_number_shaped_like_a_slug_is_a_slug() -> None:
    assert keys(Advert(reference_number=" c9999-26-0101 ")) == {("slug", SLUG.casefold())}


def test_the_reference_of_tracs_feed_names_the_vacancy_and_its_number() -> None:
    assert keys(Advert(reference_number="6658075/372-SURG1848-A")) == {
        ("trac", "6658075"),
        ("number", "372-surg1848-a"),
    }


def test_a_title_is_no_name() -> None:
    assert names_of(Advert(title="Staff Nurse", employer="Teme Trust")) == ()


@pytest.mark.parametrize(
    "other",
    [
        NURSE._replace(slug=None, url=None, reference_number=SLUG.lower()),
        NURSE._replace(slug=None, url=None),
        NURSE._replace(slug=None, reference_number=None),
        NURSE._replace(slug=None, url=None, reference_number=f"6658075/{NUMBER}"),
        NURSE._replace(slug=SLUG.lower(), title="Quite another title"),
        LISTED,
    ],
)
def test_a_page_that_shares_a_reference_is_the_same_advert(
    library: Library, nurse: int, other: Advert
) -> None:
    assert put(library, other).advert_id == nurse
    assert library.count() == 1


@pytest.mark.parametrize(
    "other",
    [
        NURSE._replace(slug="C9999-26-0102", reference_number="999-TEA0102-A", url=None),
        NURSE._replace(slug=None, reference_number=None, url=None),
    ],
)
def test_pages_alike_in_all_but_the_references_are_two_adverts(
    library: Library, nurse: int, other: Advert
) -> None:
    assert put(library, other).advert_id != nurse


def test_tracs_own_page_meets_its_feed_by_the_vacancys_number(library: Library) -> None:
    page = Advert(board="trac", url=TRAC, title="Surgeon", employer="Teme Trust")
    feed = Advert(board="findajob", reference_number="6658075/372-SURG1848-A", title="Surgeon")
    first = put(library, page)
    assert put(library, feed).advert_id == first.advert_id
    assert library.find("372-surg1848-a") == first.advert_id


def test_a_number_of_no_known_shape_counts_with_the_employer_only(library: Library) -> None:
    first = put(library, Advert(reference_number="001", employer="Teme Trust", title="Cook"))
    again = Advert(reference_number="001", employer="TEME  trust", title="Cook, nights")
    other = Advert(reference_number="001", employer="Wyre Trust", title="Cook")
    unknown = Advert(reference_number="001", title="Cook")
    assert put(library, again).advert_id == first.advert_id
    assert (
        len({first.advert_id, put(library, other).advert_id, put(library, unknown).advert_id}) == 3
    )


def test_a_number_used_again_and_again_does_not_join_two_slugs(library: Library) -> None:
    first = NURSE._replace(reference_number="001", url=None)
    second = first._replace(slug="C9999-26-0999")
    assert put(library, first).advert_id != put(library, second).advert_id


def test_one_number_of_two_employers_does_not_join_two_slugs(library: Library) -> None:
    first = put(library, NURSE._replace(reference_number="123-45"))
    again = NURSE._replace(reference_number="123-45", slug="C9999-26-0999", url=None)
    other = again._replace(employer="Teme Trust")
    assert put(library, other).advert_id != first.advert_id
    assert put(library, again).advert_id == first.advert_id


def test_a_slug_that_find_a_job_cut_off_means_the_longer_one(library: Library) -> None:
    whole = put(library, NURSE._replace(slug=LONG, url=None))
    cut = put(library, LISTED._replace(slug=CUT))
    assert cut.advert_id == whole.advert_id
    assert library.entry(whole.advert_id).advert.slug == LONG
    assert library.find(CUT) == library.find(LONG) == whole.advert_id


def test_the_longer_slug_may_come_later(library: Library) -> None:
    cut = put(library, LISTED._replace(slug=CUT))
    whole = put(library, NURSE._replace(slug=LONG, url=None))
    assert whole.advert_id == cut.advert_id
    assert whole.ref == LONG


def test_a_cut_slug_that_fits_two_adverts_joins_none(library: Library) -> None:
    first = put(library, NURSE._replace(slug=LONG, url=None, reference_number=None))
    second = put(library, NURSE._replace(slug=f"{CUT}-B", url=None, reference_number=None))
    cut = put(library, LISTED._replace(slug=CUT))
    assert len({first.advert_id, second.advert_id, cut.advert_id}) == 3


def test_a_second_longer_slug_is_another_advert(library: Library) -> None:
    first = put(library, NURSE._replace(slug=LONG, url=None, reference_number=None))
    put(library, LISTED._replace(slug=CUT))
    second = put(library, NURSE._replace(slug=f"{CUT}-B", url=None, reference_number=None))
    assert second.advert_id != first.advert_id


def test_a_slug_of_the_same_length_on_nhs_jobs_is_whole(library: Library) -> None:
    first = put(library, NURSE._replace(slug=CUT, url=None, reference_number=None))
    second = put(library, NURSE._replace(slug=LONG, url=None, reference_number=None))
    assert first.advert_id != second.advert_id


def test_an_advert_without_any_reference_is_known_by_its_words(library: Library) -> None:
    text = Advert(title="Cook", sections=(Section("Job summary", "You cook."),))
    first = put(library, text)
    assert put(library, text, "again.txt").outcome == "same"
    assert library.add(text, b"other bytes", "again.txt").outcome == "same"
    assert put(library, text._replace(title="Chef")).advert_id != first.advert_id
    assert first.ref == f"local-{first.advert_id}"
    assert library.find(first.ref.upper()) == first.advert_id


@pytest.mark.parametrize(
    "ref",
    [
        SLUG,
        f"  {SLUG.lower()} ",
        NUMBER,
        NUMBER.lower(),
        f"6658075/{NUMBER}",
        ADDRESS,
        f"{ADDRESS}?keyword=C1111-26-0001",
        ADDRESS.replace("https://www.", "beta."),
        f"jobs.nhs.uk/candidate/jobadvert/{SLUG.lower()}",
    ],
)
def test_an_advert_is_found_by_any_of_its_names(library: Library, nurse: int, ref: str) -> None:
    assert library.find(ref) == nurse


def test_an_address_on_another_board_finds_it_too(library: Library, nurse: int) -> None:
    put(library, LISTED)
    assert library.find(FIND_A_JOB) == library.find("12345678") == nurse


@pytest.mark.parametrize(
    ("ref", "message", "hint"),
    [
        ("", "No reference was given.", "Give a slug, a reference number or an address."),
        ("\x00", "No reference was given.", "Give a slug, a reference number or an address."),
        ("C9999-26-01", "No advert “C9999-26-01” is in the library.", f"Did you mean {SLUG}?"),
        ("nurse", "No advert “nurse” is in the library.", "“nhsjobtui list” shows what is there."),
        ("local-1", "No advert “local-1” is in the library.", ""),
        ("local-99999999999999999999", "No advert “local-99999999999999999999” is in", ""),
        ("local-²", "No advert “local-²” is in the library.", ""),
        ("\udcff\x1b[31mred", "No advert “�red” is in the library.", ""),
        ("https://example.org/jobs/1", "is not the address of an advert.", "/candidate/jobadvert/"),
        (
            "https://www.jobs.nhs.uk/candidate/jobadvert/C1111-26-0001",
            "is in the library.",
            "",
        ),
    ],
)
def test_an_unknown_reference_is_said_with_a_hint(
    library: Library, nurse: int, ref: str, message: str, hint: str
) -> None:
    with pytest.raises(InputError) as failure:
        library.find(ref)
    assert message in failure.value.message
    assert hint in failure.value.hint


def test_a_number_that_several_employers_use_asks_for_more(library: Library) -> None:
    cook = Advert(reference_number="001", employer="Teme Trust", title="Cook")
    first = put(library, cook)
    assert library.find("001") == first.advert_id
    put(library, cook._replace(employer="Wyre Trust"))
    with pytest.raises(InputError) as failure:
        library.find("001")
    assert failure.value.message == "“001” is the reference number of 2 adverts."
    assert "Teme Trust, Wyre Trust" in failure.value.hint
