"""The typeface is cut once, and is small."""

import pytest

from portal import fonts

pytest.importorskip("fontTools")
pytest.importorskip("font_hanken_grotesk")


def test_both_weights_are_made_once_and_hold_the_signs_of_three_languages(tmp_path):
    from fontTools.ttLib import TTFont

    made = fonts.make(tmp_path / "fonts")
    assert sorted(path.name for path in made) == ["hg-400.woff2", "hg-700.woff2"]
    assert all(path.stat().st_size < 24_000 for path in made)
    signs = set(TTFont(made[0]).getBestCmap())
    assert {ord(sign) for sign in "àèéìòùÀÈçœŒêäöüß€«»“”’–·×"} <= signs
    assert fonts.make(tmp_path / "fonts") == []


def test_the_folder_belongs_to_the_release_and_not_to_the_data(monkeypatch, tmp_path):
    monkeypatch.setenv("BUILD_DIR", str(tmp_path))
    monkeypatch.setenv("DATA_DIR", "/nowhere")
    assert fonts.default_folder() == tmp_path / "fonts"
