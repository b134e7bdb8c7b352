"""From the words typed to the command that runs, and from its failures to sentences."""

import os
from collections.abc import Sequence

from nhsjobtui.cli.launch import Launch
from nhsjobtui.errors import InputError, NhsJobTuiError
from nhsjobtui.paths import Paths, current_paths

STOPPED = 130
PIPE_CLOSED = 141


def run(argv: Sequence[str]) -> int | Launch:
    """Run one command and return its exit code, or say that the app is to be opened.

    Exit codes: 0 done, 1 failed, 2 wrong use or input; 130 stopped with Ctrl-C and 141 the
    reader of stdout went away, as shells have them.
    """
    if "_ARGCOMPLETE" in os.environ:
        from nhsjobtui.cli.completing import complete

        return complete()
    try:
        paths = current_paths()
    except (OSError, RuntimeError) as error:  # no home, or a working folder that is gone
        from nhsjobtui.cli.output import complain

        complain(f"The folder for the library cannot be found: {error}")
        return InputError.exit_code
    return _guarded(argv, paths) if argv else Launch(paths)


def _guarded(argv: Sequence[str], paths: Paths) -> int | Launch:
    """Run a command; whatever goes wrong is said in a sentence."""
    import sys

    from nhsjobtui.cli import output

    output.prepare()
    try:
        try:
            outcome = _command(argv, paths)
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()
    except NhsJobTuiError as error:
        output.complain(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        output.complain("Stopped. What was done before is kept.")
        return STOPPED
    except BrokenPipeError:
        output.abandon_stdout()
        return PIPE_CLOSED
    except OSError as error:
        output.abandon_stdout()
        where = f" ({error.filename})" if error.filename else ""
        output.complain(f"{error.strerror or error}{where}. What was done before is kept.")
        return 1
    except Exception as error:
        from nhsjobtui.bugs import report

        output.complain(report(error, paths))
        return 1
    return outcome


def _command(argv: Sequence[str], paths: Paths) -> int | Launch:
    """Find the command among the words typed and run it."""
    options = {"--json": False, "--offline": False, "--online": False}
    rest = list(argv)
    while rest and rest[0].startswith("-"):
        option = rest.pop(0)
        if option in options:
            options[option] = True
        else:
            return _about(option)
    if not rest:
        if options["--json"]:
            raise InputError("--json needs a command.", "See: nhsjobtui --help")
        return Launch(paths, offline=_offline(options["--offline"], options["--online"]))
    name = rest.pop(0)
    if name == "demo" and not rest:  # the app opens: nothing else is loaded before it
        from nhsjobtui.cli.demo import demo_paths

        return Launch(demo_paths(paths), demo=True)
    from nhsjobtui.cli.verbs import VERBS

    if name not in VERBS:
        raise _unknown(name)
    return _run_verb(name, rest, paths, **{key[2:]: on for key, on in options.items()})


def _run_verb(
    name: str, words: Sequence[str], paths: Paths, *, json: bool, offline: bool, online: bool
) -> int | Launch:
    """Import the module of a command, read its arguments and run it."""
    from importlib import import_module

    from nhsjobtui.cli.context import Context
    from nhsjobtui.cli.parser import add_common, parse, parser_for
    from nhsjobtui.cli.verbs import VERBS

    module = import_module(f"nhsjobtui.cli.{name}")
    parser = parser_for(VERBS[name], module.EXAMPLES)
    module.arguments(parser)
    add_common(parser)
    try:
        given = parse(parser, words)
    except SystemExit as asked:  # --help and --version print and leave
        return int(asked.code or 0)
    network = _offline(offline or given.offline, online or given.online)
    context = Context(paths, json or given.json, network)
    outcome: int | Launch = module.run(given, context)
    return outcome


def _offline(offline: bool, online: bool) -> bool | None:
    """Return whether no network is to be used, None where config.toml says so or not."""
    if offline and online:
        raise InputError("--offline and --online cannot both be meant.")
    return offline or (False if online else None)


def _about(option: str) -> int:
    """Answer an option that stands alone."""
    from nhsjobtui import __version__
    from nhsjobtui.cli.output import say
    from nhsjobtui.cli.verbs import overview

    if option in {"--help", "-h"}:
        say(overview().rstrip("\n"))
    elif option == "--version":
        say(f"nhsjobtui {__version__}")
    else:
        from nhsjobtui.clean import clean_line

        raise InputError(f"There is no option “{clean_line(option)}”.", "See: nhsjobtui --help")
    return 0


def _unknown(name: str) -> InputError:
    """Return what to say to a command that does not exist."""
    from difflib import get_close_matches
    from pathlib import Path

    from nhsjobtui.clean import clean_line
    from nhsjobtui.cli.verbs import VERBS
    from nhsjobtui.model.references import is_slug, is_trac_number, looks_like_address

    shown = clean_line(name)
    if looks_like_address(name) or Path(name).exists():
        hint = f"To keep this advert: nhsjobtui add {shown}"
    elif is_slug(name) or is_trac_number(name):
        hint = f"To read this advert: nhsjobtui show {shown}"
    elif near := get_close_matches(name.casefold(), VERBS, n=1):
        hint = f"Did you mean {near[0]}? See: nhsjobtui --help"
    else:
        hint = "See: nhsjobtui --help"
    return InputError(f"There is no command “{shown}”.", hint)
