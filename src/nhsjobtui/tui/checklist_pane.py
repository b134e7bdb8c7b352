"""The checklist pane: the person specification, ticked off, with the evidence beside it."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from nhsjobtui.library import Entry, Library
from nhsjobtui.model.application import Criterion, Status
from nhsjobtui.tui.bindings import PAGE_ACTIONS, pane_bindings
from nhsjobtui.tui.checklist_text import checklist_page, meter_parts
from nhsjobtui.tui.criteria_view import CriteriaView
from nhsjobtui.tui.messages import Changed, Said
from nhsjobtui.tui.page_pane import PagePane

if TYPE_CHECKING:
    from nhsjobtui.tui.editor import Editor, Kept

_LEAST_HEIGHT = 6
_OWN_ACTIONS = PAGE_ACTIONS | {
    "tick", "partly", "gap", "evidence", "remove_criterion", "copy_evidence",
}  # fmt: skip


class ChecklistPane(PagePane):
    """The criteria of the advert under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = pane_bindings("checklist", _OWN_ACTIONS)

    def __init__(self, library: Library) -> None:
        self.criteria = CriteriaView(id="checklist")
        super().__init__("Checklist", self.criteria, library, id="checklist-pane")
        self.meter = Static(id="meter", markup=False)
        self._meter_lines = -1
        self._editing: int | None = None
        self.body = Container(self.criteria, id="criteria")

    def compose(self) -> ComposeResult:
        """Lay out the header, the coverage and the criteria."""
        yield self.header
        yield self.meter
        yield self.body

    def show(self, entry: Entry | None) -> None:
        """Show an advert's checklist; the same advert's stays where it was scrolled to."""
        same = entry is not None and self.entry is not None and entry.head.id == self.entry.head.id
        self.entry = entry
        if not same:
            self._close_editor()
            self.criteria.set_reactive(CriteriaView.cursor, 1)
        parts = meter_parts(entry) if entry else []
        words = Content.assemble(*((text, _METER_STYLES.get(style, "")) for text, style in parts))
        lines = words.plain.count("\n") + 1 if parts else 0
        self.meter.update(words, layout=lines != self._meter_lines)
        if lines != self._meter_lines:
            self._meter_lines = lines
            self.meter.display = bool(parts)
        self._draw(keep_scroll=same)

    def _draw(self, *, keep_scroll: bool = True) -> None:
        page = checklist_page(self.entry, editing=self._editing) if self.entry else []
        self.criteria.show(page, keep_scroll=keep_scroll)

    @property
    def current(self) -> Criterion | None:
        """The criterion under the cursor."""
        if self.entry is None or not self.entry.criteria:
            return None
        return self.entry.criteria[min(self.criteria.cursor, len(self.entry.criteria)) - 1]

    def _need_current(self) -> Criterion | None:
        criterion = self.current
        if criterion is None:
            self.post_message(Said("There are no criteria here yet: c adds some."))
        return criterion

    # ---- moving

    def go_to(self, number: int) -> None:
        """Put the cursor on a criterion."""
        if self.entry is not None:
            self.criteria.cursor = max(1, min(number, len(self.entry.criteria)))

    def action_down(self) -> None:
        """Go to the next criterion."""
        self.go_to(self.criteria.cursor + 1)

    def action_up(self) -> None:
        """Go to the criterion before."""
        self.go_to(self.criteria.cursor - 1)

    def action_half_down(self) -> None:
        """Go five criteria on."""
        self.go_to(self.criteria.cursor + 5)

    def action_half_up(self) -> None:
        """Go five criteria back."""
        self.go_to(self.criteria.cursor - 5)

    def action_first(self) -> None:
        """Go to the first criterion."""
        self.go_to(1)

    def action_last(self) -> None:
        """Go to the last criterion."""
        self.go_to(len(self.entry.criteria) if self.entry else 1)

    # ---- status

    def action_tick(self) -> None:
        """Tick the criterion, or take the tick back."""
        self._toggle("met")

    def action_partly(self) -> None:
        """Mark the criterion as partly met, or take that back."""
        self._toggle("partly")

    def action_gap(self) -> None:
        """Mark the criterion as a gap, or take that back."""
        self._toggle("gap")

    def _toggle(self, status: Status) -> None:
        if self.entry is None or (criterion := self._need_current()) is None:
            return
        new = criterion.toggled(status)
        self.library.set_status(self.entry.head.id, criterion.key, new)
        self._tell(f"Criterion {criterion.n}: {new}.")

    async def on_criteria_view_glyph_clicked(self) -> None:
        """Tick the criterion whose status was clicked."""
        await self.run_action("tick")

    def action_remove_criterion(self) -> None:
        """Remove a criterion the person added."""
        if self.entry is None or (criterion := self._need_current()) is None:
            return
        if not criterion.own:
            said = "Only criteria you added can be removed; x marks this one as a gap."
            self.post_message(Said(said))
            return
        self.library.remove_criterion(self.entry.head.id, criterion.key)
        self._tell("Criterion removed; u brings it back.")

    def _tell(self, sentence: str) -> None:
        if self.entry is not None:
            self.show(self.library.entry(self.entry.head.id))
            self.post_message(Changed(self.entry.head.id, sentence))

    # ---- evidence

    async def action_evidence(self) -> None:
        """Write evidence under the criterion."""
        if self.entry is None or (criterion := self._need_current()) is None:
            return
        if self.editor is None:
            from nhsjobtui.tui.editor import Editor

            self.editor = Editor(id="evidence")
            await self.body.mount(self.editor)
        self._editing = criterion.n
        self._make_room()
        self.editor.display = True
        title = f"Evidence for criterion {criterion.n}"
        self.editor.start(title, self.kept(self.entry.head.id, criterion.key))
        self.criteria.follow()
        self._place_editor()
        self.screen.set_focus(self.editor)

    def _make_room(self) -> None:
        """Leave room for the editor under its criterion."""
        if self.editor is not None and self._editing is not None:
            height = min(
                self.criteria.size.height, max(_LEAST_HEIGHT, self.criteria.size.height // 2)
            )
            self.criteria.reserve(self._editing, height)
            self._draw()
            self.editor.styles.height = height

    def on_criteria_view_resized(self) -> None:
        """Keep the editor in view in a window of another size."""
        if self._editing is not None:
            self._make_room()
            self.criteria.follow()
            self._place_editor()

    def kept(self, advert_id: int, key: str) -> "Kept":
        """Return where the evidence for a criterion is kept."""
        from nhsjobtui.tui.editor import Kept

        def read() -> str:
            criteria = self.library.entry(advert_id).criteria
            return next((c.evidence for c in criteria if c.key == key), "")

        def save(text: str, continuing: bool) -> None:
            self.library.set_evidence(advert_id, key, text, continuing=continuing)
            self.post_message(Changed(advert_id, "Evidence saved."))

        return Kept(self.library, read, save)

    def on_editor_left(self, message: "Editor.Left") -> None:
        """Close the evidence and show it in short; the screen decides who has the keys next."""
        self._close_editor()
        if self.entry is not None and self.library.heads([self.entry.head.id]):
            self.show(self.library.entry(self.entry.head.id))

    def _close_editor(self) -> None:
        if self.editor is not None and self._editing is not None:
            self.editor.flush()
            self.editor.display = False
            self._editing = None
            self.criteria.reserve(None)

    def _place_editor(self) -> None:
        if self.editor is not None and self._editing is not None:
            _, last = self.criteria.item_lines(self._editing)
            self.editor.styles.offset = (0, last - self.criteria.scroll_offset.y)

    def on_criteria_view_moved(self) -> None:
        """Keep the editor under its criterion."""
        self._place_editor()

    def action_copy_evidence(self) -> None:
        """Copy the evidence, or the criterion where there is none yet."""
        if (criterion := self._need_current()) is not None:
            self.app.copy_to_clipboard(criterion.evidence or criterion.text)
            what = "Evidence" if criterion.evidence else "Criterion"
            self.post_message(Said(f"{what} sent to the clipboard."))


_METER_STYLES = {"label": "$text-muted", "good": "$text-success", "dim": "$text-disabled"}
