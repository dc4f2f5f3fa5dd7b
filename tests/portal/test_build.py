"""Static files belong to a release: contents decide whether they are collected, and never times."""

import os

from django.conf import settings

from portal import build


def test_an_older_file_of_another_content_is_collected(tmp_path, settings, monkeypatch):
    source, settings.STATIC_ROOT = tmp_path / "source", tmp_path / "build" / "static"
    source.mkdir()
    settings.STATICFILES_DIRS = [source]
    collected = []

    def collect(*_args, **_options):
        collected.append((source / "site.css").read_text())
        settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)

    monkeypatch.setattr(build, "call_command", collect)
    (source / "site.css").write_text("new")
    assert build.collect()
    assert not build.collect()
    (source / "site.css").write_text("old")
    os.utime(source / "site.css", (0, 0))
    assert build.collect()
    assert collected == ["new", "old"]


def test_what_is_built_from_the_code_lies_outside_of_the_data():
    from portal.settings import base

    assert base.STATIC_ROOT.is_relative_to(base.BUILD_DIR)
    assert settings.SEARCH_WORDS_DIR.is_relative_to(settings.BUILD_DIR)
