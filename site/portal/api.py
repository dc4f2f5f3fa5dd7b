"""Wagtail's own API: live pages, pictures and documents, to be read by anybody."""

from rest_framework.renderers import JSONRenderer
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.documents.api.v2.views import DocumentsAPIViewSet
from wagtail.images.api.v2.views import ImagesAPIViewSet


class Pages(PagesAPIViewSet):
    renderer_classes = [JSONRenderer]


class Pictures(ImagesAPIViewSet):
    renderer_classes = [JSONRenderer]


class Documents(DocumentsAPIViewSet):
    renderer_classes = [JSONRenderer]


router = WagtailAPIRouter("wagtailapi")
router.register_endpoint("pages", Pages)
router.register_endpoint("images", Pictures)
router.register_endpoint("documents", Documents)
