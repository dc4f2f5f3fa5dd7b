"""What is wrong with an answer is told as in every form: above, with a link, and in the title."""

import re

import pytest

from tests.markup import without_layout

pytestmark = pytest.mark.django_db
ASK = "/it/bandi/fa-per-noi/"


@pytest.mark.parametrize(
    ("query", "field"), [("need=abc&show=1", "fit-need"), ("people=huge&show=1", "fit-people")]
)
def test_a_mistake_is_named_above_and_leads_to_its_field(client, tree, search_index, query, field):
    html = without_layout(client.get(f"{ASK}?{query}").content.decode())
    summary = html.split('id="mistakes"')[1].split("</ul>")[0]
    assert f'href="#{field}"' in summary
    assert f'id="{field}"' in html
    assert re.search(r"<title>\s*Error:", html)
    assert html.index("<h1") < html.index('id="mistakes"')


def test_no_answer_at_all_is_told_in_the_same_place(client, tree, search_index):
    html = without_layout(client.get(f"{ASK}?kind=&form=&need=&show=1").content.decode())
    assert "Answer at least one question." in html.split('id="mistakes"')[1].split("</ul>")[0]
    assert 'role="status"' not in html


def test_nothing_is_wrong_before_anything_is_sent(client, tree, search_index):
    html = client.get(ASK).content.decode()
    assert 'id="mistakes"' not in html
    assert "Error:" not in html
