"""The field `action` of a story becomes `solution`, everywhere its name is kept.

An input named "action" hides the address to which its form is sent, so that scripts cannot send the form.
Nothing is lost: besides the column, the name stands in versions, in comments, in what wagtail-localize keeps
and in the index of references. Rows whose JSON is not what Wagtail writes are left as they are.
"""

import json
from uuid import UUID, uuid5

from django.db import migrations
from django.db.models import Q

OLD, NEW = "action", "solution"
BEFORE, AFTER = "0001_initial", "0002_rename_action_to_solution"
COMMENTS = "wagtail_admin_comments"

# By these Wagtail and wagtail-localize make the hash of a path.
OF_REFERENCES = UUID("bdc70d8b-e7a2-4c2a-bf43-2a3e3fcbbe86")
OF_CONTEXTS = UUID("fcab004a-2b50-11ea-978f-2e728ce88125")


def forwards(apps, schema_editor):
    _rename(apps, OLD, NEW)
    _of_this_schema(apps, BEFORE, AFTER)


def backwards(apps, schema_editor):
    _rename(apps, NEW, OLD)
    _of_this_schema(apps, AFTER, BEFORE)


def _rename(apps, old, new):
    kinds = apps.get_model("contenttypes", "ContentType").objects.filter(app_label="stories", model="storypage")
    kind = kinds.values_list("pk", flat=True).first()
    if kind is None:  # a new site
        return
    _versions(apps, kind, old, new)
    _comments(apps, kind, old, new)
    _references(apps, kind, old, new)
    _sources(apps, kind, old, new)
    _contexts(apps, kind, old, new)


def _versions(apps, kind, old, new):
    revisions = apps.get_model("wagtailcore", "Revision").objects
    for pk, content in revisions.filter(content_type=kind).values_list("pk", "content").iterator(100):
        if _renamed(content, old, new):
            revisions.filter(pk=pk).update(content=content)


def _comments(apps, kind, old, new):
    comments = apps.get_model("wagtailcore", "Comment").objects
    for comment in comments.filter(_path("contentpath", old), page__content_type=kind):
        comments.filter(pk=comment.pk).update(contentpath=_moved(comment.contentpath, old, new))


def _references(apps, kind, old, new):
    references = apps.get_model("wagtailcore", "ReferenceIndex").objects
    for row in references.filter(_path("model_path", old), content_type=kind):
        path = _moved(row.content_path, old, new)
        references.filter(pk=row.pk).update(
            model_path=_moved(row.model_path, old, new),
            content_path=path,
            content_path_hash=uuid5(OF_REFERENCES, path),
        )


def _sources(apps, kind, old, new):
    sources = apps.get_model("wagtail_localize", "TranslationSource").objects
    ours = sources.filter(specific_content_type=kind)
    for pk, text in ours.values_list("pk", "content_json").iterator(100):
        try:
            content = json.loads(text)
        except ValueError:
            continue
        if _renamed(content, old, new):
            sources.filter(pk=pk).update(content_json=json.dumps(content))


def _contexts(apps, kind, old, new):
    """Segments, translations and overrides point to these rows, so that they need no change."""
    sources = apps.get_model("wagtail_localize", "TranslationSource").objects
    stories = apps.get_model("stories", "StoryPage").objects
    contexts = apps.get_model("wagtail_localize", "TranslationContext").objects
    of_stories = Q(object_id__in=sources.filter(specific_content_type=kind).values("object_id"))
    of_stories |= Q(object_id__in=stories.values("translation_key"))
    for context in contexts.filter(of_stories & _path("path", old)):
        path = _moved(context.path, old, new)
        contexts.filter(pk=context.pk).update(
            path=path,
            path_id=uuid5(OF_CONTEXTS, path),
            field_path=_moved(context.field_path, old, new),
        )


def _of_this_schema(apps, before, after):
    """What was submitted before needs no warning that the fields have changed: they fit again."""
    sources = apps.get_model("wagtail_localize", "TranslationSource").objects
    ours = sources.filter(specific_content_type__app_label="stories", schema_version=before)
    ours.update(schema_version=after)


def _renamed(content, old, new):
    """Whether anything was renamed in the serialised page, which is changed in place."""
    if not isinstance(content, dict):
        return False
    changed = old in content and new not in content
    if changed:
        content[new] = content.pop(old)
    comments = content.get(COMMENTS)
    for comment in comments if isinstance(comments, list) else ():
        path = comment.get("contentpath") if isinstance(comment, dict) else None
        if isinstance(path, str) and path != _moved(path, old, new):
            comment["contentpath"] = _moved(path, old, new)
            changed = True
    return changed


def _path(column, field):
    return Q(**{column: field}) | Q(**{f"{column}__startswith": f"{field}."})


def _moved(path, old, new):
    """The path with the field's new name, if it is a path into that field."""
    field, dot, rest = path.partition(".")
    return new + dot + rest if field == old else path


class Migration(migrations.Migration):
    dependencies = [
        ("stories", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
    ]

    operations = [
        migrations.RenameField("storypage", OLD, NEW),
        migrations.RunPython(forwards, backwards),
    ]
