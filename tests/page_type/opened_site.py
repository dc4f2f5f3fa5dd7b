"""Opens a new site that has the kind of page, and tells as JSON where it is found."""

import json
import re
import sys

from django.core.checks import run_checks
from django.core.management import call_command
from django.test import Client
from django.test.utils import setup_test_environment
from wagtail.models import GroupPagePermission

from cms.models import RelatedPage
from editors.accounts.setup import set_up
from home.models import HomePage
from home.site_setup import open_empty_site
from news.models import ArticlePage, NewsIndexPage
from search.index.rebuild import rebuild
from tests import database

from .models import ExhibitionIndexPage, ExhibitionPage


def main() -> None:
    setup_test_environment()
    database.migrate()
    call_command("migrate", run_syncdb=True, verbosity=0)
    open_empty_site()
    set_up()
    index = ExhibitionIndexPage.objects.get(locale__language_code="it")
    shown = _live(ExhibitionPage(title="Sete antiche", locale=index.locale), index)
    news = NewsIndexPage.objects.get(locale=index.locale)
    article = _live(ArticlePage(title="Un articolo", locale=index.locale), news)
    RelatedPage.objects.create(page=article, target=shown)
    rebuild("it")
    client = Client()
    found = client.get("/it/cerca/", {"q": "mostra", "type": "exhibition"}).context
    kinds = next(facet for facet in found["narrowing"].facets if facet.name == "type")
    told = {
        "menu": re.findall(r"All exhibitions", client.get("/it/").content.decode())[:1],
        "list": [page.title for page in client.get(index.url).context["listed"]],
        "results": [(hit.title, hit.type_label) for hit in found["hits"]],
        "kinds": [option.label for option in kinds.options],
        "related": re.findall(r"<h3>(.*?)</h3>", client.get(article.url).content.decode()),
        "writers": sorted(
            {one.group.name for one in GroupPagePermission.objects.filter(page=index).select_related("group")}
        ),
        "homes": HomePage.objects.count(),
        "errors": [each.msg for each in run_checks()],
    }
    json.dump(told, sys.stdout)


def _live(page, parent):
    parent.add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    return page
