"""What NHS Jobs filters by: a person's word for it, the board's code, and the advert's word."""

from collections.abc import Sequence
from typing import NamedTuple

from nhsjobtui.clean import clean_line
from nhsjobtui.errors import InputError
from nhsjobtui.model.cut import cut
from nhsjobtui.model.query import band_key


class Value(NamedTuple):
    """One value of a filter; `words` are other words that people use for it."""

    code: str
    name: str
    words: str = ""


class Filter(NamedTuple):
    """One filter of the feed; `parameter` is its name there."""

    parameter: str
    what: str
    values: tuple[Value, ...]

    def named(self, code: str) -> str:
        """Return how an advert says a code."""
        return next((value.name for value in self.values if value.code == code), code)

    def read(self, texts: Sequence[str]) -> tuple[str, ...]:
        """Return the codes of what a person typed, one value or several parted by commas.

        Raises InputError, naming what there is, for what is none.
        """
        pieces = [piece for text in texts for piece in clean_line(text).split(",") if piece.strip()]
        if texts and not pieces:
            raise self._unknown("")
        codes = [code for piece in pieces for code in self._codes(piece.strip())]
        order = [value.code for value in self.values]
        return tuple(sorted(set(codes), key=order.index))

    def _codes(self, text: str) -> list[str]:
        for value in self.values:
            if text.casefold() in {value.code.casefold(), value.name.casefold()}:
                return [value.code]
        if self is BANDS:
            found = [v.code for v in self.values if _is_band(band_key(text), band_key(v.name))]
        else:
            typed = _words(text)
            found = [
                value.code
                for value in self.values
                if typed and all(_begins(word, value) for word in typed)
            ]
        if not found or (len(found) > 1 and self is not BANDS):
            raise self._unknown(text, found)
        return found

    def _unknown(self, text: str, among: Sequence[str] = ()) -> InputError:
        names = ", ".join(self.named(code) for code in among or [v.code for v in self.values])
        said = f"“{cut(text)}” is not {self.what} of NHS Jobs."
        if among:
            said = f"“{cut(text)}” may be more than one {self.what.partition(' ')[2]} of NHS Jobs."
        return InputError(said, f"Choose of: {names}.")


def _is_band(typed: str, band: str) -> bool:
    """Say whether a band is meant; Band 8 is all of 8a to 8d."""
    return typed == band or (typed == "8" and band[:1] == "8")


def _begins(word: str, value: Value) -> bool:
    words = _words(f"{value.name} {value.words} {value.code}")
    return any(known.startswith(word) for known in words)


def _words(text: str) -> list[str]:
    plain = "".join(c if c.isalnum() else " " for c in text.casefold())
    return [word for word in plain.split() if word not in {"and", "or"}]


BANDS = Filter(
    "payBand",
    "a band",
    (
        *(Value(f"BAND_{n}", f"Band {n}") for n in range(2, 8)),
        *(Value(f"BAND_8{letter.upper()}", f"Band 8{letter}") for letter in "abcd"),
        Value("BAND_9", "Band 9"),
        Value("CONSULTANT", "Consultant"),
    ),
)
STAFF_GROUPS = Filter(
    "staffGroup",
    "a staff group",
    (
        Value("CLINICAL_SERVICES", "Clinical services", "support healthcare assistants"),
        Value("PROF_SCIENTIFIC_AND_TECHNICAL", "Professional scientific and technical"),
        Value("ADMINISTRATIVE_AND_CLERICAL", "Administrative and clerical", "administration"),
        Value("ALLIED_HEALTH_PROF", "Allied health professionals", "ahp therapists therapy"),
        Value("ESTATES_AND_ANCILLARY", "Estates and ancillary", "facilities"),
        Value("HEALTHCARE_SCIENTISTS", "Healthcare scientists", "science"),
        Value("MEDICAL_AND_DENTAL", "Medical and dental", "doctors dentists"),
        Value("NURSING_AND_MIDWIFERY_REGD", "Nursing and midwifery", "nurses midwives registered"),
        Value("STUDENTS", "Students"),
    ),
)
CONTRACTS = Filter(
    "contractType",
    "a contract",
    (
        Value("Permanent", "Permanent"),
        Value("Fixed-Term", "Fixed term", "temporary"),
        Value("Locum", "Locum"),
        Value("Bank", "Bank"),
        Value("Apprenticeship", "Apprenticeship"),
        Value("Secondment", "Secondment"),
        Value("Training", "Training"),
    ),
)
PATTERNS = Filter(
    "workingPattern",
    "a working pattern",
    (
        Value("full-time", "Full-time"),
        Value("part-time", "Part-time"),
        Value("flexible-working", "Flexible working"),
        Value("home-or-remote-working", "Home or remote working"),
        Value("job-share", "Job share"),
        Value("compressed-hours", "Compressed hours"),
        Value("annualised-hours", "Annualised hours"),
        Value("term-time-hours", "Term time hours", "school"),
    ),
)
