"""Statements as plain text, ready for a form's box."""

from collections.abc import Sequence

from nhsjobtui.model.plain import plain_text
from nhsjobtui.model.whole import Application
from nhsjobtui.writing.outline import subtitle_of, title_of


def statements(applications: Sequence[Application]) -> str:
    """Return the text of one statement, or of several, each under the title of its advert."""
    if len(applications) == 1:
        return f"{applications[0].statement.text}\n"
    return "\n\n".join(map(_titled, applications))


def _titled(whole: Application) -> str:
    title = ", ".join(filter(None, (title_of(whole), subtitle_of(whole))))
    title = plain_text(title)
    return f"{title}\n{'=' * len(title)}\n\n{whole.statement.text}\n"
