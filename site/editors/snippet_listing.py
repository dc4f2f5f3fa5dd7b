"""Lists of topics, organisations and terms in the admin: in the order of a dictionary, and as many queries
for fifty rows as for one.
"""

from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.models import Revision, TranslatableMixin, WorkflowState
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet
from wagtail.snippets.views.snippets import IndexView

from cms.admin.columns import TextColumn
from cms.admin.mobile_rows import CardsMixin
from cms.admin.page_listing import note_translations
from cms.admin.permissions import locales
from cms.sorting import by_name

from .reports.outstanding import describe, untranslated


def _in_order(snippets: QuerySet) -> QuerySet:
    """Sort by the name, which the model's own order begins with."""
    queryset = snippets.order_by(by_name(snippets.model._meta.ordering[0]), "pk")
    return queryset.select_related("locale") if issubclass(snippets.model, TranslatableMixin) else queryset


def _note_states(snippets: list) -> None:
    """What Wagtail's tag of a row's state would ask for: whether it is scheduled, and in a workflow."""
    if not snippets:
        return
    kind = ContentType.objects.get_for_model(snippets[0])
    revisions_of = {"base_content_type": kind, "object_id__in": [str(each.pk) for each in snippets]}
    planned = Revision.objects.filter(approved_go_live_at__isnull=False, **revisions_of)
    scheduled = set(planned.values_list("object_id", flat=True))
    active = WorkflowState.objects.active().filter(**revisions_of).select_related("current_task_state__task")
    states = {state.object_id: state for state in active}
    for each in snippets:
        each.known_schedule = str(each.pk) in scheduled
        each._current_workflow_states = [states[str(each.pk)]] if str(each.pk) in states else []


def _note_how_far(snippets: list) -> None:
    """What an original says of its versions in the other languages."""
    source, *others = locales()
    originals = [each for each in snippets if each.locale_id == source.pk and each.live]
    for each in snippets:
        each.translation_states = ""
    for target in others if originals else ():
        found = untranslated(source, target, type(originals[0])).filter(
            pk__in=[each.pk for each in originals]
        )
        waiting = {row.pk: describe(row) for row in found}
        for each in originals:
            words = {"language": target.get_display_name(), "state": waiting.get(each.pk, _("published"))}
            line = _("%(language)s: %(state)s") % words
            each.translation_states = ", ".join(filter(None, (each.translation_states, line)))


def _noted(snippets: Iterable) -> list:
    found = list(snippets)
    _note_states(found)
    if found and isinstance(found[0], TranslatableMixin):
        note_translations(found)
        _note_how_far(found)
    return found


class EditorialIndexView(CardsMixin, IndexView):
    @cached_property
    def columns(self):
        found = super().columns
        if issubclass(self.model, TranslatableMixin):
            found.append(TextColumn("translation_states", label=_("Translations"), width="24%"))
        return found

    def order_queryset(self, queryset):
        ordered = super().order_queryset(queryset)
        return ordered if self.ordering else _in_order(ordered)

    def get_table(self, object_list):
        return super().get_table(_noted(object_list))


class _ChooserMixin:
    def apply_object_list_ordering(self, objects):
        return _in_order(objects)

    def get_results_page(self, request):
        page = super().get_results_page(request)
        page.object_list = _noted(page.object_list)
        return page


class EditorialChooseView(_ChooserMixin, ChooseView):
    pass


class EditorialChooseResultsView(_ChooserMixin, ChooseResultsView):
    pass


class EditorialChooserViewSet(SnippetChooserViewSet):
    choose_view_class = EditorialChooseView
    choose_results_view_class = EditorialChooseResultsView
