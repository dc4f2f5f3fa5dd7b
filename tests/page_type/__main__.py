"""``python -m tests.page_type``"""

import os
from importlib import import_module

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.page_type.settings"
django.setup()
import_module("tests.page_type.opened_site").main()
