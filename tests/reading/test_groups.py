"""Which lines of a person specification name its groups."""

import pytest

from nhsjobtui.model.advert import Group
from nhsjobtui.reading import read_text
from tests.reading import pages


def groups_of(lines: str) -> tuple[Group, ...]:
    return read_text(pages.with_specification(lines)).person_spec


def html_groups_of(markup: str) -> tuple[Group, ...]:
    page = (
        "<main><p id=employer_name>Example Vale NHS Trust</p><h1 id=heading>Porter</h1>"
        "<h3>Job summary</h3><p id=job_overview>Push beds all day.</p>"
        f"<h2>Person Specification</h2>{markup}</main>"
    )
    return read_text(page).person_spec


HEADED = (Group("Other", ("Ability to travel", "Driving licence"), ("Welsh",)),)


@pytest.mark.parametrize(
    "markup",
    [
        "<h3>Other</h3><h4>Essential</h4><p>Ability to travel</p><p>Driving licence</p>"
        "<h4>Desirable</h4><p>Welsh</p>",
        "<h3 id=skill_category_0>Other</h3><h4>Essential</h4>"
        "<div>Ability to travel<br>Driving licence</div><h4>Desirable</h4><div>Welsh</div>",
        "<p id=skill_category_0>Other</p><h4>Essential</h4><p>Ability to travel</p>"
        "<p>Driving licence</p><h4>Desirable</h4><p>Welsh</p>",
        "<h3>Other</h3><h4>Essential</h4><ul><li>Ability to travel</ul><p>Driving licence</p>"
        "<h4>Desirable</h4><ul><li>Welsh</ul>",
    ],
)
def test_a_paragraph_never_outranks_a_real_heading_or_an_id(markup: str) -> None:
    assert html_groups_of(markup) == HEADED


NAMES = [
    "Additional information",
    "UK Registration",
    "Disclosure and Barring Service Check",
    "Job responsibilities",
    "Other",
    "Details",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("place", ["first", "last"])
def test_a_group_may_be_named_like_a_section_or_a_label(name: str, place: str) -> None:
    named = f"{name}\n\nEssential\n\n• Weekends\n\nDesirable\n\n• Waterproofs\n\n"
    manner = "Manner\n\nEssential\n\n• Calm\n\n"
    expected = [Group(name, ("Weekends",), ("Waterproofs",)), Group("Manner", ("Calm",))]
    lines = named + manner
    if place == "last":
        lines, expected = manner + named, expected[::-1]
    for text in (lines, pages.without_empty_lines(lines)):
        advert = read_text(pages.with_specification(text))
        assert list(advert.person_spec) == expected
        assert advert.contact.name == "Ada Example"


def test_a_heading_named_like_a_section_is_a_group_above_a_class() -> None:
    markup = (
        "<h3>Craft</h3><h4>Essential</h4><ul><li>Tidy</ul>"
        "<h3>UK Registration</h3><h4>Essential</h4><ul><li>GPhC</ul>"
    )
    assert html_groups_of(markup) == (
        Group("Craft", ("Tidy",)),
        Group("UK Registration", ("GPhC",)),
    )


def test_a_second_print_is_not_taken_for_a_group() -> None:
    lines = "Essential\n\n• Typing\n\nPerson Specification\n\nEssential\n\n• Typing\n"
    assert groups_of(lines) == (Group("", ("Typing",)),)


SHORT = (
    Group("Education", ("GCSE Maths", "GCSE English"), ("NVQ 3",)),
    Group("Till craft", ("Speed", "Accuracy"), ("Charm", "Patience")),
)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_short_last_essential_line_is_a_criterion(gap: str) -> None:
    lines = (
        "Education\nEssential\nGCSE Maths\nGCSE English\nDesirable\nNVQ 3\n"
        "Till craft\nEssential\nSpeed\nAccuracy\nDesirable\nCharm\nPatience\n"
    )
    assert groups_of(lines.replace("\n", gap)) == SHORT


def test_empty_lines_tell_groups_from_criteria() -> None:
    lines = (
        "Education\n\nEssential\n\nGCSE Maths\nGCSE English\n\n"
        "Till craft\n\nDesirable\n\nSpeed\nAccuracy\n\nManner\n\nEssential\n\nCharm\n"
    )
    assert groups_of(lines) == (
        Group("Education", ("GCSE Maths", "GCSE English")),
        Group("Till craft", (), ("Speed", "Accuracy")),
        Group("Manner", ("Charm",)),
    )


def test_a_first_group_of_desirables_only_does_not_turn_the_later_ones_round() -> None:
    lines = (
        "Languages\n\nDesirable\n\nWelsh to a good level\n\n"
        "Track record\n\nEssential\n\nTwo years on a busy ward\n\nOne year of nights on call\n\n"
        "Desirable\n\nSome months in a clinic abroad\n\nHas taught a class of students\n\n"
        "Bearing\n\nEssential\n\nKeeps calm when all others run\n\nIs kind to those who wait\n\n"
        "Desirable\n\nLaughs at the jokes of patients\n"
    )
    assert groups_of(lines) == (
        Group("Languages", (), ("Welsh to a good level",)),
        Group(
            "Track record",
            ("Two years on a busy ward", "One year of nights on call"),
            ("Some months in a clinic abroad", "Has taught a class of students"),
        ),
        Group(
            "Bearing",
            ("Keeps calm when all others run", "Is kind to those who wait"),
            ("Laughs at the jokes of patients",),
        ),
    )


MARKED = (
    Group("Craft", ("Tidy", "Quick hands"), ("Loud",)),
    Group("Manner", ("Kind",)),
)


@pytest.mark.parametrize(
    "lines",
    [
        "• Craft\n\n• Essential\n\n• Tidy\n• Quick hands\n\n• Desirable\n\n• Loud\n\n• Manner\n\n"
        "• Essential\n\n• Kind\n",
        "- Craft\n- Essential criteria\n- Tidy\n- Quick hands\n- Desirable criteria\n- Loud\n"
        "- Manner\n- Essential criteria\n- Kind\n",
        "• Craft\nEssential\n• Tidy\n• Quick hands\nDesirable\n• Loud\n"
        "• Manner\nEssential\n• Kind\n",
        "1. Craft\n\nEssential\n\n• Tidy\n• Quick hands\n\nDesirable\n\n• Loud\n\n2. Manner\n\n"
        "Essential\n\n• Kind\n",
        "1. Craft\nEssential\nTidy\nQuick hands\nDesirable\nLoud\n2. Manner\nEssential\nKind\n",
    ],
)
def test_groups_that_carry_a_bullet_or_a_number_are_groups(lines: str) -> None:
    assert groups_of(lines) == MARKED


def test_the_last_bullet_of_a_class_is_a_criterion() -> None:
    lines = "Essential\n\n1. Typing\n2. Filing\n\nDesirable\n\n1. Welsh\n"
    assert groups_of(lines) == (Group("", ("Typing", "Filing"), ("Welsh",)),)


@pytest.mark.parametrize(
    "lines",
    [
        "Craft\n\nEssential\n\n• Tidy • Quick hands\n\nDesirable\n\n· Loud\n\nManner\n\n"
        "Essential\n\n• Kind\n",
        "Craft\n\nEssential: Tidy; Quick hands\n\nDesirable: Loud\n\nManner\n\nEssential: Kind\n",
        "Craft\n\nEssential\n\n-Tidy\n-Quick hands\n\nDesirable\n\n-Loud\n\nManner\n\n"
        "Essential\n\n-Kind\n",
        "Craft\n\nEssential\n\n*Tidy\n*Quick hands\n\nDesirable\n\n*Loud\n\nManner\n\n"
        "Essential\n\n*Kind\n",
        "### Craft\n\n#### Essential\n\n* Tidy\n* Quick hands\n\n#### Desirable\n\n* Loud\n\n"
        "### Manner\n\n#### Essential\n\n* Kind\n",
    ],
    ids=["several on a line", "class on the line", "tight dashes", "tight stars", "Markdown"],
)
def test_criteria_are_told_apart_however_they_are_typed(lines: str) -> None:
    assert groups_of(lines) == MARKED


def test_items_typed_into_one_paragraph_of_a_page_are_several() -> None:
    markup = "<h3>Craft</h3><h4>Essential</h4><p>• Tidy • Quick hands</p>"
    assert html_groups_of(markup) == (Group("Craft", ("Tidy", "Quick hands")),)


def test_groups_of_unusual_names_are_found_on_one_line() -> None:
    lines = (
        "Experience Essential • Trained GP Desirable • Teaching experience Qualifications"
        " Essential • MBBS • MRCGP or equivalent Disclosure Essential • A check • Essential Steps"
        " to Care followed"
    )
    text = " ".join(pages.with_specification(lines).split())
    assert read_text(text).person_spec == (
        Group("Experience", ("Trained GP",), ("Teaching experience",)),
        Group("Qualifications", ("MBBS", "MRCGP or equivalent")),
        Group("Disclosure", ("A check", "Essential Steps to Care followed")),
    )


TABLED = (Group("Craft", ("Label printing",), ("Blister packs",)), Group("Manner", ("Calm",)))


@pytest.mark.parametrize(
    "rows",
    [
        "<tr><th>Criteria<th>E/D<th>Assessed by<tr><th colspan=3>Craft"
        "<tr><td>Label printing<td>E<td>A/I<tr><td>Blister packs<td>D<td>I/T"
        "<tr><th colspan=3>Manner<tr><td>Calm<td>E<td>I",
        "<tr><th>Criteria<th>Essential<th>Desirable<tr><th colspan=3>Craft"
        "<tr><td>Label printing<td>✓<td><tr><td>Blister packs<td><td>✓"
        "<tr><th colspan=3>Manner<tr><td>Calm<td>Yes<td>",
        "<tr><th><th>Essential<th>Desirable<tr><th>Craft<td><ul><li>Label printing</ul>"
        "<td>Blister packs<tr><th>Manner<td>Calm<td>",
    ],
    ids=["a column of marks", "two columns of ticks", "two columns of criteria"],
)
def test_tables_of_criteria_are_read(rows: str) -> None:
    assert html_groups_of(f"<table>{rows}</table>") == TABLED


def test_a_specification_cut_at_the_limit_says_so() -> None:
    lines = "Skills\n\nEssential\n\n" + "".join(f"• Criterion {n}\n" for n in range(4_000))
    advert = read_text(pages.with_specification(lines))
    assert len(advert.person_spec[0].essential) > 2_000
    assert any("its end was left out" in warning for warning in advert.warnings)
