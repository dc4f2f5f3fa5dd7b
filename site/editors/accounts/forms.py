"""Wagtail's forms of users and groups, in which nobody gives what they do not hold."""

from django import forms
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.users import forms as wagtails

from .grantable import Holdings
from .role_names import NAMES

ONLY_SUPERUSERS = _("Only those who have this themselves can give it or take it away.")
NOT_HELD = _("You can only give what you may do yourself, and you may not: %(permissions)s.")

OWN_RIGHT = _(
    "You cannot take from yourself the right to manage users. Somebody else who manages users can take it "
    "from you."
)

SUPERUSER = _("Superuser")
EVERYTHING = _("May do everything, also what no role may. The role “Administrator” is enough for most.")

KEPT = _("This group belongs to the site and keeps its name.")


def refuse(lacking: list[Permission]) -> ValidationError:
    """The error for permissions that the giver does not hold."""
    told = ", ".join(sorted({gettext(each.name) for each in lacking}))
    return ValidationError(NOT_HELD, "not_held", {"permissions": told})


class GivesWhatIsHeldMixin:
    """Of users. ``giver`` is the one who fills the form in."""

    def __init__(self, *args, giver, **kwargs):
        super().__init__(*args, **kwargs)
        self._giver, self._holdings = giver, holdings = giver, Holdings(giver)
        if groups := self.fields.get("groups"):
            groups.label = _("Roles")  # as the tab and the list say
        if box := self.fields.get("is_superuser"):
            box.label, box.help_text = SUPERUSER, EVERYTHING  # "Administrator" is the name of a role
        if holdings.everything:
            return
        if box:
            box.disabled, box.help_text = True, ONLY_SUPERUSERS
        if groups:
            groups.queryset = Group.objects.filter(pk__in=[each.pk for each in holdings.groups()])


class PersonCreationForm(GivesWhatIsHeldMixin, wagtails.UserCreationForm):
    pass


class PersonEditForm(GivesWhatIsHeldMixin, wagtails.UserEditForm):
    def clean_groups(self):
        """Of oneself, Wagtail's form leaves out the boxes that lock an account."""
        groups = self.cleaned_data["groups"]
        if self.instance == self._giver and self._holdings.loses_users(groups):
            raise ValidationError(OWN_RIGHT, "own_right")
        return groups


class KeptNameInput(forms.TextInput):
    """Shows the name of one of the site's groups in the reader's language."""

    def format_value(self, value):
        return str(NAMES.get(value, value))


class GroupForm(wagtails.GroupForm):
    """What a group has already may stay; what is added must be held.

    The site's own groups keep their names.
    """

    def __init__(self, *args, giver, **kwargs):
        super().__init__(*args, **kwargs)
        self._giver, self._holdings = giver, Holdings(giver)
        if self.instance.name in NAMES:
            name = self.fields["name"]
            name.disabled, name.help_text, name.widget = True, KEPT, KeptNameInput()

    def clean(self):
        """The error stands above the form: Wagtail's table of boxes has no place for one."""
        cleaned = super().clean()
        before = set(self.instance.permissions.values_list("pk", flat=True)) if self.instance.pk else set()
        new = (each for each in cleaned.get("permissions", ()) if each.pk not in before)
        if lacking := self._holdings.lacks(new):
            self.add_error(None, refuse(lacking))
        mine = self._giver.groups.all()
        if self.instance in mine:
            others = mine.exclude(pk=self.instance.pk)
            if self._holdings.loses_users(others, cleaned.get("permissions", ())):
                self.add_error(None, ValidationError(OWN_RIGHT, "own_right"))
        return cleaned


class RoleForm(forms.Form):
    """The group that several users are put into."""

    role = forms.ModelChoiceField(queryset=Group.objects.none(), label=_("Role"))
