"""The shipped synonyms that have changed since 0.4.1, for sites that began with it. A list that editors have
changed stays as it is; the admin's list of synonyms says what is wrong with it.
"""

from django.db import migrations

# By language: each list of 0.4.1, and what came in its place. All go one way but those in BOTH.
REPLACED = [
    ("en", ["company", "enterprise", "firm"], [["company", "firm"], ["company", "enterprise"]]),
    ("en", ["firm", "enterprise", "company"], [["firm", "enterprise"]]),
    ("it", ["impresa", "azienda", "ditta", "società"], [["impresa", "azienda"], ["impresa", "ditta", "società"]]),
    ("it", ["azienda", "impresa"], []),
]
BOTH = [["company", "firm"], ["impresa", "azienda"]]
NEW = {
    "en": [["cooperation", "cooperative"]],
    "it": [
        ["cooperazione", "cooperativa"],
        ["mutuo", "prestito", "finanziamento agevolato", "mutuo agevolato"],
        ["digital", "digitale", "digitalizzazione"],
    ],
}


def bring_up_to_date(apps, schema_editor):
    groups = apps.get_model("search", "SynonymGroup").objects
    came = set()
    for language, before, after in REPLACED:
        if groups.filter(language=language, terms="\n".join(before), one_way=True).delete()[0]:
            came.add(language)
            for terms in after:
                add(groups, language, terms, one_way=terms not in BOTH)
    for language in came:
        for terms in NEW[language]:
            add(groups, language, terms, one_way=True)


def add(groups, language, terms, one_way):
    """Unless it is there."""
    groups.get_or_create(language=language, terms="\n".join(terms), one_way=one_way)


class Migration(migrations.Migration):
    dependencies = [("search", "0004_shipped_synonyms")]

    operations = [migrations.RunPython(bring_up_to_date, migrations.RunPython.noop)]
