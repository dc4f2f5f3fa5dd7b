"""What is translated is text; codes, days, links and proper names follow the Italian page."""

import pytest
from wagtail_localize.fields import SynchronizedField, TranslatableField, get_translatable_fields

from news.models import ArticlePage, EventPage, ProjectPage

TRANSLATED = {
    ArticlePage: {"author"},
    EventPage: {"programme", "town", "language", "accessibility_notes", "state_note"},
    ProjectPage: {"objectives", "phases", "key_figures", "tracks", "services", "results", "places"},
}
SAME = {
    ArticlePage: {"kind", "day", "picture"},
    EventPage: {
        *("start_day", "start_time", "end_day", "end_time", "year_known", "place_name", "address"),
        *("map_link", "online_link", "registration_link", "parties"),
    },
    ProjectPage: {
        *("kind", "state", "starts_on", "ends_on", "duration_months", "mission", "component", "cup"),
        *("regions", "parties"),
    },
}


@pytest.mark.parametrize("model", [ArticlePage, EventPage, ProjectPage])
def test_only_text_is_translated(model):
    fields = get_translatable_fields(model)
    translated = {field.field_name for field in fields if isinstance(field, TranslatableField)}
    same = {field.field_name for field in fields if isinstance(field, SynchronizedField)}
    assert TRANSLATED[model] <= translated
    assert SAME[model] <= same
