"""Files that are a picture and something else at once. No Django."""

import zipfile
from io import BytesIO

# What a browser or a server might run if it took the picture for it.
FOREIGN = (b"<script", b"<?php", b"<html", b"<!doctype html", b"%pdf-", b"<iframe")


def is_polyglot(content: bytes) -> bool:
    """Whether another program could read ``content``, a picture, as markup, a program or an archive."""
    small = content.lower()
    return any(mark in small for mark in FOREIGN) or zipfile.is_zipfile(BytesIO(content))
