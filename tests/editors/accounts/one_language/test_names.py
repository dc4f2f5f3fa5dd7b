"""The site's groups and Wagtail's own roots are named in the reader's language, wherever they are shown."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Collection, Page, PageLogEntry, Task, Workflow

from editors.accounts.role_names import NAMES
from editors.accounts.roles import ADMINISTRATOR, EDITOR_IN_CHIEF, ROLES
from editors.accounts.setup import WAGTAIL_GROUPS, set_up

pytestmark = pytest.mark.django_db


def test_every_group_of_the_site_has_a_name_to_show():
    assert {*(role.name for role in ROLES), *WAGTAIL_GROUPS} == NAMES.keys()


@pytest.fixture
def admin(real_catalogues, site, person):
    client = Client()
    client.force_login(person(ADMINISTRATOR, "it"))
    return client


def test_lists_forms_and_answers_name_groups_in_the_readers_language(admin, person):
    group = Group.objects.get(name=ADMINISTRATOR.name)
    user = person(ROLES[0], "it")
    pages = [
        reverse("wagtailusers_groups:index"),
        reverse("wagtailusers_groups:edit", args=[group.pk]),
        reverse("wagtailusers_users:edit", args=[user.pk]),
    ]
    for address in pages:
        html = admin.get(address).content.decode()
        assert "Amministratore" in html and ADMINISTRATOR.name not in html, address
    other = Group.objects.get(name=EDITOR_IN_CHIEF.name)  # nobody deletes the group of their own right
    html = admin.get(reverse("wagtailusers_groups:delete", args=[other.pk])).content.decode()
    assert "Caporedattore" in html and EDITOR_IN_CHIEF.name not in html
    answer = admin.post(
        reverse("wagtail_bulk_action", args=["accounts", "user", "assign_role"])
        + f"?id={user.pk}&next=/admin/users/",
        {"role": group.pk},
        follow=True,
    )
    assert "«Amministratore»" in answer.content.decode()


def test_a_group_of_the_site_keeps_its_name_and_others_can_be_renamed(admin):
    for before, name in (("Author", "Author"), ("Altri", "Volontari")):
        group, _made = Group.objects.get_or_create(name=before)
        address = reverse("wagtailusers_groups:edit", args=[group.pk])
        data = {"name": "Volontari"}
        for prefix in ("page_permissions", "collection_permissions"):
            data |= {f"{prefix}-TOTAL_FORMS": 0, f"{prefix}-INITIAL_FORMS": 0}
        form = admin.get(address).context["form"]
        assert form["name"].field.disabled == (before == name)
        bound = type(form)(data, instance=group, giver=form._holdings.user)
        assert bound.is_valid(), bound.errors
        assert bound.save().name == name


def test_the_first_page_and_the_first_collection_are_named(admin):
    page, collection = Page.get_first_root_node(), Collection.get_first_root_node()
    with override("it"):
        assert page.get_admin_display_title() == "Tutte le pagine"
        assert str(collection) == collection.get_indented_name() == "Raccolta generale"
    assert collection.name == page.title == "Root"
    collection.name = "Archivio"
    assert str(collection) == "Archivio"


def test_the_shipped_workflow_is_named_in_the_readers_language(real_catalogues, site, person):
    workflow, step = Workflow.objects.get(), Task.objects.get().specific
    for language, names in (
        ("it", ("Approvazione", "Revisione in redazione")),
        ("en", ("Approval", "Editorial review")),
    ):
        with override(language):
            assert (workflow.name, str(workflow), step.name) == (names[0], names[0], names[1])
    client = Client()
    client.force_login(person(ADMINISTRATOR, "en"))
    html = client.get(reverse("wagtailadmin_workflows:edit", args=[workflow.pk])).content.decode()
    assert "Approval" in html and "Editorial review" in html
    assert "Approvazione" not in html and "Revisione in redazione" not in html


def test_a_workflow_that_was_saved_in_another_language_is_made_only_once(real_catalogues, site):
    with override("en"):
        Workflow.objects.get().save()
    set_up()
    assert Workflow.objects.count() == 1


def test_a_workflow_of_administrators_keeps_its_name(real_catalogues, site):
    with override("en"):
        assert Workflow(name="Revisione legale").name == "Revisione legale"


@pytest.mark.parametrize(("language", "told"), [("en", "Approval"), ("it", "Approvazione")])
def test_a_history_names_the_workflow_in_its_readers_language(real_catalogues, tree, language, told):
    """Whoever acted had the other language."""
    titles = {"workflow": {"title": "Approvazione", "next": {"title": "Revisione in redazione"}}}
    entry = PageLogEntry.objects.log_action(tree.news, "wagtail.workflow.start", data=titles)
    with override(language):
        message = str(entry.message)
    assert told in message
    assert ("Approvazione" in message) is (language == "it")
