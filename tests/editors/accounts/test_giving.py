"""Nobody gives what they do not hold: users, groups and what is done to several users at once."""

from itertools import count

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupApprovalTask, GroupPagePermission, Workflow
from wagtail.test.utils.form_data import querydict_from_html

from editors.accounts.roles import ADMINISTRATOR, AUTHOR, EDITOR_IN_CHIEF, FUNDING_EXPERT

pytestmark = pytest.mark.django_db

PEOPLE = (
    "access_admin",
    "add_user",
    "change_user",
    "delete_user",
    "add_group",
    "change_group",
    "delete_group",
)


def of(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def keeper(site):
    """Somebody who may manage users and groups, and nothing else."""
    user = get_user_model().objects.create_user("keeper", email="keeper@example.org", password="x")
    group = Group.objects.create(name="Keepers")
    group.permissions.set(Permission.objects.filter(codename__in=PEOPLE))
    user.groups.add(group)
    return user


@pytest.fixture
def chief_editor(person):
    return person(EDITOR_IN_CHIEF)


@pytest.fixture
def superuser(site):
    return get_user_model().objects.create_superuser("root", "root@example.org", "x")


def new_user(client, **more):
    password = "un-lungo-telaio-42"
    data = {"username": "nuovo", "email": "n@example.org", "first_name": "Nuovo", "last_name": "Utente"}
    data |= {"password1": password, "password2": password} | more
    client.post(reverse("wagtailusers_users:add"), data)
    return get_user_model().objects.filter(username="nuovo").first()


def test_only_superusers_make_superusers(person, superuser):
    made = new_user(of(person(ADMINISTRATOR)), is_superuser="on")
    assert made and not made.is_superuser
    made.delete()
    assert new_user(of(superuser), is_superuser="on").is_superuser


def test_an_administrator_makes_administrators(person):
    group = Group.objects.get(name=ADMINISTRATOR.name)
    assert group in new_user(of(person(ADMINISTRATOR)), groups=[group.pk]).groups.all()


@pytest.mark.parametrize("role", [ADMINISTRATOR, EDITOR_IN_CHIEF, AUTHOR], ids=lambda role: role.name)
def test_a_group_that_may_do_more_is_not_given(keeper, role):
    assert new_user(of(keeper), groups=[Group.objects.get(name=role.name).pk]) is None
    own = keeper.groups.get()
    assert own in new_user(of(keeper), groups=[own.pk]).groups.all()


def edited(client, user, **changes) -> int:
    address = reverse("wagtailusers_users:edit", args=[user.pk])
    data = {"username": user.username, "email": user.email, "first_name": "A", "last_name": "B"}
    return client.post(address, data | {"is_active": "on"} | changes).status_code


def test_who_may_do_more_is_not_changed_nor_deleted(keeper, chief_editor, superuser, person):
    for client, stronger in ((of(keeper), chief_editor), (of(person(ADMINISTRATOR)), superuser)):
        password = "un-lungo-telaio-42"
        assert edited(client, stronger, password1=password, password2=password) == 403
        address = reverse("wagtailusers_users:delete", args=[stronger.pk])
        assert client.get(address).status_code in (302, 403)
        client.post(address)
        stronger.refresh_from_db()
        assert not stronger.check_password(password)


def test_who_may_do_less_is_changed(keeper, person):
    weaker = get_user_model().objects.create_user("weak", email="weak@example.org", password="x")
    assert edited(of(keeper), weaker, is_superuser="on") == 302
    weaker.refresh_from_db()
    assert (weaker.first_name, weaker.is_superuser) == ("A", False)


def test_one_does_not_lift_oneself(keeper):
    chiefs = Group.objects.get(name=EDITOR_IN_CHIEF.name)
    edited(of(keeper), keeper, is_superuser="on", groups=[chiefs.pk])
    keeper.refresh_from_db()
    assert not keeper.is_superuser
    assert chiefs not in keeper.groups.all()


def group_form(client, group, **changes):
    address = reverse("wagtailusers_groups:edit", args=[group.pk])
    html = client.get(address).content.decode()
    forms = (querydict_from_html(html, form_index=place) for place in count())
    data = next(form for form in forms if "name" in form)
    for name, values in changes.items():
        data.setlist(name, [*(data.getlist(name) if name == "permissions" else ()), *values])
    return client.post(address, dict(data.lists()))


def test_a_permission_on_all_things_of_a_model_is_not_given(keeper):
    group, publish = keeper.groups.get(), Permission.objects.get(codename="publish_topic")
    answer = group_form(of(keeper), group, permissions=[publish.pk])
    assert answer.status_code == 200
    assert "You can only give what you may do yourself" in answer.content.decode()
    assert publish not in group.permissions.all()


@pytest.mark.parametrize(("role", "given"), [(None, False), (EDITOR_IN_CHIEF, True)])
def test_a_permission_on_pages_is_given_by_those_who_hold_it_there(keeper, site, role, given):
    if role:
        keeper.groups.add(Group.objects.get(name=role.name))
    group = Group.objects.get(name="Keepers")
    row = {"page_permissions-TOTAL_FORMS": ["1"], "page_permissions-0-page": [site.news.pk]}
    row |= {"page_permissions-0-permissions": ["publish_page"], "page_permissions-0-DELETE": [""]}
    group_form(of(keeper), group, **row)
    assert GroupPagePermission.objects.filter(group=group, page=site.news).exists() == given


def test_a_group_keeps_what_it_has_when_its_name_is_changed_by_somebody_who_holds_less(keeper):
    group = Group.objects.get(name=FUNDING_EXPERT.name)
    Group.objects.filter(pk=group.pk).update(name="Nostri")
    before = set(group.permissions.all())
    group_form(of(keeper), group, name=["Esperti"])
    group.refresh_from_db()
    assert (group.name, set(group.permissions.all())) == ("Esperti", before)


def bulk(client, action, *users, **data):
    address = reverse("wagtail_bulk_action", args=["accounts", "user", action])
    revisions_of = "&".join(f"id={user.pk}" for user in users)
    return client.post(f"{address}?{revisions_of}", data)


def test_several_users_at_once_get_only_what_is_held(keeper, chief_editor, superuser):
    chiefs, own = Group.objects.get(name=EDITOR_IN_CHIEF.name), keeper.groups.get()
    weaker = get_user_model().objects.create_user("weak", email="weak@example.org", password="x")
    bulk(of(keeper), "assign_role", weaker, role=chiefs.pk)
    assert not weaker.groups.exists()
    bulk(of(keeper), "assign_role", weaker, role=own.pk)
    assert weaker.groups.get() == own
    bulk(of(keeper), "set_active_state", weaker, chief_editor, superuser, mark_as_active="False")
    for user, active in ((weaker, False), (chief_editor, True), (superuser, True)):
        user.refresh_from_db()
        assert user.is_active == active


def test_several_users_who_may_do_more_are_not_deleted(keeper, chief_editor, superuser):
    weaker = get_user_model().objects.create_user("weak", email="weak@example.org", password="x")
    bulk(of(keeper), "delete", weaker, chief_editor, superuser)
    assert set(get_user_model().objects.all()) == {keeper, chief_editor, superuser}


def test_a_group_that_may_do_more_is_not_deleted(keeper):
    chiefs, own = Group.objects.get(name=EDITOR_IN_CHIEF.name), Group.objects.create(name="Empty")
    for group in (chiefs, own):
        of(keeper).post(reverse("wagtailusers_groups:delete", args=[group.pk]))
    assert Group.objects.filter(pk=chiefs.pk).exists()
    assert not Group.objects.filter(pk=own.pk).exists()


WORKFLOW = ("add_workflow", "change_workflow", "add_task", "change_task", "delete_task")


@pytest.mark.parametrize(("role", "given"), [(AUTHOR, False), (EDITOR_IN_CHIEF, True)])
def test_who_approves_is_said_by_those_who_may_publish_everywhere(person, role, given):
    """A step of the workflow lets its groups publish."""
    user, step = person(role), GroupApprovalTask.objects.get()
    group = Group.objects.create(name="Workflows")
    group.permissions.set(Permission.objects.filter(codename__in=WORKFLOW))
    user.groups.add(group)
    for name, data in (
        ("wagtailadmin_workflows:edit_task", {"name": step.name, "groups": [group.pk]}),
        ("wagtailadmin_workflows:edit", {}),
    ):
        number = step.pk if "task" in name else Workflow.objects.get().pk
        assert (of(user).get(reverse(name, args=[number])).status_code == 200) == given
        of(user).post(reverse(name, args=[number]), data)
    assert (group in step.groups.all()) == given
    assert of(user).get(reverse("wagtailadmin_workflows:add")).status_code == (200 if given else 302)


def test_a_refusal_says_why_in_the_admin_and_leads_back(person, superuser):
    answer = of(person(ADMINISTRATOR)).get(reverse("wagtailusers_users:edit", args=[superuser.pk]))
    html = answer.content.decode()
    assert answer.status_code == 403
    assert "This person may do more than you" in html
    assert f'href="{reverse("wagtailadmin_home")}"' in html and "wagtail" in html
