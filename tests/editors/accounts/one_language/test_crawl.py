"""The admin speaks one language to everybody: no other one between, and no values of a program."""

from collections.abc import Iterator

import pytest
from django.test import Client

from editors.accounts.roles import ADMINISTRATOR, EDITOR_IN_CHIEF, ROLES

from .content import fill_the_site, written
from .crawl import crawl
from .foreign import english_in, foreign_in_english, raw_in
from .forms import Sender
from .texts import Page

pytestmark = pytest.mark.django_db

WHO_READS_WHAT = [*((role, "it") for role in ROLES), (EDITOR_IN_CHIEF, "en"), (ADMINISTRATOR, "fr")]
# What others see is a part of it.
SHORT_FORM = [(ADMINISTRATOR, "it"), (EDITOR_IN_CHIEF, "en")]


def foreign_in(text: str, language: str) -> list[str]:
    return foreign_in_english(text, "it") if language == "en" else english_in(text, language)


@pytest.mark.parametrize(
    ("role", "language"),
    [
        pytest.param(
            *each, id=f"{each[0].name}-{each[1]}", marks=[] if each in SHORT_FORM else [pytest.mark.long]
        )
        for each in WHO_READS_WHAT
    ],
)
def test_the_admin_says_nothing_in_another_language(real_catalogues, person, site, role, language):
    """Who sees most also sends each form: refusals, confirmations, what is said when something is done."""
    user = person(role, language)
    fill_the_site(site, user)
    client = Client()
    client.force_login(user)
    sender = Sender(client) if (role, language) == (ADMINISTRATOR, "it") else None
    content, found = written(), {}
    for address, page in told(client, sender):
        for text in page.texts:
            said = content.sub(" ", text).strip()
            if wrong := foreign_in(said, language) + raw_in(said):
                found.setdefault(f"{text[:200]!r}: {', '.join(wrong)}", address)
    assert found == {}
    if sender:
        assert len(sender.asked) > 100 and sender.done > 40


def told(client: Client, sender: Sender | None) -> Iterator[tuple[str, Page]]:
    for address, page in crawl(client):
        yield address, page
        if sender:
            yield from sender.answers(address, page.html)


@pytest.mark.parametrize(
    ("text", "language", "foreign"),
    [
        ("Actions", "it", True),
        ("Azioni", "it", False),
        ("Salva bozza", "it", False),
        ("Save your draft with the button", "it", True),
        ("Salva la bozza", "en", True),
        ("Save draft", "en", False),
    ],
)
def test_what_is_in_another_language_is_known(real_catalogues, text, language, foreign):
    assert bool(foreign_in(text, language)) == foreign


@pytest.mark.parametrize("text", ["None", "da None", "True", "[object Object]", "undefined"])
def test_values_of_a_program_are_known(text):
    assert raw_in(text)
    assert not raw_in("Nonetto, Trueman")


def test_a_page_says_also_what_only_screen_readers_and_scripts_tell():
    html = """<button aria-label="Uno" data-w-x-message-value="Due parole">Tre</button>
        <template><p>Quattro</p></template><script type="application/json">{"label": "Cinque"}</script>
        <p lang="en">Six</p><input type="submit" value="Sette"><svg><title>Otto</title></svg>"""
    assert Page(html).texts == {"Uno", "Due parole", "Tre", "Quattro", "Cinque", "Sette"}
