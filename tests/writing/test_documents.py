"""Statements as Markdown, plain text and Word; the overview."""

from io import BytesIO

from docx import Document

from nhsjobtui.library import Library
from nhsjobtui.writing import markdown, overview, plain, word
from tests.library.adverts import NOW, NURSE, put


def test_markdown_has_the_specifications_order_and_nothing_foreign_is_markup(
    library: Library, nurse: int
) -> None:
    assert markdown.statement(library.application(nurse)) == (
        "# Staff Nurse, Teasel Ward\n\n"
        "Wyre and Teme NHS Foundation Trust, C9999-26-0101, 999-TEA0101-A\n\n"
        "I am a nurse with six years’ work on wards.\n\n"
        "## Qualifications\n\n"
        "### Registered nurse\n\n"
        'Registered “2019”, \\\\ "NMC" tŷ\n\n'
        "### Mentorship\n\n"
        "Two students, written after sending.\n\n"
        "## Experience\n\n"
        "### Six months on a surgical ward\n\n"
        "- Elm Ward\n- Teasel Ward\n\n"
        "Two years.\n\n"
        "## Other\n\n"
        "### Speaks Welsh\n\n"
        '"""\n\nSome\n\n"""\n\n'
        "I would be glad to come.\n"
    )
    assert markdown.escaped("1. [x](http://a) <b> # *y*") == (
        "1\\. \\[x\\](http://a) \\<b\\> \\# \\*y\\*"
    )


def test_a_word_document_has_the_same_headings_in_the_same_order(
    library: Library, nurse: int
) -> None:
    document = Document(BytesIO(word.statements([library.application(nurse)])))
    lines = [(p.style.name if p.style else "", p.text) for p in document.paragraphs]
    assert [(style, text) for style, text in lines if style.startswith("Heading")] == [
        ("Heading 1", "Staff Nurse, Teasel Ward"),
        ("Heading 2", "Qualifications"),
        ("Heading 3", "Registered nurse"),
        ("Heading 3", "Mentorship"),
        ("Heading 2", "Experience"),
        ("Heading 3", "Six months on a surgical ward"),
        ("Heading 2", "Other"),
        ("Heading 3", "Speaks Welsh"),
    ]
    assert ("List Bullet", "Elm Ward") in lines
    assert lines[-1] == ("Normal", "I would be glad to come.")
    assert (document.core_properties.author, document.core_properties.title) == (
        "",
        "Staff Nurse, Teasel Ward",
    )


def test_any_character_can_be_written_in_word(library: Library, nurse: int) -> None:
    library.set_opening(nurse, "".join(map(chr, range(0xD7FF))) + "\ufffe\uffff\U0001f600")
    paragraphs = Document(BytesIO(word.statements([library.application(nurse)]))).paragraphs
    assert any("\U0001f600" in paragraph.text for paragraph in paragraphs)


def test_without_headings_a_document_has_its_title_only(library: Library, nurse: int) -> None:
    library.set_plan(nurse, library.plan(nurse)._replace(headings=False, order="essential"))
    document = Document(BytesIO(word.statements([library.application(nurse)])))
    headings = [p.text for p in document.paragraphs if p.style and "Heading" in str(p.style.name)]
    assert headings == ["Staff Nurse, Teasel Ward"]


def test_plain_text_of_one_is_the_statement_and_of_several_has_titles(
    library: Library, nurse: int
) -> None:
    whole = library.application(nurse)
    assert plain.statements([whole]) == f"{whole.statement.text}\n"
    assert plain.statements([whole, whole]).count("=====\n\n") == 2


def test_the_overview_says_all_on_one_page(library: Library, nurse: int) -> None:
    rows = library.entry(nurse).criteria
    library.set_status(nurse, rows[1].key, "gap")
    assert overview.overview(library.application(nurse), NOW).split("\n") == [
        "# Staff Nurse, Teasel Ward",
        "",
        "Wyre and Teme NHS Foundation Trust, C9999-26-0101, 999-TEA0101-A",
        "",
        "- Band and salary: Band 5, £31,049 to £37,796 a year",
        "- Place: Wyreham XQ1 2AB",
        "- Posted: 2 November 2026",
        "- Closes: 20 November 2026 (10 days left)",
        "- Stage: interview",
        "- Drafting: begun on the bus",
        "- Applied: through Trac",
        "- Interview: 3 December 2026 10:00, Room 4",
        "- Contact: Priya Northcott, Ward manager, p.northcott@example.nhs.uk",
        "- Coverage: essential 1 of 3 ticked, 2 with evidence; "
        "desirable 0 of 2 ticked, 2 with evidence",
        "- Statement: 46 of 900 words, 258 of 10,000 characters",
        "",
        "## Gaps",
        "",
        "- Study after registration (criterion 2, essential)",
        "",
        "## Your own marks",
        "",
        "- Registered nurse (criterion 1): 3, full example",
        "",
        "## Questions to ask",
        "",
        "- How many beds?",
        "- Who supervises?",
        "",
    ]


def test_what_is_not_known_is_not_said(library: Library) -> None:
    bare = NURSE._replace(
        title=None, employer=None, closing=None, posted=None, contact=NURSE.contact.__class__()
    )
    text = overview.overview(library.application(put(library, bare).advert_id), NOW)
    assert text.startswith("# (no title)\n")
    assert "Closes: not given" in text
    assert "Contact" not in text
    assert "None" not in text
