from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("news", "0002_event_state")]

    operations = [
        migrations.AlterField(
            model_name="articlepage",
            name="day",
            field=models.DateField(
                blank=True,
                help_text="The day the news bears. Without one it bears the day on which it is published here.",
                null=True,
                verbose_name="day",
            ),
        ),
    ]
