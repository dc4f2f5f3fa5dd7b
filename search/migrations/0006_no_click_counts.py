from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0005_synonyms_since_0_4_1'),
    ]

    operations = [
        migrations.DeleteModel(
            name='ClickCount',
        ),
    ]
