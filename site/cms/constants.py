"""What several sections must agree on. No Django, so that rules can read it."""

from zoneinfo import ZoneInfo

ROME = ZoneInfo("Europe/Rome")  # every day and hour of the site
# Codes of places beside the regions of Italy (NUTS 2).
WHOLE_COUNTRY = "IT"
ABROAD = "EXT"
TRANSLATE = "wagtail_localize.submit_translation"  # the permission to translate
