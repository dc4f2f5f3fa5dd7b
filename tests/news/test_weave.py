"""The threads of projects and organisations below the list of projects."""

import pytest

from tests.factories import pages
from tests.markup import without_layout

from .conftest import party

pytestmark = pytest.mark.django_db


def weave_of(client, index) -> str:
    html = without_layout(client.get(index.url).content.decode())
    return html.split('<table class="weave">')[1].split("</table>")[0] if 'class="weave"' in html else ""


def test_where_an_organisation_takes_part_a_link_says_so(client, tree):
    first, second = (pages.project(tree.projects, title=title) for title in ("Uno", "Due"))
    party(first, "Ente <A>", "promoter")
    party(first, "Ente <A>", "funder")
    party(first, "Ente B", "partner")
    party(second, "Ente B", "partner")
    shown = weave_of(client, tree.projects)
    assert shown.count('<th scope="row">') == 2
    assert shown.count('#parties"') == 3
    assert shown.count("<td></td>") == 2  # the corner, and where A takes no part
    assert "<span>Ente &lt;A&gt;</span><span>(Promoter, Funder)</span>" in shown


def test_there_is_none_where_there_is_little_to_see(client, tree):
    assert not weave_of(client, tree.projects)
    project = pages.project(tree.projects)
    pages.project(tree.projects)
    party(project, "Ente A", "promoter")
    party(project, "Ente B", "partner")
    assert not weave_of(client, tree.projects)
