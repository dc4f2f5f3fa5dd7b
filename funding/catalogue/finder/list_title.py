"""What the finder's list is called, by what narrows it down."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from cms.formats import localized
from cms.formats.quotes import quoted
from cms.list_page.names import list_name
from funding.catalogue.facets import BY_NAME

from .labels import TITLES
from .parameters import FinderParameters

# The names of organisations and topics, by parameter and slug.
Names = Mapping[str, Mapping[str, str]]


def chip_label(parameters: FinderParameters, name: str, value: str | None, names: Names) -> str:
    """A chosen filter in a few words."""
    if name == "q":
        return quoted(parameters.meant.words)
    if name == "amount":
        return _("at least %(amount)s") % {"amount": localized.euro(parameters.amount)}
    if name == "amount_max":
        return _("at most %(amount)s") % {"amount": localized.euro(parameters.amount_max)}
    if name in ("deadline", "unstated"):
        return str(TITLES[name])
    if name == "closes_before" and parameters.closes_after and not parameters.contradiction:
        return _("Closing: %(first)s – %(last)s") % {
            "first": localized.short_date(parameters.closes_after),
            "last": localized.short_date(parameters.closes_before),
        }
    if value is None:
        return f"{TITLES[name]} {localized.short_date(getattr(parameters, name))}"
    return BY_NAME[name].label(value, names.get(name, {}))


def choices(parameters: FinderParameters, names: Names) -> list[str]:
    """All that narrows the list, in words and in the order of the address."""
    parameters = parameters.meant
    return [
        parameters.words if name == "q" else chip_label(parameters, name, value, names)
        for name in parameters.active
        for value in parameters.values(name) or (None,)
    ]


def finder_name(title: str, parameters: FinderParameters, names: Names) -> str:
    """The list's title with what it is narrowed down to, such as "Bandi: cultura, Lombardia"."""
    return list_name(title, choices(parameters, names), parameters.page)
