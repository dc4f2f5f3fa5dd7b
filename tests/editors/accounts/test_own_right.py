"""Who manages users keeps that right, and the account: only somebody else can take it away."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse

from editors.accounts.roles import ADMINISTRATOR, AUTHOR

from .test_giving import edited, group_form, keeper, of  # noqa: F401

pytestmark = pytest.mark.django_db
REFUSED = "cannot take from yourself the right to manage users"


def form_of(user, **changes):
    data = {"username": user.username, "email": user.email, "first_name": "A", "last_name": "B", **changes}
    return of(user).post(reverse("wagtailusers_users:edit", args=[user.pk]), data)


@pytest.mark.parametrize("left", [[], [AUTHOR]], ids=["none", "another"])
def test_the_own_role_is_refused_beside_its_field(person, left):
    admin = person(ADMINISTRATOR)
    groups = [Group.objects.get(name=role.name).pk for role in left]
    answer = form_of(admin, groups=groups, is_active="")
    assert REFUSED in str(answer.context["form"].errors["groups"])
    admin.refresh_from_db()
    assert admin.groups.get().name == ADMINISTRATOR.name
    assert admin.is_active


def test_a_role_beside_it_is_given_and_taken(person):
    admin = person(ADMINISTRATOR)
    both = Group.objects.filter(name__in=[ADMINISTRATOR.name, AUTHOR.name])
    for groups in (both, both.filter(name=ADMINISTRATOR.name)):
        assert form_of(admin, groups=[group.pk for group in groups]).status_code == 302
        assert set(admin.groups.all()) == set(groups)


def test_another_administrator_takes_it(person):
    admin = person(ADMINISTRATOR)
    other = get_user_model().objects.create_user("other", email="other@example.org", password="x")
    other.groups.add(*admin.groups.all())
    assert edited(of(admin), other, groups=[]) == 302
    assert not other.groups.exists()


def test_one_neither_locks_nor_deletes_oneself(person):
    admin = person(ADMINISTRATOR)
    client = of(admin)
    client.post(reverse("wagtailusers_users:delete", args=[admin.pk]))
    for action, data in (("delete", {}), ("set_active_state", {"mark_as_active": "False"})):
        address = reverse("wagtail_bulk_action", args=["accounts", "user", action])
        client.post(f"{address}?id={admin.pk}", data)
    admin.refresh_from_db()
    assert admin.is_active


def test_nor_by_way_of_the_group(keeper):  # noqa: F811
    group, client = keeper.groups.get(), of(keeper)
    answer = group_form(client, group, permissions=[])
    assert answer.status_code == 302
    answer = client.post(reverse("wagtailusers_groups:edit", args=[group.pk]), {"name": group.name})
    assert REFUSED in str(answer.context["form"].non_field_errors())
    answer = client.post(reverse("wagtailusers_groups:delete", args=[group.pk]), follow=True)
    assert REFUSED in answer.content.decode()
    assert group in keeper.groups.all()
    assert group.permissions.filter(codename="change_user").exists()
