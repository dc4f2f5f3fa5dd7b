"""The pattern library has every block, shows it as the public sees it, and is for editors."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.blocks import StructBlock

from cms.blocks import BodyBlock
from editors.handbook.patterns import patterns

BLOCKS = BodyBlock().child_blocks


@pytest.mark.parametrize("name", list(BLOCKS))
def test_every_block_has_an_example_and_a_word_on_when_to_use_it(name):
    block = BLOCKS[name]
    assert hasattr(block.meta, "preview_value"), f"{name} has no example"
    assert block.get_description(), f"{name} does not say when to use it"
    assert block.is_previewable


@pytest.mark.parametrize("name", list(BLOCKS))
def test_an_example_fills_in_what_an_editor_would_and_is_shown(name):
    block = BLOCKS[name]
    value = block.get_preview_value()
    if isinstance(block, StructBlock):
        required = [child for child, one in block.child_blocks.items() if one.required]
        assert all(value[child] for child in required)
    assert block.render(value).strip()


def test_the_library_is_made_from_the_body_itself(monkeypatch):
    assert [pattern.name for pattern in patterns()] == list(BLOCKS)


@pytest.mark.django_db
def test_the_library_shows_each_block_once_by_its_name(admin_client):
    html = admin_client.get(reverse("pattern_frame")).content.decode()
    for pattern in patterns():
        assert html.count(f'id="{pattern.name}"') == 1
        assert str(pattern.description) in html.replace("&#x27;", "'")
    assert "blocks.css" in html


@pytest.mark.django_db
@pytest.mark.parametrize("name", list(BLOCKS))
def test_the_block_picker_shows_the_same_example(admin_client, name):
    answer = admin_client.get(reverse("wagtailadmin_block_preview"), {"id": BLOCKS[name].definition_prefix})
    html = answer.content.decode()
    assert "blocks.css" in html
    assert BLOCKS[name].render(BLOCKS[name].get_preview_value()).strip() in html


@pytest.mark.django_db
def test_the_library_asks_nothing_of_the_content(admin_client, django_assert_max_num_queries):
    admin_client.get(reverse("pattern_frame"))
    with django_assert_max_num_queries(6):
        admin_client.get(reverse("pattern_frame"))


@pytest.fixture(params=["patterns", "pattern_frame", "handbook"])
def address(request):
    return reverse(request.param)


@pytest.mark.django_db
def test_the_guide_is_for_editors(client, address):
    anonymous = client.get(address)
    assert anonymous.status_code == 302
    assert anonymous.url.startswith(reverse("wagtailadmin_login"))
    client.force_login(get_user_model().objects.create_user("reader", password="x"))
    assert client.get(address).status_code == 403


@pytest.mark.django_db
def test_every_editor_may_read_it_and_finds_it_in_the_menu(admin_client, address):
    answer = admin_client.get(address)
    assert answer.status_code == 200
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    home = admin_client.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("patterns") in home
    assert reverse("handbook") in home
