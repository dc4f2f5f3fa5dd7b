"""A page that became private left a redirect to itself at its own address. Such rows go; editors' own stay."""

from django.db import migrations


def remove(apps, schema_editor):
    """Of live pages: what a withdrawn one has kept for its next publication is no such row."""

    def model(app, name):
        return apps.get_model(app, name).objects

    to_itself = []
    rows = model("wagtailredirects", "Redirect").filter(
        automatically_created=True, redirect_page__live=True, redirect_page_route_path=""
    )
    for site in model("wagtailcore", "Site").select_related("root_page"):
        homes = model("wagtailcore", "Page").filter(
            translation_key=site.root_page.translation_key, depth=site.root_page.depth
        )
        roots = {home.locale_id: (home.url_path, home.locale.language_code) for home in homes.select_related("locale")}
        for row in rows.filter(site=site).select_related("redirect_page"):
            page = row.redirect_page
            place, language = roots.get(page.locale_id, (None, ""))
            if place and page.url_path.startswith(place):
                own = f"/{language}/{page.url_path[len(place) :]}".rstrip("/")
                if row.old_path == own:
                    to_itself.append(row.pk)
    for start in range(0, len(to_itself), 500):
        model("wagtailredirects", "Redirect").filter(pk__in=to_itself[start : start + 500]).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("wagtailredirects", "0008_add_verbose_name_plural"),
        ("wagtailcore", "0098_apitoken"),
    ]
    operations = [migrations.RunPython(remove, migrations.RunPython.noop)]
