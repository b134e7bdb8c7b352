"""The colours that the style sheet gives to parts of a drawn widget."""

from rich.style import Style
from textual.widget import Widget


def component_style(widget: Widget, family: str, name: str, *, selected: bool) -> Style:
    """Return the style of one kind of text; a selected one lies on the family's cursor."""
    names = (f"{family}--cursor", f"{family}--{name}") if selected else (f"{family}--{name}",)
    return widget.get_visual_style(*names).rich_style
