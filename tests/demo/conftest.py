"""A small content folder to load, and the real content loaded once for a module."""

from copy import deepcopy
from pathlib import Path

import pytest
import yaml

SMALL = {
    "it/organisations/regione.yaml": {"name": "Regione Prova", "region": "ITC4"},
    "it/topics/cinema.yaml": {"name": "Cinema"},
    "en/topics/cinema.yaml": {"name": "Film"},
    "it/pages/home.yaml": {
        "type": "home.HomePage",
        "parent": None,
        "title": "Intreccio",
        "slug": "home",
        "headline": "Fili che si incrociano",
        "picks": [{"section": "lead", "page": "projects/rete"}],
    },
    "en/pages/home.yaml": {"title": "Intreccio", "headline": "Threads that cross"},
    "it/pages/projects.yaml": {
        "type": "news.ProjectIndexPage",
        "parent": "home",
        "title": "Progetti",
        "slug": "progetti",
    },
    "en/pages/projects.yaml": {"title": "Projects", "slug": "projects"},
    "it/projects/rete.yaml": {
        "type": "news.ProjectPage",
        "parent": "projects",
        "title": "La rete",
        "slug": "la-rete",
        "kind": "network",
        "summary": "Una rete.",
        "regions": ["ITC4", "ITH5"],
        "topics": ["cinema"],
        "related": ["projects/altra"],
        "parties": [{"organisation": "regione", "role": "promoter"}],
        "objectives": ["Il primo", "Il secondo"],
        "body": [
            {"heading": "Che cos’è"},
            {"text": "Un **nodo** e [un altro](page:projects/altra) [qui](https://a.org/).\n\n- uno\n- due"},
            {"table": {"caption": "Conti", "columns": ["Anno", "Soci"], "rows": [["2024", "tre"]]}},
            {"callout": {"kind": "warning", "title": "Attenti", "text": "Al filo."}},
            {"button": {"text": "Vai", "page": "projects/altra"}},
        ],
    },
    "en/projects/rete.yaml": {
        "title": "The network",
        "slug": "the-network",
        "summary": "A network.",
        "objectives": ["The first", "The second"],
        "body": [
            {"heading": "What it is"},
            {"text": "[Here](https://a.org/) is a **knot**, [another](page:projects/altra).\n\n- one\n- two"},
            {"table": {"caption": "Accounts", "columns": ["Year", "Members"], "rows": [["2024", "three"]]}},
            {"callout": {"title": "Beware", "text": "Of the thread."}},
            {"button": {"text": "Go"}},
        ],
    },
    "it/projects/altra.yaml": {
        "type": "news.ProjectPage",
        "parent": "projects",
        "title": "L’altra rete",
        "slug": "altra",
        "kind": "network",
        "picture": "none",
        "body": [{"button": {"text": "Torna", "page": "projects/rete"}}],
    },
    "en/projects/altra.yaml": {
        "title": "The other network",
        "slug": "other",
        "body": [{"button": {"text": "Back"}}],
    },
}  # fmt: skip


class Folder:
    """A content folder in the making: ``files`` is what it will hold."""

    def __init__(self, path: Path):
        self.path, self.files = path, deepcopy(SMALL)

    def write(self) -> Path:
        for name, data in self.files.items():
            file = self.path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(data if isinstance(data, str) else yaml.safe_dump(data, allow_unicode=True))
        return self.path


@pytest.fixture
def no_sizes(monkeypatch):
    """Pictures without their sizes, where a test does not look at them: encoding takes its time."""
    monkeypatch.setattr("demo.pictures.filters", lambda picture: [])


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path)


@pytest.fixture
def small(db, folder):
    """The small content, loaded; returns the folder."""
    from demo.loader import load

    load(folder.write())
    return folder.path


@pytest.fixture(scope="module")
def everything(standing_db):
    """The real content, loaded once for the tests of a module, without the sizes of the pictures."""
    from demo import pictures
    from demo.loader import load

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pictures, "filters", lambda picture: [])
        load()
        yield
