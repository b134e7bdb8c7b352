"""The table of commands, and the overview that `--help` prints."""

from typing import NamedTuple


class Verb(NamedTuple):
    """One command; its module in this package has the same name and is imported when it runs."""

    name: str
    shape: str
    help: str


VERBS: dict[str, Verb] = {
    verb.name: verb
    for verb in (
        Verb("add", "TARGET…", "Keep adverts: from NHS Jobs, saved pages, or - for stdin"),
        Verb("parse", "FILE…", "Print what saved pages say, as JSON; touches no library"),
        Verb("list", "[QUERY]", "List adverts, the one that closes first at the top"),
        Verb("show", "REF", "Print an advert with its checklist, evidence and notes"),
        Verb("shortlist", "REF…", "Put adverts on your shortlist, or take them off"),
        Verb("stage", "REF STAGE", "Say how far your application has come"),
        Verb("todo", "", "Say what needs doing: what closes soon, interviews, long silence"),
        Verb("log", "REF", "Print what happened to an advert and what you did, dated"),
        Verb("note", "REF [TEXT|-]", "Add to the note on an advert, or print it"),
        Verb("tick", "REF N…", "Mark criteria as met, partly met, a gap or still to do"),
        Verb("mark", "REF N 0-3", "Give your own evidence a mark"),
        Verb("evidence", "REF N [TEXT|-]", "Write, copy or print the evidence for a criterion"),
        Verb("statement", "REF", "Print the evidence as one statement, counted, or set it up"),
        Verb("bank", "[QUERY]", "Find what you wrote before, whichever advert it was for"),
        Verb("criterion", "REF add|remove", "Add a criterion by hand, or remove it again"),
        Verb("sync", "", "Take in what NHS Jobs lists: all of it, a search, or what is new"),
        Verb("searches", "", "List your saved searches, or remove one"),
        Verb("refresh", "[REF…|--shortlisted]", "Ask NHS Jobs again for adverts you keep"),
        Verb("changes", "[--since DATE]", "Say what the boards changed on adverts you keep"),
        Verb("documents", "REF [--get N|all]", "List an advert's documents, or download them"),
        Verb("questions", "REF [TEXT|-]", "Add to your questions for the interview, or print them"),
        Verb("export", "[REF…] --format F", "Write statements, whole applications or a calendar"),
        Verb("import", "FILE…", "Take in applications that were exported as TOML or JSON"),
        Verb("undo", "", "Take back the last change"),
        Verb("redo", "", "Do again what was taken back"),
        Verb("paths", "", "Print where the files are"),
        Verb("keys", "", "Print the keys of the app"),
        Verb("demo", "", "Open the app on a library of invented adverts"),
        Verb("completion", "SHELL", "Print the script that completes commands in your shell"),
    )
}

_TOP = """\
usage: nhsjobtui [--offline | --online] [--json] [COMMAND …]

Keep NHS job adverts on your own machine and prepare applications from them.
Without a command it opens the app.

commands:
"""
_BOTTOM = """
A REF is an advert's reference in its address, its reference number, or its address.

everywhere:
  --json       print one JSON object a line
  --offline    use no network
  --online     use the network although config.toml says offline
  --help       this, or with a command what that command takes
  --version    the version

examples:
  nhsjobtui add C9999-26-0101 ~/Downloads/staff-nurse.html
  nhsjobtui list ward --band 6 --closing-within 7
  nhsjobtui show C9999-26-0101
  nhsjobtui evidence C9999-26-0101 3 "I led the handover on a ward of 24 beds."
"""


def overview() -> str:
    """Return the help for the program as a whole."""
    shapes = {verb: f"{verb.name} {verb.shape}".strip() for verb in VERBS.values()}
    width = max(map(len, shapes.values()))
    rows = (f"  {shape:<{width}}  {verb.help}\n" for verb, shape in shapes.items())
    return _TOP + "".join(rows) + _BOTTOM
