"""A kind of page is declared on its class, and nowhere else."""

import json
import subprocess
import sys

import pytest
from django.conf import settings

from cms.page_types import check_page_types, page_types
from cms.pages import BasePage, GeneralPage
from editors.accounts.roles import ROLES
from home.sections import HomeSection, section_models
from news.models import ArticlePage


def test_a_new_page_type_is_found_everywhere_without_a_change_of_any_other_application(django_db_setup):
    run = subprocess.run(
        [sys.executable, "-m", "tests.page_type"], cwd=settings.ROOT, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout.splitlines()[-1]) == {
        "menu": ["All exhibitions"],
        "list": ["Sete antiche"],
        "results": [["Sete antiche", "Exhibition"]],
        "kinds": ["Exhibitions"],
        "related": ["Exhibitions to see"],
        "writers": ["Author"],
        "homes": len(settings.LANGUAGES),
        "errors": [],
    }


class Bare(BasePage):
    search_label = search_label_plural = "Bare"
    search_keywords = {}

    class Meta:
        abstract = True
        app_label = "tests"


class Plain(GeneralPage):
    class Meta:
        abstract = True
        app_label = "tests"


def test_a_page_type_that_declares_too_little_is_told_in_one_line_for_each():
    assert [each.msg for each in check_page_types([Bare, Plain])] == [
        "The page type tests.Bare declares no search_type.",
        "The page type tests.Bare declares no related_heading.",
    ]
    assert check_page_types() == []


class Twin(BasePage):
    search_type = "news"
    search_label = search_label_plural = related_heading = "Twin"
    search_keywords = {}

    class Meta:
        abstract = True
        app_label = "tests"


class Odd(Twin):
    search_type = "page"

    class Meta:
        abstract = True
        app_label = "tests"


def test_one_name_in_the_search_for_two_kinds_is_told_in_one_line():
    assert [each.msg for each in check_page_types([ArticlePage, Twin, Plain, Odd])] == [
        "The page types ArticlePage and Twin both declare the search_type “news”.",
        "The page types GeneralPage and Odd both declare the search_type “page”.",
    ]


@pytest.mark.parametrize("model", page_types(), ids=lambda model: model._meta.label)
def test_sections_and_roles_that_a_page_type_names_exist(model):
    assert model.written_by in {"", *(role.name for role in ROLES)}
    assert model.home_section in {"", *HomeSection}


def test_each_section_of_the_home_page_has_its_kind_of_page_in_its_order():
    assert list(section_models()) == [section for section in HomeSection if section != HomeSection.LEAD]
