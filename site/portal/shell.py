"""What the frame of every page shows: sections, languages, breadcrumbs."""


def shell(request):
    """A context processor."""
    return {}
