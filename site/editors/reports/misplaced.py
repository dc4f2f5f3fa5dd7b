"""Pages that stand below a page of another language: they came there before that was refused."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.models import Page

from cms.admin.columns import KindColumn, LanguageColumn, PageColumn
from cms.admin.permissions import changeable, publishes_in_several_languages
from cms.admin.report import Report
from cms.forms.parents import misplaced
from cms.sorting import by_name


class MisplacedPages(Report):
    """Moving a page to its own language takes it off the list."""

    slug = "other-language"
    model = Page
    page_title = _("Below a page of another language")
    header_icon = "warning"
    order = 85
    columns = [
        PageColumn(sort_key="title"),
        KindColumn(),
        LanguageColumn(),
        Column("parent", label=_("Stands below"), accessor="parent_title", width="24%"),
        LanguageColumn("parent_language", page=lambda row: Page(locale_id=row.parent_locale)),
    ]

    @classmethod
    def allows(cls, user) -> bool:
        return publishes_in_several_languages(user)

    @classmethod
    def rows(cls, user):
        return misplaced().filter(pk__in=changeable(user).values("pk")).order_by(by_name("title"), "pk")

    @classmethod
    def panels(cls, user):
        """None: nothing is added to this list any more."""
        return []
