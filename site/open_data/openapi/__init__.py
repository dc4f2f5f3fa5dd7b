"""What programs can ask of the site, as OpenAPI 3.1 and as a page made from it."""

from . import views

__all__ = ["views"]
