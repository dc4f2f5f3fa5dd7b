"""The kinds of pages as their classes declare them, read by search, related lists, home page and roles."""

from collections.abc import Iterable

from django.apps import apps
from django.core.checks import CheckMessage, Error

from .pages import BasePage, GeneralPage

# What each kind of page must say of itself.
DECLARED = ("search_type", "search_label", "search_label_plural", "search_keywords", "related_heading")


def page_types() -> list[type[BasePage]]:
    """The page models of the site, in the order of the applications; general pages last."""
    models = [model for model in apps.get_models() if issubclass(model, BasePage)]
    return sorted(models, key=lambda model: issubclass(model, GeneralPage))


def searched_types() -> dict[str, type[BasePage]]:
    """The page models by the name that the search has for them; of several with one name the first."""
    found: dict[str, type[BasePage]] = {}
    for model in page_types():
        found.setdefault(model.search_type, model)
    return found


def related_types() -> list[type[BasePage]]:
    """The page models that lists of related pages show, in the order of those."""
    models = [model for model in page_types() if model.related_heading]
    return sorted(models, key=lambda model: model.related_order)


def sections() -> list[type[BasePage]]:
    """The list pages that a new site begins with, in the order of the menu."""
    models = [model for model in page_types() if model.section_address]
    return sorted(models, key=lambda model: model.section_order)


def check_page_types(models: Iterable[type[BasePage]] | None = None, **_kwargs) -> list[CheckMessage]:
    """A system check: every page model says what search and lists need to know of it, and no two kinds have
    one name in the search."""
    models = page_types() if models is None else list(models)
    missing = [
        Error(f"The page type {model._meta.label} declares no {name}.", obj=model, id="core.E002")
        for model in models
        for name in DECLARED
        if getattr(model, name) is None
    ]
    return missing + _named_twice(models)


def _named_twice(models: list[type[BasePage]]) -> list[CheckMessage]:
    """Only general pages have a name in common."""
    first: dict[str, type[BasePage]] = {GeneralPage.search_type: GeneralPage}
    errors = []
    for model in models:
        name = model.search_type
        if name is None or issubclass(model, first.setdefault(name, model)):
            continue
        two = f"{first[name].__name__} and {model.__name__}"
        text = f"The page types {two} both declare the search_type “{name}”."
        errors.append(Error(text, obj=model, id="core.E003"))
    return errors
