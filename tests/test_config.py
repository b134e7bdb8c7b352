from pathlib import Path

import pytest

from nhsjobtui.config import Config, Network, read_config
from nhsjobtui.errors import InputError


def test_without_a_file_all_is_as_the_program_has_it(tmp_path: Path) -> None:
    assert read_config(tmp_path / "config.toml") == Config(Network(False, 1.0, ""))
    assert list(tmp_path.iterdir()) == []


def test_settings_are_read(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('[network]\noffline = true\ninterval = 2\nat_start = "wards"\n')
    assert read_config(file).network == Network(True, 2.0, "wards")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[network]\noffline = 1\n", "offline in [network]"),
        ('[network]\noffline = "yes"\n', "must be true or false"),
        ("[network]\ninterval = -1\n", "interval in [network]"),
        ("[network]\ninterval = true\n", "interval"),
        ("[network]\ninterval = inf\n", "interval"),
        ("[network]\ninterval = nan\n", "interval"),
        ("[network]\ninterval = 99999999\n", "from 0 to 3600"),
        ("[network]\nat_start = []\n", "at_start"),
        ("[network]\nofline = true\n", "“ofline”"),
        ("offline = true\n", "“offline”"),
        ("[net]\n", "“net”"),
        ("[network\n", "not TOML"),
        ("[network]\nat_start = \udcff\n", "not UTF-8"),
    ],
)
def test_what_cannot_be_meant_is_named_with_the_file(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(InputError) as failure:
        read_config(file)
    assert says in str(failure.value)
    assert str(file) in str(failure.value)


def test_a_folder_in_its_place_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_config(tmp_path)
