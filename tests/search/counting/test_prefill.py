"""A form of the admin that begins with the words of a report's line."""

import pytest
from django.test import RequestFactory

from cms.models import Topic
from search.prefill import PrefilledCreateView

pytestmark = pytest.mark.django_db


class TopicCreateView(PrefilledCreateView):
    model = Topic
    prefilled = {"words": "name"}


def form(rf, user, query):
    viewset = Topic.snippet_viewset
    request = rf.get(f"/?{query}")
    request.user = user
    view = viewset.construct_view(TopicCreateView, **viewset.get_add_view_kwargs())
    return view(request).context_data["form"]


@pytest.mark.parametrize(
    ("query", "value"), [("words=pmi+%3Cb%3E", "pmi <b>"), ("words=", ""), ("", ""), ("name=pmi", "")]
)
def test_only_what_is_named_is_filled_in(rf: RequestFactory, admin_user, tree, query, value):
    assert (form(rf, admin_user, query).initial.get("name") or "") == value
