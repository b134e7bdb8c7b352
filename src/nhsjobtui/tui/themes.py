"""The program's own colours, dark and light."""

from textual.theme import Theme

DARK = Theme(
    name="nhs-dark",
    primary="#41b6e6",
    secondary="#0072ce",
    accent="#ffb81c",
    foreground="#e8edee",
    background="#11181f",
    surface="#18222c",
    panel="#22303d",
    success="#78be20",
    warning="#ffb81c",
    error="#ff6a6a",
    dark=True,
)
LIGHT = Theme(
    name="nhs-light",
    primary="#005eb8",
    secondary="#003087",
    accent="#a05a00",
    foreground="#212b32",
    background="#f8fafb",
    surface="#ffffff",
    panel="#dfe7ec",
    success="#006747",
    warning="#8a5200",
    error="#b3261e",
    dark=False,
)
THEMES = (DARK, LIGHT)
