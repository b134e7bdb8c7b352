"""Rows of tables and lists of terms: two cells are a label and its value."""

from nhsjobtui.reading.blocks import Block
from nhsjobtui.reading.spec_table import Columns, columns_of, row_of


class Rows:
    """Takes blocks into `out` and passes them on; those of a two-cell row go on as one pair."""

    def __init__(self, out: list[Block]) -> None:
        self.out = out
        self._page = out
        self._rows: list[list[list[Block]]] = []
        self._columns: Columns = {}
        self._term: list[Block] | None = None
        self._definition: list[Block] | None = None

    def open(self, tag: str) -> None:
        """Begin a row, a cell, a term or a definition."""
        if tag == "tr":
            self._rows.append([])
        elif tag == "dt":
            self._end_terms()
            self._term = []
        elif tag == "dd":
            self._end_definition()
            self._definition = []
        elif self._rows:
            self._rows[-1].append([])
        self._turn()

    def close(self, tag: str) -> None:
        """End what `open` began."""
        if tag == "dd":
            self._end_definition()
        elif tag == "dl":
            self._end_terms()
        elif tag == "tr" and self._rows:
            self._end_row(self._rows.pop())
        elif tag == "table":
            self._columns = {}
        self._turn()

    def _end_row(self, cells: list[list[Block]]) -> None:
        if columns := columns_of(cells):
            self._columns = columns
        elif self._columns:
            self._sink().extend(row_of(self._columns, cells))
        else:
            self._sink().extend(_row([cell for cell in cells if cell]))

    def _turn(self) -> None:
        if self._definition is not None:
            self.out = self._definition
        elif self._term is not None:
            self.out = self._term
        else:
            self.out = self._sink()

    def _sink(self) -> list[Block]:
        if self._rows:
            row = self._rows[-1]
            if not row:
                row.append([])
            return row[-1]
        return self._page

    def _end_definition(self) -> None:
        definition, self._definition = self._definition, None
        if definition is None:
            return
        term, self._term = self._term or [], None
        self._sink().extend(_row([cell for cell in (term, definition) if cell]))

    def _end_terms(self) -> None:
        self._end_definition()
        term, self._term = self._term, None
        self._sink().extend(term or [])


def _row(cells: list[list[Block]]) -> list[Block]:
    """Return a pair for two cells of plain text, otherwise the cells' blocks in order."""
    if len(cells) == 2 and all(len(cell) == 1 and cell[0].kind == "paragraph" for cell in cells):
        (label,), (value,) = cells
        if len(label.text) <= 60:
            return [Block("pair", value.text, label.text.rstrip(" :"), id=value.id)]
    if len(cells) == 2 and len(cells[0]) == 1 and cells[0][0].kind == "paragraph":
        kinds = {block.kind for block in cells[1]}
        if kinds == {"paragraph"} and len(cells[1]) <= 4 and len(cells[0][0].text) <= 60:
            text = " ".join(block.text for block in cells[1])
            return [Block("pair", text, cells[0][0].text.rstrip(" :"))]
    return [block for cell in cells for block in cell]
