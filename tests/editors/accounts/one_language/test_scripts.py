"""What Wagtail's scripts say: the catalogues that they ask for."""

import json
from pathlib import Path

import polib
import pytest
import wagtail
import wagtail_localize
from django.urls import reverse

from editors.accounts.roles import ADMINISTRATOR

from .foreign import english_in

pytestmark = pytest.mark.django_db
# The same in both languages.
SAME = {"No", "%(num)s min", "%(num)s pixel", "%(time_zone_option)s: %(localized_time_zone_label)s"}
CATALOGUES = {
    "wagtailadmin_javascript_catalog": Path(wagtail.__file__).parent / "admin",
    "wagtail_localize:javascript_catalog": Path(wagtail_localize.__file__).parent,
}


@pytest.mark.parametrize(("name", "folder"), CATALOGUES.items())
def test_scripts_have_an_italian_text_for_everything(real_catalogues, person, site, client, name, folder):
    client.force_login(person(ADMINISTRATOR, "it"))
    script = client.get(reverse(name)).text
    catalogue = json.loads(script.split("const newcatalog = ")[1].split(";\n")[0])
    sources = [entry.msgid for entry in polib.pofile(str(folder / "locale/en/LC_MESSAGES/djangojs.po"))]
    said = {source: catalogue.get(source, source) for source in sources}
    told = {source: text if isinstance(text, str) else text[-1] for source, text in said.items()}
    assert len(told) > 40
    assert [source for source, text in told.items() if text == source and source not in SAME] == []
    assert {text: wrong for text in set(told.values()) - SAME if (wrong := english_in(text, "it"))} == {}
