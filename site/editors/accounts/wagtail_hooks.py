"""What the accounts change in the admin."""

from wagtail import hooks

from . import logging_in, workflow_names
from .views import AssignHeldRole, SetActiveOfManaged

logging_in.put_in_place()

AFTER_WAGTAIL = 100  # the last action of a name is the one that counts

for action in (AssignHeldRole, SetActiveOfManaged):
    hooks.register("register_bulk_action", action, order=AFTER_WAGTAIL)

hooks.register("register_log_actions", workflow_names.translate_log, order=AFTER_WAGTAIL)
