"""``manage.py translate_tree PAGE LANGUAGE``: submit a page and all below it for translation."""

from django.core.management.base import BaseCommand, CommandError
from rich.progress import Progress
from wagtail.models import Locale, Page

from translation.tree import left, translate_tree


class Command(BaseCommand):
    help = "Submits a page and all below it for translation, as drafts. A second run takes up what is left."

    def add_arguments(self, parser):
        parser.add_argument("page", type=int, help="the number of the page, as in its address in the admin")
        parser.add_argument("language", help="the code of the language to translate into, such as en")

    def handle(self, *args, **options):
        try:
            page = Page.objects.get(pk=options["page"], depth__gt=1)
            locale = Locale.objects.get(language_code=options["language"])
        except Page.DoesNotExist as error:
            raise CommandError(f"There is no page {options['page']}.") from error
        except Locale.DoesNotExist as error:
            raise CommandError(f"The site has no language {options['language']}.") from error
        if page.locale_id == locale.pk:
            raise CommandError(f"Page {page.pk} is written in {locale.language_code} itself.")
        with Progress(disable=not options["verbosity"]) as bar:
            line = bar.add_task(page.title, total=left(page, locale).count())
            done = translate_tree(page, locale, each=lambda _page: bar.advance(line))
        self.stdout.write(f"{done} pages submitted for translation into {locale.language_code}.")
