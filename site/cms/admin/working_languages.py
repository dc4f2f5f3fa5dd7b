"""The languages that somebody works in: those of the pages that they may change."""

from wagtail.permission_policies.pages import PagePermissionPolicy

POLICY = PagePermissionPolicy()
# Who may only add pages may change their own.
CHANGING = ("add_page", "change_page")


def changing(user) -> list:
    """The permissions by which ``user`` may change pages; Wagtail reads them once for each request."""
    return [
        one for one in POLICY.get_cached_permissions_for_user(user) if one.permission.codename in CHANGING
    ]


def works_in(user, locale_id: int) -> bool:
    """Whether ``user`` works in a language. Whoever changes no pages at all is bound to none."""
    if user.is_superuser:
        return True
    own = {one.page.locale_id for one in changing(user)}
    return locale_id in own or not own
