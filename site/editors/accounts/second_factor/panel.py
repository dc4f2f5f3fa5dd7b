"""The second factor in one's account: a tab of its own, where people look for it."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.account import BaseSettingsPanel, SettingsTab

from editors.accounts.models import User


class NothingToFillIn(forms.ModelForm):
    """The panel leads to pages of its own, which ask for the password."""

    class Meta:
        model = User
        fields = ()

    def save(self, commit=True):
        return self.instance


class SecondFactorPanel(BaseSettingsPanel):
    name = "second_factor"
    title = _("Second factor")
    tab = SettingsTab("security", _("Security"), order=150)
    order = 100
    form_class = NothingToFillIn
    template_name = "wagtailadmin/second_factor/panel.html"

    def get_context_data(self):
        return super().get_context_data() | {"is_on": bool(self.user.second_factor)}
