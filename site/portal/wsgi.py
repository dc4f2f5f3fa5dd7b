"""The WSGI application that servers import: the page cache in front of Django."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")

_django = get_wsgi_application()

from delivery.long_answers import LongAnswers  # noqa: E402 - settings must be ready first
from delivery.page_cache import PageCache  # noqa: E402
from portal.request_ids import RequestIds  # noqa: E402
from search.counting.store import count  # noqa: E402

application = RequestIds(PageCache(LongAnswers(_django), after_response=count))

# What has been loaded stays: without it, garbage is looked for in little time, and before much has gathered.
gc.freeze()
gc.collect()
