"""Settings: a cache in front shows pages for a few seconds, so that no test waits for half a minute."""

from portal.settings.dev import *  # noqa: F403

FRONT_CACHE_FRESH_SECONDS, FRONT_CACHE_GRACE_SECONDS = 2, 5
