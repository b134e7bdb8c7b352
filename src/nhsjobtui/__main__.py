"""The program: a command, or the app."""

import gc
import os
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from nhsjobtui.cli import Launch


_NO_TERMINAL = (
    "nhsjobtui: The app needs a terminal. Every action is also a command: nhsjobtui --help"
)


def main() -> int:
    """Run what was typed and return the exit code."""
    # A short command makes no garbage worth looking for; the app turns it on once it is painted.
    gc.disable()
    try:
        from nhsjobtui.cli import Launch, run

        outcome = run(sys.argv[1:])
        if isinstance(outcome, Launch):
            return _open(outcome)
        gc.freeze()  # nor does its end look through everything that was loaded
        return outcome
    except KeyboardInterrupt:
        print("nhsjobtui: Stopped.", file=sys.stderr)
        return 130


def _open(launch: "Launch") -> int:
    """Open the app; what it cannot say on the screen is said on stderr."""
    if not (_is_terminal(sys.stdin) and _is_terminal(sys.stderr)):
        print(_NO_TERMINAL, file=sys.stderr)
        return 2
    try:
        from nhsjobtui.tui import open_app

        code = open_app(launch.paths, demo=launch.demo, offline=launch.offline)
    except Exception as error:
        from nhsjobtui.bugs import report
        from nhsjobtui.cli.output import complain
        from nhsjobtui.errors import NhsJobTuiError

        if isinstance(error, NhsJobTuiError):
            complain(str(error))
            return error.exit_code
        complain(report(error, launch.paths))
        return 1
    # All is kept and said; taking everything apart and waiting for idle threads would be felt.
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _is_terminal(stream: TextIO | None) -> bool:
    # Textual reads stdin and draws on stderr, unless another driver was asked for.
    return "TEXTUAL_DRIVER" in os.environ or (stream is not None and stream.isatty())


if __name__ == "__main__":
    sys.exit(main())
