"""Pages are passed on by the device, the clipboard or a mail; no other site is named."""

import re
from datetime import date
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

pytestmark = pytest.mark.django_db


@pytest.fixture
def calls(make_sheet, search_index):
    for name in ("uno", "due"):
        make_sheet(title=f"L’«{name}» & più", slug=name, closes_on=date(2026, 12, 31))
    search_index.rebuild()


@pytest.mark.parametrize(
    ("path", "shared"),
    [
        ("/it/bandi/?q=uno&region=ITC4&s=due", "/it/bandi/?q=uno&region=ITC4"),
        ("/it/bandi/uno/?kind=cooperative", "/it/bandi/uno/"),
        ("/it/bandi/confronta/?s=uno&s=due", "/it/bandi/confronta/?s=uno&s=due"),
        ("/it/bandi/fa-per-noi/?kind=cooperative&show=1", "/it/bandi/fa-per-noi/?kind=cooperative&show=1"),
    ],
)
def test_what_is_shared_is_the_page_itself(calls, client, settings, path, shared):
    settings.BASE_URL = "https://intreccio.example"
    html = client.get(path).content.decode()
    address, title = map(unescape, re.search(r'data-share="([^"]*)" data-title="([^"]*)"', html).groups())
    assert address == f"https://intreccio.example{shared}"
    mail = urlsplit(unescape(re.search(r'href="(mailto:[^"]*)"', html)[1]))
    assert parse_qs(mail.query) == {"subject": [title], "body": [f"{title}\n{address}"]}
    assert html.count("js/share") == 1
