"""Find adverts on NHS Jobs: what for, in which order, under which name to keep the search."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, NamedTuple

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import DescendantFocus
from textual.suggester import Suggester
from textual.widgets import Button, OptionList, Static

from nhsjobtui.boards.criteria import EVERYTHING, Criteria
from nhsjobtui.boards.searches import Saved, since_words
from nhsjobtui.boards.vocabulary import BANDS, CONTRACTS, PATTERNS, STAFF_GROUPS, Filter
from nhsjobtui.clean import clean_line
from nhsjobtui.errors import InputError
from nhsjobtui.model.query import Sort
from nhsjobtui.tui.dialogs.dialog import Dialog
from nhsjobtui.tui.dialogs.fields import CleanInput, Turn

ORDERS: dict[Sort, str] = {
    "posted": "newest first",
    "closing": "closing soonest first",
    "salary": "highest salary first",
}
_FILTERS: dict[str, Filter] = {
    "bands": BANDS,
    "staff_groups": STAFF_GROUPS,
    "contracts": CONTRACTS,
    "patterns": PATTERNS,
}
_LABELS = {
    "keyword": "Keyword",
    "place": "Place",
    "distance": "miles",
    "bands": "Bands",
    "staff_groups": "Staff groups",
    "contracts": "Contract",
    "patterns": "Pattern",
    "name": "Save it as",
}
_HINTS = {
    "keyword": "Words in the advert: stroke, community nurse …",
    "place": "A town or a postcode: Leeds, LS1 …",
    "distance": "So many miles from the place: 5, 20 …",
    "order": "How the list is sorted: ← → or space changes it.",
    "name": "A name keeps the search: it can be run again from here and with ctrl+p.",
    "everything": "Titles, places, salaries and dates of all adverts, readable offline.",
    "saved": "enter runs it and lists what is new since the last time.",
}


class Form(NamedTuple):
    """What was typed, as it was typed."""

    keyword: str = ""
    place: str = ""
    distance: str = ""
    bands: str = ""
    staff_groups: str = ""
    contracts: str = ""
    patterns: str = ""
    name: str = ""
    order: Sort = "posted"

    def criteria(self) -> Criteria:
        """Return what is asked for; raise InputError for what cannot be."""
        miles = self.distance.strip()
        if miles and not (miles.isascii() and miles.isdigit() and len(miles) < 9):
            raise InputError(f"Miles are a whole number, not “{clean_line(miles)}”.")
        return Criteria.read(
            keyword=self.keyword,
            location=self.place,
            distance=int(miles) if miles else None,
            bands=_given(self.bands),
            staff_groups=_given(self.staff_groups),
            contracts=_given(self.contracts),
            patterns=_given(self.patterns),
        )


class Chosen(NamedTuple):
    """What to do: search by the form, run a saved search, or take in everything."""

    what: Literal["form", "saved", "everything"]
    name: str = ""


class FindDialog(Dialog[Chosen]):
    """The form; enter in any field searches, and what was typed is in `form`."""

    def __init__(
        self, form: Form, everything: str, saved: Sequence[Saved], now: datetime, problem: str
    ) -> None:
        super().__init__()
        self._fields = {
            name: CleanInput(
                getattr(form, name),
                placeholder="any; several with commas" if name in _FILTERS else "",
                id=name,
                compact=True,
                suggester=_suggester(name),
            )
            for name in _LABELS
        }
        self._order = Turn(ORDERS, form.order, id="order")
        self._everything = Button(Content(everything), id="everything", compact=True)
        self._saved = saved
        self._warned = ""
        lines = (Content(_saved_words(each, now)) for each in saved)
        self._list = OptionList(*lines, id="saved", compact=True)
        self._hint = Static("", id="field-hint", classes="hint", markup=False)
        self._problem = Static(classes="problem", markup=False)
        self._say(problem)

    @property
    def form(self) -> Form:
        """What is typed now."""
        typed = {name: field.value for name, field in self._fields.items()}
        return Form(**typed, order=self._order.value)

    def compose(self) -> ComposeResult:
        """Lay out the fields, the two ways to ask, and the saved searches."""
        with Vertical(classes="box"):
            yield Static("Find adverts on NHS Jobs", markup=False)
            for name, field in self._fields.items():
                if name == "distance":
                    continue
                if name == "name":
                    yield Horizontal(_label("Order"), self._order, classes="row")
                beside = (
                    (_label(_LABELS["distance"], "beside"), self._fields["distance"])
                    if name == "place"
                    else ()
                )
                yield Horizontal(_label(_LABELS[name]), field, *beside, classes="row")
            yield self._hint
            yield self._problem
            yield Button("Find them (enter)", id="find", compact=True)
            yield self._everything
            if self._saved:
                yield Static("Saved searches:", markup=False)
                yield self._list
            yield Static("tab next field · escape goes back", classes="hint", markup=False)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Say what may be typed in the field."""
        name = event.widget.id or ""
        if name in _FILTERS:
            names = ", ".join(value.name for value in _FILTERS[name].values)
            self._hint.update(Content(names))
        else:
            self._hint.update(Content(_HINTS.get(name, "")))

    def on_input_submitted(self) -> None:
        """Search from any field."""
        self._search()

    def on_turn_chosen(self) -> None:
        """Search from the order."""
        self._search()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Search, or take in everything."""
        if event.button is self._everything:
            self.dismiss(Chosen("everything"))
        else:
            self._search()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Run a saved search."""
        self.dismiss(Chosen("saved", self._saved[event.option_index].name))

    def _search(self) -> None:
        try:
            criteria = self.form.criteria()
        except InputError as error:
            self._say(str(error))
            return
        if criteria == EVERYTHING:
            self._say("Say what to find, or choose all of NHS Jobs below.")
        elif self._replaces(criteria):
            self._say(f"“{self._warned}” is another search already; enter again replaces it.")
        else:
            self.dismiss(Chosen("form"))

    def _say(self, sentence: str) -> None:
        self._problem.update(Content(sentence))
        self._problem.display = bool(sentence)

    def _replaces(self, criteria: Criteria) -> bool:
        """Say whether another search has the name, unless the person was told so just now."""
        name = clean_line(self.form.name)
        same = (each for each in self._saved if each.name.casefold() == name.casefold())
        other = next((each for each in same if each.criteria != criteria), None)
        told, self._warned = self._warned, name if other else ""
        return other is not None and told != name


class _Pieces(Suggester):
    """Completes the last of several values parted by commas."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(case_sensitive=True)
        self._names = names

    async def get_suggestion(self, value: str) -> str | None:
        piece = value.rpartition(",")[2].lstrip()
        found = (n for n in self._names if piece and n.casefold().startswith(piece.casefold()))
        name = next(found, None)
        return None if name is None else value + name[len(piece) :]


def _suggester(field: str) -> Suggester | None:
    if field not in _FILTERS:
        return None
    return _Pieces([value.name for value in _FILTERS[field].values])


def _given(text: str) -> tuple[str, ...]:
    return (text,) if text.strip(" ,") else ()


def _label(text: str, more: str = "") -> Static:
    return Static(Content(text), classes=f"label {more}", markup=False)


def _saved_words(saved: Saved, now: datetime) -> str:
    asked = saved.criteria.describe() or "everything"
    ran = f"last run: {since_words(saved.ran_at, now)}" if saved.ran_at else "never run"
    return f"{saved.name}: {asked} ({ran})"
