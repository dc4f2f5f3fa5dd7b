"""The synonyms that every new site begins with. Loaded once: what editors change or delete stays so."""

from pathlib import Path

import yaml
from django.db import migrations

FOLDER = Path(__file__).resolve().parents[1] / "synonyms"


def load(apps, schema_editor):
    groups = apps.get_model("search", "SynonymGroup")
    rows = [
        groups(language=file.stem, terms="\n".join(terms), one_way=one_way)
        for file in sorted(FOLDER.glob("*.yaml"))
        for terms, one_way in map(read, yaml.safe_load(file.read_text(encoding="utf-8")))
    ]
    groups.objects.bulk_create(rows)


def read(entry):
    """The terms of an entry, and whether they go one way."""
    if isinstance(entry, dict):
        return [entry["first"], *entry["also"]], True
    return entry, False


class Migration(migrations.Migration):
    dependencies = [("search", "0003_steering")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
