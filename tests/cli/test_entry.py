"""What holds for every command: options, help, mistakes, exit codes."""

import pytest

from nhsjobtui import __version__
from nhsjobtui.cli import Launch, context, run
from nhsjobtui.cli.verbs import VERBS
from nhsjobtui.paths import current_paths

from . import adverts
from .conftest import Shell


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("words", "offline"), [([], None), (["--offline"], True), (["--online"], False)]
)
def test_without_a_command_the_app_opens(words: list[str], offline: bool | None) -> None:
    assert run(words) == Launch(current_paths(), demo=False, offline=offline)


def test_offline_and_online_at_once_is_wrong_use(shell: Shell) -> None:
    for words in (["--offline", "--online"], ["--offline", "paths", "--online"]):
        result = shell(*words)
        assert (result.code, result.out) == (2, "")
        assert "cannot both be meant" in result.err


def test_json_without_a_command_is_wrong_use(shell: Shell) -> None:
    result = shell("--json")
    assert result.code == 2
    assert "needs a command" in result.err


@pytest.mark.parametrize("words", [["--version"], ["list", "--version"], ["--json", "--version"]])
def test_the_version_is_printed_anywhere(shell: Shell, words: list[str]) -> None:
    assert shell.ok(*words).out == f"nhsjobtui {__version__}\n"


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_the_overview_names_every_command(shell: Shell, option: str) -> None:
    lines = shell.ok(option).lines
    for verb in VERBS.values():
        assert any(line.startswith(f"  {verb.name}") and verb.help in line for line in lines)


@pytest.mark.parametrize("verb", VERBS)
def test_every_command_has_help_with_examples(shell: Shell, verb: str) -> None:
    text = shell.ok(verb, "--help").out
    assert text.startswith(f"usage: nhsjobtui {verb}")
    assert f"examples:\n  nhsjobtui {verb}" in text
    assert "--json" in text
    assert "--offline" in text


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("lsit", "Did you mean list?"),
        ("shwo", "Did you mean show?"),
        ("qwerty", "nhsjobtui --help"),
        ("https://www.jobs.nhs.uk/candidate/jobadvert/C9999-26-0101", "nhsjobtui add https:"),
        ("C9999-26-0101", "nhsjobtui show C9999-26-0101"),
    ],
)
def test_an_unknown_command_gets_a_hint(shell: Shell, typed: str, hint: str) -> None:
    result = shell(typed)
    assert result.code == 2
    assert f"There is no command “{typed}”." in result.err
    assert hint in result.err
    assert result.out == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--nonsense"], "There is no option “--nonsense”."),
        (["list", "--nonsense"], "There is no option “--nonsense”."),
        (["list", "--short"], "There is no option “--short”."),
        (["show"], "REF is missing."),
        (["stage", adverts.NURSE], "STAGE is missing."),
        (["paths", "extra"], "“extra” is one too many."),
        (["list", "--limit", "many"], "--limit takes a whole number from 0 up, not “many”."),
        (["list", "--limit", "-3"], "--limit takes a whole number from 0 up, not “-3”."),
        (["list", "--sort", "age"], "Choose closing, posted, title or salary."),
        (["list", "--limit"], "Argument --limit: expected one argument."),
    ],
)
def test_wrong_use_is_said_in_a_sentence(shell: Shell, words: list[str], said: str) -> None:
    result = shell(*words)
    assert result.code == 2
    assert said in result.err
    assert result.err.count("\n") == 1


@pytest.mark.parametrize("words", [["--json", "paths"], ["paths", "--json"]])
def test_json_stands_before_or_after_the_command(shell: Shell, words: list[str]) -> None:
    assert shell.ok(*words).out.startswith('{"library": ')


@pytest.mark.parametrize("words", [["--offline", "paths"], ["paths", "--offline"]])
def test_offline_stands_before_or_after_the_command(shell: Shell, words: list[str]) -> None:
    assert shell.ok(*words).out.startswith("library")


def test_a_mistake_of_the_program_is_a_sentence_and_the_traceback_is_in_the_log(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object, **__: object) -> None:
        raise LookupError("a mistake made on purpose")

    monkeypatch.setattr(context.Context, "library", broken)
    result = shell("list")
    log = current_paths().log_file
    assert result.code == 1
    assert result.err == (
        "nhsjobtui: There is a mistake in nhsjobtui itself (LookupError). What was saved before "
        f"is kept. The details for a report are in {log}.\n"
    )
    assert "Traceback" in log.read_text("utf-8")
    assert "a mistake made on purpose" in log.read_text("utf-8")
    assert log.stat().st_mode & 0o777 == 0o600


def test_a_stop_with_ctrl_c_is_a_sentence_and_130(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(context.Context, "library", stopped)
    result = shell("list")
    assert result.code == 130
    assert result.err == "nhsjobtui: Stopped. What was done before is kept.\n"


def test_a_home_that_cannot_be_a_folder_is_said(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NHSJOBTUI_HOME", "/dev/null/library")
    result = shell("list")
    assert result.code in {1, 2}
    assert "/dev/null/library" in result.err
    assert "Traceback" not in result.err
