"""What a person can change in a library, and take back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING

from nhsjobtui.library import answers, journal
from nhsjobtui.library.store import Store
from nhsjobtui.library.views import Undone
from nhsjobtui.model.application import Criterion, Stage, Status

if TYPE_CHECKING:
    from nhsjobtui.library.bank import Bank
    from nhsjobtui.library.importing import Imported
    from nhsjobtui.library.sent import SentCopy
    from nhsjobtui.model.application import StageDetail
    from nhsjobtui.model.statement import Plan
    from nhsjobtui.model.whole import Application


class Answering:
    """The part of a library that keeps the person's own work; each change is one step of undo."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now

    @property
    def bank(self) -> "Bank":
        """Everything the person ever wrote."""
        from nhsjobtui.library.bank import Bank

        return Bank(self._store, self._now)

    def application(self, advert_id: int) -> "Application":
        """Return an advert with everything the person added, its log and the copies sent."""
        from nhsjobtui.library import applications

        return applications.load(self._store, advert_id)

    def applications(self) -> list[int]:
        """Return the adverts at a stage or with an answer, a question or a paragraph of one."""
        from nhsjobtui.library import applications

        return applications.ids(self._store)

    def carrying(self, *, or_whole: bool = False) -> list[int]:
        """Return the adverts that carry anything of the person's; `or_whole`, every full one."""
        from nhsjobtui.library import applications

        return applications.carrying(self._store, or_whole=or_whole)

    def take_in(self, whole: "Application") -> "Imported":
        """Keep an application out of a file: a new one as it was, a known one merged.

        Merging is one step of undo. Of two texts for one criterion the newer stands and the older
        goes to the bank; other texts are put one below the other.
        """
        from nhsjobtui.library import importing

        return importing.take_in(self._store, whole, self._now())

    def stages(self, advert_id: int) -> "list[StageDetail]":
        """Return what the person noted of the stages: when, who and where."""
        from nhsjobtui.library import applications

        return applications.stages(self._store, advert_id)

    def sent(self, advert_id: int) -> "SentCopy | None":
        """Return what was sent, None where the application was never marked as applied."""
        from nhsjobtui.library import sent

        return sent.newest(self._store, advert_id)

    def plan(self, advert_id: int) -> "Plan":
        """Return how the statement of an application is put together."""
        from nhsjobtui.library import applications

        return applications.whole(self._store, advert_id).plan

    def set_shortlisted(self, advert_id: int, on: bool) -> None:
        """Put an advert on the shortlist or take it off."""
        answers.set_shortlisted(self._store, advert_id, on, self._now())

    def set_stage(
        self,
        advert_id: int,
        stage: Stage | None,
        *,
        day: date | None = None,
        time: str | None = None,
        note: str = "",
    ) -> bool:
        """Say how far the application has come; None for not begun.

        `day` and `time` ("HH:MM", London) are when the interview or whatever it is takes place,
        `note` says who and where. Marking it as applied freezes a copy of it, unless there is
        one from this time of applying; returns whether it did.
        """
        from nhsjobtui.library import stages

        return stages.set_stage(
            self._store, advert_id, stage, self._now(), day=day, time=time, note=note
        )

    def set_note(self, advert_id: int, text: str, *, continuing: bool = False) -> None:
        """Replace the note; `continuing` for one more save in the same sitting of typing."""
        self._set_text(advert_id, "note", text, continuing)

    def set_questions(self, advert_id: int, text: str, *, continuing: bool = False) -> None:
        """Replace the person's own questions for the interview; `continuing` as for a note."""
        self._set_text(advert_id, "questions", text, continuing)

    def set_opening(self, advert_id: int, text: str, *, continuing: bool = False) -> None:
        """Replace the opening paragraph of the statement; `continuing` as for a note."""
        self._set_text(advert_id, "opening", text, continuing)

    def set_ending(self, advert_id: int, text: str, *, continuing: bool = False) -> None:
        """Replace the closing paragraph of the statement; `continuing` as for a note."""
        self._set_text(advert_id, "ending", text, continuing)

    def set_plan(self, advert_id: int, plan: "Plan") -> None:
        """Keep how the statement is put together, but for its two paragraphs."""
        answers.set_plan(self._store, advert_id, plan, self._now())

    def set_status(self, advert_id: int, key: str, status: Status) -> None:
        """Tick a criterion, or not."""
        answers.set_status(self._store, advert_id, key, status, self._now())

    def set_self_mark(self, advert_id: int, key: str, self_mark: int | None) -> None:
        """Keep the person's own mark for a criterion, 0 to 3 as in `SELF_MARKS`; None for none."""
        answers.set_self_mark(self._store, advert_id, key, self_mark, self._now())

    def set_evidence(
        self, advert_id: int, key: str, text: str, *, continuing: bool = False
    ) -> None:
        """Replace the evidence for a criterion; `continuing` as for a note."""
        answers.set_evidence(self._store, advert_id, key, text, self._now(), continuing=continuing)

    def add_criterion(
        self, advert_id: int, text: str, *, group: str = "", essential: bool = True
    ) -> Criterion:
        """Add a criterion by hand."""
        return answers.add_criterion(
            self._store, advert_id, text, self._now(), group=group, essential=essential
        )

    def remove_criterion(self, advert_id: int, key: str) -> None:
        """Remove a criterion that was added by hand."""
        answers.remove_criterion(self._store, advert_id, key, self._now())

    @contextmanager
    def one_step(self) -> Iterator[None]:
        """Make the person's changes inside one step of undo, kept all together or not at all."""
        with journal.one_step(self._store):
            yield

    def undo(self) -> Undone | None:
        """Take back the person's newest step."""
        return journal.undo(self._store, self._now())

    def redo(self) -> Undone | None:
        """Make the step that was last taken back again."""
        return journal.redo(self._store, self._now())

    def forget_steps(self) -> None:
        """Leave nothing to undo or redo; what was done stays done."""
        journal.forget(self._store)

    def _set_text(self, advert_id: int, field: answers.Text, text: str, continuing: bool) -> None:
        answers.set_text(self._store, advert_id, field, text, self._now(), continuing=continuing)
