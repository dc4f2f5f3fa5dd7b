"""The cloth of each page, as a picture of the site."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from io import BytesIO

from django.core.files.images import ImageFile
from wagtail.images.rect import Rect

from media.models import Picture, Rendition
from media.pattern_image import woven_picture
from media.renditions import filters
from media.weave_patterns import pattern_for

from .content import ContentFile

CREDIT = "Intreccio, tessuto generato da un’armatura reale"


class PatternRenderer:
    """Weaves at once and encodes the sizes in the background, where they cost the load no time."""

    def __enter__(self) -> "PatternRenderer":
        self._pool = ThreadPoolExecutor(thread_name_prefix="loom")
        self._sizes: list[Future[Rendition]] = []
        return self

    def __exit__(self, *exception: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def render(self, entry: ContentFile) -> Picture:
        """The saved picture of a page."""
        cloth = woven_picture(entry.key)
        content = BytesIO()
        cloth.save(content, "JPEG", quality=90)
        picture = Picture(title=_title(entry), credit=CREDIT, description=pattern_for(entry.key).describe())
        picture.file = ImageFile(BytesIO(content.getvalue()), name=_file_name(picture, entry))
        middle, half = (cloth.width / 2, cloth.height / 2), (cloth.width / 2, cloth.height / 2)
        picture.set_focal_point(Rect.from_point(*middle, *half))
        picture.full_clean()
        picture.save()
        for one in filters(picture):
            source = BytesIO(content.getvalue())
            self._sizes.append(self._pool.submit(picture.generate_rendition_instance, one, source))
        return picture

    def finish(self, report: Callable[[int, int], None]) -> None:
        """Wait for the sizes and keep them."""
        for done, _ in enumerate(as_completed(self._sizes), 1):
            report(done, len(self._sizes))
        Rendition.objects.bulk_create(size.result() for size in self._sizes)


def _title(entry: ContentFile) -> str:
    return str(entry.source.get("title") or entry.name)


def _file_name(picture: Picture, entry: ContentFile) -> str:
    """Always the same name: a file left by a load that was broken off is replaced, not doubled."""
    name = f"cloth-{entry.section}-{entry.name}.jpg"
    picture.file.storage.delete(picture.get_upload_to(name))
    return name
