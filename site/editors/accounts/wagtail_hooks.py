"""What the accounts change in the admin."""

from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from . import locks, logging_in, workflow_names
from .second_factor import factors
from .second_factor.panel import SecondFactorPanel
from .views import AssignHeldRole, DeleteManaged, SetActiveOfManaged, may_turn_off

logging_in.put_in_place()

AFTER_WAGTAIL = 100  # the last action of a name is the one that counts

for action in (AssignHeldRole, DeleteManaged, SetActiveOfManaged):
    hooks.register("register_bulk_action", action, order=AFTER_WAGTAIL)

hooks.register("register_log_actions", workflow_names.translate_log, order=AFTER_WAGTAIL)


@hooks.register("register_log_actions")
def second_factor_in_the_log(actions):
    for action, label, message in (
        (factors.TURNED_ON, gettext_lazy("Second factor on"), gettext_lazy("Turned the second factor on")),
        (factors.TURNED_OFF, gettext_lazy("Second factor off"), gettext_lazy("Turned the second factor off")),
        (factors.CODES_MADE, gettext_lazy("Recovery codes"), gettext_lazy("Made new recovery codes")),
        (factors.CODE_USED, gettext_lazy("Recovery code"), gettext_lazy("Logged in with a recovery code")),
    ):
        actions.register_action(action, label, message)


hooks.register("register_account_settings_panel", SecondFactorPanel)


@hooks.register("register_user_listing_buttons")
def second_factor_of_others(user, request_user):
    if may_turn_off(user, request_user):
        address = reverse("second_factor_turn_off", args=[user.pk])
        yield Button(gettext("Turn the second factor off"), address, icon_name="lock-open", priority=30)


class KeepersMenuItem(MenuItem):
    """For those who keep the accounts."""

    def is_shown(self, request):
        return locks.may_unlock(request.user)


@hooks.register("register_settings_menu_item")
def locks_menu_item():
    return KeepersMenuItem(
        gettext_lazy("Locked log-ins"), reverse("locks"), name="locks", icon_name="lock", order=620
    )


@hooks.register("register_settings_menu_item")
def system_menu_item():
    return KeepersMenuItem(
        gettext_lazy("System"), reverse("system"), name="system", icon_name="cogs", order=990
    )
