"""``WithdrawnFacts`` is called ``LastPublicFacts``. Its table keeps its name, its permissions move along."""

from django.db import migrations

OLD, NEW = "withdrawnfacts", "lastpublicfacts"


def rename_permissions(apps, old, new):
    permissions = apps.get_model("auth", "Permission").objects
    for permission in permissions.filter(content_type__app_label="funding", codename__endswith=f"_{old}"):
        permission.codename = permission.codename.replace(old, new)
        permission.save(update_fields=["codename"])


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("funding", "0008_correction_of_closing_days"),
    ]

    operations = [
        migrations.AlterModelTable("WithdrawnFacts", "funding_withdrawnfacts"),
        migrations.RenameModel("WithdrawnFacts", "LastPublicFacts"),
        migrations.RunPython(
            lambda apps, _editor: rename_permissions(apps, OLD, NEW),
            lambda apps, _editor: rename_permissions(apps, NEW, OLD),
        ),
    ]
