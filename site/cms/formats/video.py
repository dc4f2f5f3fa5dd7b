"""Where a film can be played inside the page, without its site following the visitor."""

import re

YOUTUBE = re.compile(
    r"https?://(?:www\.|m\.)?(?:youtube\.com/(?:watch\?(?:.*&)?v=|embed/|shorts/|live/)|youtu\.be/)([\w-]{11})(?:[?&#].*)?$"
)
VIMEO = re.compile(r"https?://(?:www\.|player\.)?vimeo\.com/(?:video/)?(\d+)(?:[/?#].*)?$")


def embed_address(url: str) -> str:
    """The address of the player for a film on YouTube or Vimeo; empty for any other address."""
    if match := YOUTUBE.match(url):
        return f"https://www.youtube-nocookie.com/embed/{match[1]}?autoplay=1&rel=0"
    if match := VIMEO.match(url):
        return f"https://player.vimeo.com/video/{match[1]}?autoplay=1&dnt=1"
    return ""
