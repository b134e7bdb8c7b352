"""Whatever is typed, a command answers in sentences."""

import io
import os
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nhsjobtui.cli import Launch, run
from nhsjobtui.cli.verbs import VERBS

from . import adverts
from .conftest import Shell

WORDS = st.one_of(
    st.sampled_from([verb for verb in VERBS if verb != "demo"]),
    st.sampled_from(["--json", "--offline", "--off", "--limit", "--status", "--", "-", "add", "1"]),
    st.sampled_from([adverts.NURSE, adverts.CLERK, "met", "none", "drafting", "--replace"]),
    st.text(st.characters(exclude_characters="/\\~."), max_size=8),
    st.text("-=:[]{}%0189abn\x00\x1b\udcff", max_size=6),
)


@pytest.mark.skipif(os.name == "nt", reason="names of devices are files there")
def test_no_words_bring_out_a_traceback(
    filled: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del filled
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.chdir(empty)
    home = Path(os.environ["NHSJOBTUI_HOME"])
    (home / "config.toml").write_text("[network]\noffline = true\n")  # nothing is waited for
    log = home / "log.txt"

    @settings(
        max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None
    )
    @given(st.lists(WORDS, max_size=5))
    def answers(words: list[str]) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
        out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
        with redirect_stdout(out), redirect_stderr(io.StringIO()) as err:
            code = run(words)
        assert isinstance(code, Launch) or code in {0, 1, 2}
        assert "Traceback" not in err.getvalue()
        assert not log.exists(), log.read_text("utf-8")
        if code in {1, 2}:
            assert err.getvalue().startswith("nhsjobtui: ")

    answers()
