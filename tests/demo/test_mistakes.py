"""A mistake in a content file is told with the file and the place in it."""

import pytest
from wagtail.models import Page

from demo.content import ContentError, ContentErrors
from demo.loader import load

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_sizes")]

IT, EN, OTHER = "it/projects/rete.yaml", "en/projects/rete.yaml", "en/projects/altra.yaml"
NO_PART = [{"organisation": "x", "role": "partner"}]
BAD_TABLE = {"table": {"caption": "x", "columns": ["a"], "rows": [["1", "2"]]}}
OTHER_KIND = {"callout": {"kind": "note", "title": "x", "text": "y"}}


def say(file, **fields):
    """Say something else in a file."""
    return lambda files: files[file].update(fields)


def leave_out(file, name):
    return lambda files: files[file].pop(name)


def block(file, number, value):
    """Put another block into the body."""

    def change(files):
        files[file]["body"][number - 1] = value

    return change


def write(file, text):
    """Write the file anew."""
    return lambda files: files.update({file: text})


# What is wrong, how it is done, the file, and the beginning of what is said about it.
MISTAKES = [
    ("unknown field", say(IT, colour="red"), IT, "colour: ProjectPage has no such field"),
    ("unknown model", say(IT, type="news.Nothing"), IT, "type: “news.Nothing” is not a model"),
    ("unknown parent", say(IT, parent="nowhere"), IT, "parent: “nowhere” is not there"),
    ("not a choice", say(IT, kind="club"), IT, "kind: "),
    ("unknown code", say(IT, regions=["ITX"]), IT, "regions: “ITX” is not in the list"),
    ("impossible day", say(IT, starts_on="2026-13-01"), IT, "starts_on: "),
    ("no title", leave_out(IT, "title"), IT, "title: "),
    ("slug taken", say(IT, slug="altra"), IT, "slug: "),
    ("translated slug taken", say(EN, slug="other"), EN, "slug: "),
    ("translated title too long", say(EN, title="x" * 256), EN, "title: "),
    ("number for a text", say(IT, places=2026), IT, "places: text is expected"),
    ("empty field", say(IT, places=None), IT, "places: empty"),
    ("unknown topic", say(IT, topics=["sport"]), IT, "topics: “sport” is not there"),
    ("unknown related page", say(IT, related=["a/b"]), IT, "related: “a/b” is not there"),
    ("unknown organisation", say(IT, parties=NO_PART), IT, "parties[1]: “x” is not there"),
    ("unknown block", block(IT, 1, {"title": "x"}), IT, "body[1]: “title” is not a block"),
    ("unknown field of a block", block(IT, 4, {"callout": {"words": "x"}}), IT, "body[4].callout.words: not"),
    ("block not valid", block(IT, 3, BAD_TABLE), IT, "body[3].rows: "),
    ("link to no page", block(IT, 2, {"text": "[x](page:a/b)"}), IT, "body[2].text: “a/b” is not there"),
    ("heading too high", block(IT, 2, {"text": "# x"}), IT, "body[2].text: <h1>"),
    ("bad YAML", write(IT, "a: [1"), IT, "line "),
    ("key twice", write(IT, "a: 1\na: 2\n"), IT, "line 2: “a” is there twice"),
    ("no fields", write(IT, "- 1\n"), IT, "fields and their values are expected"),
    ("not translated", leave_out(EN, "summary"), EN, "summary: the translation is missing"),
    ("only translated", say(OTHER, summary="x"), OTHER, "summary: the source does not have it"),
    ("fact translated", say(EN, kind="programme"), EN, "kind: only texts differ"),
    ("fact translated in a block", block(EN, 4, OTHER_KIND), EN, "body[4].callout.kind: “note” differs"),
    ("item missing", say(EN, objectives=["x"]), EN, "objectives: the source has 2 items"),
    ("other block", block(EN, 1, {"text": "x"}), EN, "body[1]: the source has “heading” here"),
    ("other paragraphs", block(EN, 2, {"text": "1\n\n2\n\n- 3\n- 4"}), EN, "body[2]: paragraphs, "),
    ("other link", block(EN, 2, {"text": "[a](https://b.org/)\n\n- 1\n- 2"}), EN, "body[2]: the link to"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "change", "file", "message"), MISTAKES, ids=[one[0] for one in MISTAKES])
def test_a_mistake_is_told_with_its_place(folder, what, change, file, message):
    change(folder.files)
    with pytest.raises((ContentError, ContentErrors)) as caught:
        load(folder.write())
    assert str(caught.value).startswith(f"{file}: {message}")
    assert Page.objects.filter(depth__gt=1).get().title.startswith("Welcome")


def test_all_mistakes_of_a_step_are_told_together(folder):
    say(IT, colour="red")(folder.files)
    say("it/projects/altra.yaml", kind="club")(folder.files)
    with pytest.raises(ContentErrors) as caught:
        load(folder.write())
    assert [error.file for error in caught.value.errors] == ["it/projects/altra.yaml", IT]
