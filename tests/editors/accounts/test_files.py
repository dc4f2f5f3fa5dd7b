"""What each role can do with pictures, documents and the collections that these are kept in."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Collection, GroupCollectionPermission

from editors.accounts.roles import ADMINISTRATOR, EDITOR_IN_CHIEF, TRANSLATOR
from editors.accounts.setup import set_up
from media.models import Picture
from tests.factories import media
from tests.media.uploads import files

from .test_roles import EVERY_ROLE, opens

pytestmark = pytest.mark.django_db


@EVERY_ROLE
@pytest.mark.parametrize("app", ["wagtailimages", "wagtaildocs"])
def test_who_may_upload(browser, site, role, app):
    client = browser(role)
    opened = {opens(client, reverse(f"{app}:{name}")) for name in ("index", "add", "add_multiple")}
    assert opened == {role is not TRANSLATOR}


@EVERY_ROLE
def test_everybody_may_choose(browser, site, role):
    media.picture("telaio")
    media.attachment("regolamento.txt")
    client = browser(role)
    assert "telaio" in client.get(reverse("wagtailimages_chooser:choose")).content.decode()
    assert "regolamento.txt" in client.get(reverse("wagtaildocs_chooser:choose")).content.decode()


@EVERY_ROLE
def test_who_may_change_what_others_have_uploaded(browser, site, role):
    address = reverse("wagtailimages:edit", args=[media.picture().pk])
    assert opens(browser(role), address) == (role in (EDITOR_IN_CHIEF, ADMINISTRATOR))


@EVERY_ROLE
def test_who_may_make_collections(browser, site, role):
    assert opens(browser(role), reverse("wagtailadmin_collections:add")) == (role is ADMINISTRATOR)


def test_an_author_may_change_a_picture_of_their_own(author, site):
    data = {
        "title": "Telaio",
        "file": SimpleUploadedFile("telaio.jpg", files.picture()),
        "collection": Collection.get_first_root_node().pk,
    }
    assert author.post(reverse("wagtailimages:add"), data).status_code == 302
    picture = Picture.objects.get(title="Telaio")
    assert opens(author, reverse("wagtailimages:edit", args=[picture.pk]))


def test_a_group_without_any_permission_on_files_is_given_those_of_its_role(site):
    given = GroupCollectionPermission.objects.filter(group__name=TRANSLATOR.name)
    given.delete()
    set_up()
    assert {each.permission.codename for each in given.all()} == {"choose_image", "choose_document"}
