"""Wagtail's own API: the pages that everybody may see, with their pictures and documents."""

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError
from rest_framework.renderers import JSONRenderer
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.serializers import PageAliasOfField, PageSerializer
from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.documents.api.v2.views import DocumentsAPIViewSet
from wagtail.images.api.v2.views import ImagesAPIViewSet

from cms.querysets import any_restriction, visible

from .public_media import on_public_pages


class PublicAliasOf(PageAliasOfField):
    """What a page is an alias of, if the visitor may see that one, too: as Wagtail has it for the parent."""

    def get_attribute(self, instance):
        source = super().get_attribute(instance)
        known = source and self.context["base_queryset"].filter(pk=source.pk).exists()
        return source if known else None


class PublicPageSerializer(PageSerializer):
    alias_of = PublicAliasOf(read_only=True)


class JsonErrorsMixin:
    """What makes no sense is answered by 400, wherever Wagtail or the database notices it."""

    def handle_exception(self, exception):
        if isinstance(exception, DataError | IntegrityError | OverflowError | ValidationError | ValueError):
            exception = BadRequestError("A parameter has a value that it cannot have.")
        return super().handle_exception(exception)


class PagesEndpoint(JsonErrorsMixin, PagesAPIViewSet):
    """The pages that everybody may see; nobody gets more by being logged in."""

    base_serializer_class = PublicPageSerializer
    renderer_classes = [JSONRenderer]

    def get_base_queryset(self):
        """Wagtail's search refuses queries that hold conditions on other tables: it gets the numbers."""
        pages = super().get_base_queryset()
        return pages.filter(pk__in=visible(pages).values("pk")) if any_restriction() else pages


class PublicMediaMixin(JsonErrorsMixin):
    """One that no public page uses is answered as one that never was."""

    renderer_classes = [JSONRenderer]

    def get_queryset(self):
        return on_public_pages(super().get_queryset())


class Pictures(PublicMediaMixin, ImagesAPIViewSet):
    pass


class Documents(PublicMediaMixin, DocumentsAPIViewSet):
    pass


router = WagtailAPIRouter("wagtailapi")
router.register_endpoint("pages", PagesEndpoint)
router.register_endpoint("images", Pictures)
router.register_endpoint("documents", Documents)
