"""The finder's list as files, beside its page and under the same parameters."""

from django.utils.translation import gettext as _

from .addresses import address
from .parameters import FinderParameters


def file_links(base: str, parameters: FinderParameters) -> list[dict[str, str]]:
    """The files of the list at ``base`` that answers ``parameters``, each with its name and address."""
    whole_list = parameters.whole_list()
    return [
        {"label": _("Workbook (XLSX)"), "url": address(f"{base}export.xlsx", whole_list)},
        {"label": _("Table (CSV)"), "url": address(f"{base}export.csv", whole_list)},
        {"label": _("Data (JSON)"), "url": address(f"{base}export.json", whole_list)},
    ]
