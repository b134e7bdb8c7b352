"""Person specifications, in every shape that adverts give them."""

import pytest

from nhsjobtui.model.advert import Group
from nhsjobtui.reading import read_text
from tests.reading import pages

TWO = (Group("Skills", ("Typing", "Filing"), ("Welsh",)), Group("Experience", ("Ward work",)))
SHAPES: dict[str, tuple[str, tuple[Group, ...]]] = {
    "group, class, bullets": (
        "Skills\n\nEssential\n\n• Typing\n• Filing\n\nDesirable\n\n• Welsh\n\n"
        "Experience\n\nEssential\n\n• Ward work\n",
        TWO,
    ),
    "no bullets": (
        "Skills\n\nEssential\n\nTyping\n\nFiling\n\nDesirable\n\nWelsh\n\n"
        "Experience\n\nEssential\n\nWard work\n",
        TWO,
    ),
    "class, group, bullets": (
        "Essential\n\nSkills\n\n• Typing\n• Filing\n\nExperience\n\n• Ward work\n\n"
        "Desirable\n\nSkills\n\n• Welsh\n",
        TWO,
    ),
    "class, group, no bullets": (
        "Essential\n\nSkills\n\nTyping\n\nFiling\n\nExperience\n\nWard work\n\n"
        "Desirable\n\nSkills\n\nWelsh\n",
        TWO,
    ),
    "group and class in one heading": (
        "Skills Essential\n\n• Typing\n• Filing\n\nSkills Desirable\n\n• Welsh\n\n"
        "Experience (Essential)\n\n• Ward work\n",
        TWO,
    ),
    "group and class in one heading, no bullets": (
        "Skills (Essential)\n\nTyping\n\nFiling\n\nSkills (Desirable)\n\nWelsh\n\n"
        "Experience - Essential:\n\nWard work\n",
        TWO,
    ),
    "desirable first": (
        "Skills\n\nDesirable\n\n- Welsh\n\nEssential\n\n- Typing\n- Filing\n\n"
        "Experience\n\nEssential\n\n- Ward work\n",
        TWO,
    ),
    "class at the end of each bullet": (
        "Skills\n\n• Typing (Essential)\n• Welsh (Desirable)\n• Filing (E)\n\n"
        "Experience\n\n• Ward work [Essential]\n",
        TWO,
    ),
    "class at the end of each line": (
        "Skills\n\nTyping (Essential)\n\nFiling (Essential)\n\nWelsh (Desirable)\n\n"
        "Experience\n\nWard work (Essential)\n",
        TWO,
    ),
    "semicolons": (
        "Skills\n\nEssential\n\nTyping; Filing.\n\nDesirable\n\nWelsh\n\n"
        "Experience\n\nEssential\n\nWard work\n",
        TWO,
    ),
    "class before its criteria on the line": (
        "Skills\n\nEssential: Typing; Filing\n\nDesirable: Welsh\n\nExperience\n\n"
        "Essential: Ward work\n",
        TWO,
    ),
    "asterisks round headings": (
        "**Skills**\n\n**Essential**\n\n- Typing\n- Filing\n\n**Desirable**\n\n- Welsh\n\n"
        "**Experience**\n\n**Essential**\n\n- Ward work\n",
        TWO,
    ),
    "no groups": (
        "Essential\n\n• Typing\n\nDesirable\n\n• Welsh\n",
        (Group("", ("Typing",), ("Welsh",)),),
    ),
    "only one class": (
        "Skills\n\nEssential\n\nTyping\n\nBackground\n\nEssential\n\nWard work\n",
        (Group("Skills", ("Typing",)), Group("Background", ("Ward work",))),
    ),
    "a group with desirable criteria only": (
        "Skills\n\nEssential\n\nTyping\n\nExperience\n\nDesirable\n\nWard work\n",
        (Group("Skills", ("Typing",)), Group("Experience", (), ("Ward work",))),
    ),
    "numbers as markers": (
        "Skills\n\nEssential\n\n  1. 5 GCSEs at grade C\n  2. 2 years' experience\n",
        (Group("Skills", ("5 GCSEs at grade C", "2 years' experience")),),
    ),
    "bullets alone on their lines": (
        "Skills\n\nEssential\n\n•\nTyping\n\n·\n\nFiling\n",
        (Group("Skills", ("Typing", "Filing")),),
    ),
    "odd bullets": (
        "Skills\n\nEssential\n\no Typing\no filing\n\nDesirable\n\nü Welsh\n. Irish\n\uf0b7 Manx\n",
        (Group("Skills", ("Typing", "filing"), ("Welsh", "Irish", "Manx")),),
    ),
    "assessment marks": (
        "Skills\n\nEssential\n\n• Typing (A/I)\n• Filing [A/I/T]\n• Tea (T)\n",
        (Group("Skills", ("Typing (A/I)", "Filing [A/I/T]", "Tea (T)")),),
    ),
}


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("layout", ["spaced", "tight", "doubled"])
def test_every_shape_is_read(name: str, layout: str) -> None:
    lines, expected = SHAPES[name]
    text = pages.with_specification(lines)
    if layout == "tight":
        text = pages.without_empty_lines(text)
    if layout == "doubled":
        text = text.replace(pages.CHECKS, f"Person Specification\n\n{lines}\n{pages.CHECKS}")
    assert read_text(text).person_spec == expected


WORDS = [
    ("Essential", "Desirable"),
    ("ESSENTIAL:", "DESIRABLE:"),
    ("essential", "desirable"),
    ("Essential Criteria", "Desirable Criteria"),
    ("Essential Requriements", "Desireable Requirments"),
    ("Esential", "Desriable"),
    ("Essentials", "Desirables"),
    ("Essential Skills and Experience", "Desirable Attributes"),
    ("Essential (E)", "Desirable (D)"),
    ("Essentail qualifications:", "Desirable qualifications:"),
]


@pytest.mark.parametrize(("essential", "desirable"), WORDS)
def test_class_headings_are_known_however_they_are_written(essential: str, desirable: str) -> None:
    lines = f"Skills\n\n{essential}\n\n• Typing\n\n{desirable}\n\n• Welsh\n"
    assert read_text(pages.with_specification(lines)).person_spec == (
        Group("Skills", ("Typing",), ("Welsh",)),
    )


def test_criteria_that_read_like_headings_are_criteria() -> None:
    essential = (
        "Understanding of why hand washing is essential",
        "Knowledge of Disclosure and Barring",
        "Essential IT skills",
        "Desirable outcomes matter to you",
        "Communication skills",
        "Car driver essential",
    )
    bulleted = "".join(f"• {text}\n" for text in essential[:-1]) + f"\n{essential[-1]}\n"
    for lines in (bulleted, "\n\n".join(essential) + "\n"):
        text = f"Skills\n\nEssential\n\n{lines}\nDesirable\n\n• A licence is desirable\n"
        (group,) = read_text(pages.with_specification(text)).person_spec
        assert group == Group("Skills", essential, ("A licence is desirable",))


def test_a_criterion_may_stand_in_both_classes_and_in_two_groups_but_not_twice_in_one() -> None:
    lines = (
        "Skills\n\nEssential\n\n• Typing\n• Typing.\n\nDesirable\n\n• Typing\n\n"
        "Experience\n\nEssential\n\n• Typing\n"
    )
    assert read_text(pages.with_specification(lines)).person_spec == (
        Group("Skills", ("Typing",), ("Typing",)),
        Group("Experience", ("Typing",)),
    )


def test_a_list_without_classes_is_essential_and_said_to_be_a_guess() -> None:
    advert = read_text(
        pages.with_specification("Skills\n\n• Typing\n\nExperience\n\n• Ward work\n")
    )
    assert advert.person_spec == (Group("Skills", ("Typing",)), Group("Experience", ("Ward work",)))
    assert any("does not say which criteria are essential" in text for text in advert.warnings)


@pytest.mark.parametrize(
    "after",
    [
        "We offer:\n\n• Cake\n• Tea\n",
        "Your main duties will include:\n\n• Filing\n• Typing\n",
        "\n• 27 days annual leave\n• NHS pension\n",
        "\n• To answer the telephone\n• To file notes\n",
        "\n• Answer the telephone\n• Maintain the files\n• Support the manager\n",
    ],
)
def test_a_list_of_something_else_after_the_last_group_is_not_swallowed(after: str) -> None:
    lines = f"Skills\n\nEssential\n\n• Typing\n• Welsh or Irish\n\n{after}"
    assert read_text(pages.with_specification(lines)).person_spec == (
        Group("Skills", ("Typing", "Welsh or Irish")),
    )


def test_a_specification_in_a_document_gives_no_criteria_and_says_so() -> None:
    advert = read_text(pages.with_specification("Please see the attached job description.\n"))
    assert advert.person_spec == ()
    assert "The person specification is only in an attached document." in advert.warnings


def test_sixty_criteria_are_all_read_in_order() -> None:
    criteria = tuple(f"Criterion number {n}" for n in range(1, 61))
    lines = "Skills\n\nEssential\n\n" + "".join(f"• {text}\n" for text in criteria)
    assert read_text(pages.with_specification(lines)).person_spec[0].essential == criteria


def test_the_words_of_the_class_name_groups_where_nothing_else_does() -> None:
    lines = "Essential Skills\n\n• Typing\n\nEssential Experience\n\n• Ward work\n"
    assert read_text(pages.with_specification(lines)).person_spec == (
        Group("Skills", ("Typing",)),
        Group("Experience", ("Ward work",)),
    )
