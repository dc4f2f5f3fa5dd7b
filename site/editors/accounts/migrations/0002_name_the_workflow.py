"""The workflow and its step get the names that new sites have, where they still have those of before."""

from django.conf import settings
from django.db import migrations
from django.utils.translation import gettext, override

WORKFLOW = {"Publication", "Pubblicazione"}
TASK = {"Approval", "Approvazione"}


def rename(apps, schema_editor):
    with override(settings.LANGUAGE_CODE):
        workflow_name, task_name = gettext("Approval"), gettext("Editorial review")
    workflows = apps.get_model("wagtailcore", "Workflow").objects
    for workflow in workflows.filter(name__in=WORKFLOW):
        steps = apps.get_model("wagtailcore", "WorkflowTask").objects.filter(workflow=workflow)
        tasks = apps.get_model("wagtailcore", "Task").objects.filter(pk__in=steps.values("task"))
        tasks.filter(name__in=TASK).update(name=task_name)
        workflows.filter(pk=workflow.pk).update(name=workflow_name)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
    ]
    operations = [migrations.RunPython(rename, migrations.RunPython.noop)]
