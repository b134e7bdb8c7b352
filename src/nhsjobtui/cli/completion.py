"""`completion`: the script that completes commands in a shell."""

from argparse import ArgumentParser, Namespace

from nhsjobtui.cli.context import Context
from nhsjobtui.cli.output import say
from nhsjobtui.cli.parser import one_of

EXAMPLES = (
    "completion bash > ~/.local/share/bash-completion/completions/nhsjobtui",
    "completion zsh > ~/.zfunc/_nhsjobtui        (with ~/.zfunc in $fpath)",
    "completion fish > ~/.config/fish/completions/nhsjobtui.fish",
)
SHELLS = ("bash", "zsh", "fish")


def arguments(parser: ArgumentParser) -> None:
    """Add what `completion` takes."""
    parser.add_argument(
        "shell", metavar="SHELL", type=one_of(SHELLS, "a shell this knows"), help="bash, zsh, fish"
    )


def run(given: Namespace, context: Context) -> int:
    """Print the script."""
    from argcomplete.shell_integration import shellcode

    say(shellcode(["nhsjobtui"], shell=given.shell).strip("\n"))
    return 0
