"""What stands in for a picture and a document in the examples of the blocks: nothing is kept for them."""

from base64 import b64encode
from types import SimpleNamespace
from typing import Any

WARP, WEFT = "#1d4f7c", "#efe9dc"
WIDTH, HEIGHT = 900, 600
_TWILL = (
    f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}"><pattern id="t" width="40" '
    f'height="40" patternUnits="userSpaceOnUse"><rect width="40" height="40" fill="{WEFT}"/>'
    f'<path d="M0 0h20v10h10v10h10v20h-10v-10h-10v-10h-10v-10h-10zM0 30h10v10h-10z" fill="{WARP}"/></pattern>'
    f'<rect width="{WIDTH}" height="{HEIGHT}" fill="url(#t)"/></svg>'
)


class ExamplePicture:
    """As much of a picture as the templates ask for; drawn here, without renditions."""

    title = credit = ""
    width, height = WIDTH, HEIGHT
    focal_point_x = focal_point_y = focal_point_width = focal_point_height = None
    file = SimpleNamespace(url="data:image/svg+xml;base64," + b64encode(_TWILL.encode()).decode())
    renditions = SimpleNamespace(all=list)


class ExampleDocument:
    """As much of a document as the templates ask for; its link leads nowhere."""

    title = ""
    url = "#"
    file_extension = "pdf"
    file_size = 182_000
    language = "it"


EXAMPLE_PICTURE: Any = ExamplePicture()
EXAMPLE_DOCUMENT: Any = ExampleDocument()
