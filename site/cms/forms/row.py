"""The row of a page or a snippet as it is at the moment of saving.

A form is read, checked and saved in one request, and the row is saved whole where nothing of it is public.
What another request has done in between, such as publishing, would be undone.
"""

from django.db.models import Model
from django.http import Http404

# What belongs to the thing, not to a version of it: no form writes these.
OF_THE_ROW = (
    *("path", "depth", "numchild", "url_path"),
    *("live", "has_unpublished_changes", "first_published_at", "last_published_at", "expired"),
    *("live_revision", "latest_revision", "latest_revision_created_at"),
    *("locked", "locked_at", "locked_by"),
)


def renew(instance: Model) -> None:
    """Give ``instance`` what its row says now; nobody else writes it until the transaction ends (SQLite lets
    one transaction write at a time anyway). Raises ``Http404`` where it was deleted.
    """
    fields = {field.name: field.attname for field in instance._meta.concrete_fields}
    names = [fields[name] for name in OF_THE_ROW if name in fields]
    rows = type(instance)._base_manager.select_for_update().filter(pk=instance.pk)
    now = rows.values(*names).first()
    if now is None:
        raise Http404
    for name, value in now.items():
        setattr(instance, name, value)
