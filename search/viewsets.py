"""Where editors keep synonyms and pinned pages: under "Search words" of the admin's menu."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin import messages
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.snippets import EditView, IndexView, SnippetViewSet, SnippetViewSetGroup

from cms.admin.breadcrumbs import TranslatedBreadcrumbsMixin

from .language.overlaps import faults, notes
from .models import BestBet, SynonymGroup
from .prefill import PrefilledCreateView

MAX_NOTES = 8


class WordsCreateView(PrefilledCreateView):
    """Begins with the words of a line of the report."""

    prefilled = {"words": "terms", "language": "language"}


class TermsViewSet(TranslatedBreadcrumbsMixin, SnippetViewSet):
    """What both have in common."""

    add_view_class = WordsCreateView
    list_display = ["__str__", "language"]
    list_filter = ["language"]
    search_fields = ["terms"]
    search_backend_name = None
    list_per_page = 50


class SaysWhatIsMetMixin:
    """After a group has been saved: what of the site its terms meet beside themselves."""

    def form_valid(self, form):
        response = super().form_valid(form)
        group = self.form.instance
        for note in list(notes(group.term_group, group.others, group.language))[:MAX_NOTES]:
            messages.info(self.request, note)
        return response


class SynonymCreateView(SaysWhatIsMetMixin, WordsCreateView):
    pass


class SynonymEditView(SaysWhatIsMetMixin, EditView):
    pass


class FaultsColumn(Column):
    """What the form would refuse: a list may be older than the rule."""

    def get_value(self, group):
        return " ".join(group.faults)


class SynonymIndexView(IndexView):
    def get_table(self, object_list):
        every = list(SynonymGroup.objects.all())
        for group in object_list:
            others = [
                each.term_group for each in every if each.language == group.language and each.pk != group.pk
            ]
            group.faults = list(faults(group.term_group, others, group.language))
        return super().get_table(object_list)


class SynonymViewSet(TermsViewSet):
    model = SynonymGroup
    index_view_class = SynonymIndexView
    add_view_class = SynonymCreateView
    edit_view_class = SynonymEditView
    icon = "list-ul"
    list_display = [
        "__str__",
        "language",
        BooleanColumn("one_way", label=_("One way"), sort_key="one_way", width="12%"),
        FaultsColumn("faults", label=_("To be corrected")),
    ]


class BestBetViewSet(TermsViewSet):
    model = BestBet
    icon = "pick"
    inspect_view_enabled = False


class CurationGroup(SnippetViewSetGroup):
    items = (SynonymViewSet, BestBetViewSet)
    menu_label = pgettext_lazy("menu", "Search words")
    menu_icon = "search"
    menu_order = 310
