"""The interview view: the advert, what was sent, and the person's own questions on one screen."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from nhsjobtui.clean import clean_line
from nhsjobtui.keys import Place, actions_in
from nhsjobtui.library import Entry
from nhsjobtui.library.sent import SentCopy
from nhsjobtui.model.dates import day_words
from nhsjobtui.model.deadline import london
from nhsjobtui.model.star import is_written
from nhsjobtui.tui.advert_text import advert_page
from nhsjobtui.tui.bars import PaneHeader
from nhsjobtui.tui.editor import Editor, Kept
from nhsjobtui.tui.lines import LinesView, Paragraph
from nhsjobtui.tui.over_screen import OverScreen
from nhsjobtui.tui.scrolling import Scrolling


class QuestionsEditor(Editor):
    """Where the person's questions are written."""

    KEYS = "escape done · tab advert · saved while you type"


class InterviewScreen(Scrolling, OverScreen):
    """Advert and evidence as they were sent; the advert as it is where nothing was sent yet."""

    CSS_PATH = "interview.tcss"
    WHERE: ClassVar[Place] = "interview"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(action.keys), action.id, show=False) for action in actions_in("interview")
    ]

    def compose(self) -> ComposeResult:
        """Lay out the day, the advert beside the evidence, the questions below it."""
        self.when = Static("", id="when", markup=False)
        self.advert = LinesView(id="interview-advert")
        self.evidence = LinesView(id="interview-evidence")
        self.advert_header = PaneHeader("Advert")
        self.evidence_header = PaneHeader("Evidence")
        self.editor = QuestionsEditor(id="questions")
        yield self.when
        yield Container(
            Vertical(self.advert_header, self.advert, classes="part"),
            Vertical(self.evidence_header, self.evidence, self.editor, classes="part"),
            id="desk",
        )
        yield self.status
        yield self.key_bar

    def on_mount(self) -> None:
        """Show everything; the evidence has the keys."""
        self.key_bar.where = "interview"
        self.reread()
        self._begin()
        self.set_focus(self.evidence)
        self.watch_library()

    def reread(self) -> None:
        """Read the application again and show it."""
        self.entry = self.library.entry(self.advert_id)
        sent = self.library.sent(self.advert_id)
        self.when.update(Content(clean_line(self._when())))
        shown = sent.entry if sent else self.entry
        self.advert_header.words = "as it was sent" if sent else "as it is now"
        self.evidence_header.words = _sent_words(sent)
        self.advert.show(advert_page(shown, self.clock()), keep_scroll=True)
        self.evidence.show(evidence_page(shown, sent), keep_scroll=True)

    def _when(self) -> str:
        title = self.entry.head.title or self.entry.head.ref
        for detail in self.library.stages(self.advert_id):
            if detail.stage == "interview":
                return f"Interview{detail.on_with_note} · {title}"
        return f"No interview noted yet (S in the panes) · {title}"

    def _begin(self) -> None:
        def save(text: str, continuing: bool) -> None:
            self.library.set_questions(self.advert_id, text, continuing=continuing)

        def read() -> str:
            return self.library.application(self.advert_id).questions

        self.editor.start("Your own questions", Kept(self.library, read, save))

    def on_editor_left(self) -> None:
        """Give the keys to the evidence; a click into the questions goes on with them."""
        self._begin()
        self.set_focus(self.evidence)

    # ---- keys

    @property
    def page(self) -> LinesView:
        """The advert or the evidence, whichever is read."""
        return self.advert if self.advert.has_focus else self.evidence

    def action_write_questions(self) -> None:
        """Write the questions."""
        self.set_focus(self.editor)

    def action_next_part(self) -> None:
        """Go on: evidence, questions, advert."""
        self.focus_next()

    def action_previous_part(self) -> None:
        """Go back: evidence, advert, questions."""
        self.focus_previous()

    def action_leave(self) -> None:
        """Go back to the panes."""
        self.leave()


def _sent_words(sent: SentCopy | None) -> str:
    if sent is None:
        return "as it is now; nothing was marked as applied"
    return f"as sent on {day_words(sent.at.astimezone(london()).date())}"


def evidence_page(entry: Entry, sent: SentCopy | None) -> list[Paragraph]:
    """Return each criterion with its evidence whole, and the paragraphs that were sent with it."""
    page: list[Paragraph] = []
    if sent is not None and (opening := sent.whole.plan.opening.strip()):
        page += [Paragraph(line) for line in opening.split("\n")]
    for row in entry.criteria:
        page.append(Paragraph(row.text, "heading", f"{row.n:>2} ", "dim", 3, gap=int(bool(page))))
        if is_written(row.evidence):
            lines = row.evidence.strip("\n").split("\n")
            page += [Paragraph(line, "body", indent=3) for line in lines]
        else:
            page.append(Paragraph("no evidence written", "dim", indent=3))
    if sent is not None and (ending := sent.whole.plan.ending.strip()):
        page.append(Paragraph("", gap=0))
        page += [Paragraph(line) for line in ending.split("\n")]
    return page or [Paragraph("This advert has no criteria.", "dim")]
