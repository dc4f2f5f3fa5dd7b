"""Makes the pages of the content files, once.

Everything happens in one transaction: the content is there or it is not, and a load that was broken off
is simply begun again. Whoever has loaded it once keeps what they change, and what they delete stays deleted.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import translation
from wagtail.coreutils import find_available_slug
from wagtail.models import Locale, Page

from cms.models import Organisation, Topic
from home.site_setup import open_site, remove_welcome_page, sync_hostname
from media.models import Picture
from media.renditions import make_renditions
from search.index import outbox

from .content import CONTENT, SNIPPETS, ContentError, ContentErrors, ContentFile, entries
from .indexes import indexed_at_the_end
from .instances import InstanceFactory, report_errors
from .overlay import translatable_texts
from .pictures import PatternRenderer
from .translations import pair, publish
from .values import ContentPath, stable_id

HOME = "pages/home"
Report = Callable[[str, int, int], None]


def is_loaded() -> bool:
    """Whether the content was loaded before, even if some of it has been deleted since."""
    return Page.objects.filter(translation_key=stable_id(HOME)).exists()


def load(folder: Path = CONTENT, report: Report = lambda step, done, total: None) -> bool:
    """Load everything unless it was loaded before; returns whether anything was done.

    ``report(step, done, total)`` is called as the work goes on. Raises ``ContentErrors``.
    """
    if is_loaded():
        sync_hostname(Page.objects.get(translation_key=stable_id(HOME), locale__language_code=_source()))
        finish_pictures(report)
        return False
    # The search's notes stay in the outbox, whence `sync_search` takes them all at once.
    with (
        outbox.deferred(drain=False),
        transaction.atomic(),
        translation.override(_source()),
        indexed_at_the_end(),
        PatternRenderer() as renderer,
    ):
        Load(entries(folder), renderer, report).run()
    return True


def finish_pictures(report: Report = lambda step, done, total: None) -> None:
    """Make the renditions of pictures that have none, such as those of a load that was broken off."""
    bare = Picture.objects.filter(renditions=None)
    for done, picture in enumerate(pictures := list(bare), 1):
        make_renditions(picture)
        report("sizes of the pictures", done, len(pictures))


def _source() -> str:
    return settings.LANGUAGE_CODE


class Load:
    """One run, step by step."""

    def __init__(self, everything: list[ContentFile], renderer: PatternRenderer, report: Report):
        self.entries, self.renderer, self.report = everything, renderer, report
        self.root = remove_welcome_page()
        self.maker = InstanceFactory(
            locales={locale.language_code: locale for locale in Locale.objects.all()},
            source_language=_source(),
            known=frozenset(entry.key for entry in everything if entry.section not in SNIPPETS),
        )
        self.planted: dict[tuple[str, str], Page] = {}
        self.errors: list[ContentError] = []

    def run(self) -> None:
        snippets = [entry for entry in self.entries if entry.section in SNIPPETS]
        pages = [entry for entry in self.entries if entry.section not in SNIPPETS]
        self.each("organisations, topics and terms", snippets, self.snippet)
        self.each("pages", pages, self.page)
        self.each("texts and links", pages, self.publish)
        open_site(self.maker.pages[HOME])
        for language in self.maker.locales:
            translated = [entry for entry in self.entries if language in entry.translations]
            self.each(f"in {language}", translated, partial(self.translate, language))
        self.renderer.finish(lambda done, total: self.report("sizes of the pictures", done, total))

    def each(self, step: str, todo: list[ContentFile], do: Callable[[ContentFile], None]) -> None:
        """Do one step for all entries, and only then stop for the mistakes found on the way."""
        for done, entry in enumerate(todo, 1):
            with self.noting_errors():
                do(entry)
            self.report(step, done, len(todo))
        if self.errors:
            raise ContentErrors(self.errors)

    @contextmanager
    def noting_errors(self) -> Iterator[None]:
        try:
            yield
        except ContentError as error:
            self.errors.append(error)

    def snippet(self, entry: ContentFile) -> None:
        """An organisation, a topic or a term of the glossary."""
        instance = self.maker.new(entry, _source())
        with report_errors(entry, _source()):
            instance.full_clean()
        instance.save()
        known = {Organisation: self.maker.organisations, Topic: self.maker.topics}
        if entry.model in known:
            known[entry.model][entry.name] = instance

    def page(self, entry: ContentFile) -> None:
        """The page in its place in the tree, so that others can link to it."""
        if entry.parent and entry.parent not in self.maker.pages:
            return  # the mistake in the parent's file is noted already
        page = self.maker.new(entry, _source())
        self.plant(page, entry, _source())
        self.maker.pages[entry.key] = page

    def plant(self, page: Page, entry: ContentFile, language: str) -> None:
        """Put a page under its parent, not live yet, with its cloth."""
        parent = self.root if entry.parent is None else self.planted.get((language, entry.parent))
        if parent is None:
            raise ContentError(entry.file(language), "parent", "the page above is not there in this language")
        if language != _source() and "slug" not in translatable_texts(entry.model):
            page.slug = find_available_slug(parent, page.slug)
        page.set_url_path(parent)
        with report_errors(entry, language):
            page.full_clean(exclude=["path", "depth"])
            if entry.has_picture and language == _source():
                page.picture = self.renderer.render(entry)
            page.live = False
            parent.add_child(instance=page)
        self.planted[language, entry.key] = page

    def publish(self, entry: ContentFile) -> None:
        """All that the file says, now that every page can be linked to; published with a revision."""
        page = self.maker.pages[entry.key]
        self.maker.fill(page, entry, _source())
        self.maker.link(page, entry)
        self.maker.validate_streams(page, entry, _source())
        with report_errors(entry, _source()):
            page.full_clean()
        page.save_revision(clean=False).publish()

    def translate(self, language: str, entry: ContentFile) -> None:
        """The page, topic or term, published in a further language."""
        twin = self.maker.new(entry, language)
        source = entry.model.objects.get(
            translation_key=twin.translation_key, locale__language_code=_source()
        )
        origin = pair(source, twin, ContentPath(entry.file(language), entry.key))
        if isinstance(twin, Page):
            self.maker.validate_streams(twin, entry, language)
            self.plant(twin, entry, language)
        publish(origin, self.maker.locales[language])
