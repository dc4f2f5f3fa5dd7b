"""Puts the import into the admin: addresses, and an entry in the menu for those who may use it."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from cms.admin.deny import deny_with_403

from . import views
from .access import may_import


class ImportMenuItem(MenuItem):
    def is_shown(self, request):
        return may_import(request.user)


@hooks.register("register_admin_urls")
def import_addresses():
    one = "funding/imports/<int:job_id>/"
    return [
        path("funding/imports/", deny_with_403(views.upload), name="funding_imports"),
        path(one, deny_with_403(views.show), name="funding_import"),
        path(f"{one}confirm/", deny_with_403(views.confirm), name="funding_import_confirm"),
        path(f"{one}refused.csv", deny_with_403(views.refused), name="funding_import_refused"),
    ]


@hooks.register("register_admin_menu_item")
def import_menu_item():
    return ImportMenuItem(
        _("Import calls"), reverse("funding_imports"), name="import-calls", icon_name="download", order=350
    )
