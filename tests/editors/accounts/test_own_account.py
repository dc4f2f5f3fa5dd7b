"""The profile tells at the top that something was refused, and beside the field what."""

from itertools import count

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from editors.accounts.roles import AUTHOR

pytestmark = pytest.mark.django_db


def test_a_weak_password_is_told_at_the_top_as_well(browser):
    client, address = browser(AUTHOR), reverse("wagtailadmin_account")
    html = client.get(address).content.decode()
    forms = (querydict_from_html(html, form_index=place) for place in count())
    form = next(form for form in forms if "password-old_password" in form).dict()
    weak = {"password-old_password": "x"}
    weak |= {f"password-new_password{number}": "password1234" for number in (1, 2)}
    html = client.post(address, form | weak).content.decode()
    assert "Your account was not saved" in html
    assert "too common" in html
