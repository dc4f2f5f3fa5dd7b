"""What a list of pages can be narrowed down by: a code of the page itself, or its topics."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from .. import cache_version
from ..models import PageTopic, Topic
from ..sorting import by_name
from .choices import FacetChoices, facet
from .params import ListParams


@dataclass(frozen=True)
class CodeFilter:
    """Filters by a field that holds one code; ``name`` is the field and the parameter of the address."""

    name: str
    title: str
    labels: Mapping[str, str]

    def apply(self, queryset: QuerySet, values: list[str]) -> QuerySet:
        return queryset.filter(**{f"{self.name}__in": values})

    def counts(self, queryset: QuerySet) -> dict[str, int]:
        return dict(queryset.order_by().values_list(self.name).annotate(number=Count("pk")))


class TopicFilter:
    """Filters by topic, with the names of one language; a topic's slug is the same in all."""

    name = "topic"

    def __init__(self, locale_id: int):
        self.locale_id = locale_id
        self.title = _("Topic")

    @cached_property
    def labels(self) -> dict[str, str]:
        topics = Topic.objects.filter(locale_id=self.locale_id, live=True)
        named = topics.order_by(by_name("name")).values_list("slug", "name")
        return cache_version.memoize(f"topics:{self.locale_id}", lambda: dict(named))

    def apply(self, queryset: QuerySet, values: list[str]) -> QuerySet:
        return queryset.filter(pk__in=PageTopic.objects.filter(topic__slug__in=values).values("page"))

    def counts(self, queryset: QuerySet) -> dict[str, int]:
        links = PageTopic.objects.filter(page__in=queryset.order_by().values("pk"))
        return dict(links.order_by().values_list("topic__slug").annotate(number=Count("page", distinct=True)))


Filter = CodeFilter | TopicFilter


class FilteredList:
    """A list with the filters that an address asks for: values of one are joined by OR, filters by AND."""

    def __init__(self, queryset: QuerySet, filters: Sequence[Filter], params: ListParams):
        self.queryset = queryset
        self.filters = filters
        self.chosen = {
            each.name: params.values(each.name, each.labels) for each in filters if each.name in params.data
        }

    def pages(self, besides: Filter | None = None) -> QuerySet:
        """What all filters leave over, or all ``besides`` one."""
        queryset = self.queryset
        for each in self.filters:
            values = self.chosen.get(each.name)
            if values and each is not besides:
                queryset = each.apply(queryset, values)
        return queryset

    @property
    def choices(self) -> list[str]:
        """What is chosen, in words."""
        return [str(each.labels[value]) for each in self.filters for value in self.chosen.get(each.name, ())]

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """What is chosen, as parameters of the address."""
        return [(each.name, value) for each in self.filters for value in self.chosen.get(each.name, ())]

    def facets(self) -> list[FacetChoices]:
        """The choices. A count is what the other filters leave, so one more choice never lies."""
        return [
            facet(
                each.name,
                each.title,
                each.labels,
                each.counts(self.pages(besides=each)),
                self.chosen.get(each.name, ()),
            )
            for each in self.filters
        ]
