"""A machine translator whose answers are looked at before anybody's page has them."""

from itertools import islice

import requests
from django.utils.module_loading import import_string
from wagtail_localize.machine_translators.base import BaseMachineTranslator

from .markup import mistake

# DeepL takes no more texts at a time.
BATCH = 50


class MachineTranslationError(Exception):
    """The translator cannot be reached, refuses, or answers something else than translations."""


class CheckedTranslator(BaseMachineTranslator):
    """Around the back end ``CLASS``, made with ``OPTIONS``: asks in batches, leaves out broken answers.

    A text that is left out stays untranslated, for a person. Raises ``MachineTranslationError``.
    """

    def __init__(self, options: dict):
        super().__init__(options)
        self.back_end = import_string(options["CLASS"])(options.get("OPTIONS", {}))
        self.display_name = self.back_end.display_name

    def can_translate(self, source_locale, target_locale) -> bool:
        return self.back_end.can_translate(source_locale, target_locale)

    def translate(self, source_locale, target_locale, strings) -> dict:
        answers, waiting = {}, iter(strings)
        while batch := list(islice(waiting, BATCH)):
            try:
                answers |= self.back_end.translate(source_locale, target_locale, batch)
            except (requests.RequestException, KeyError, TypeError, ValueError) as error:
                raise MachineTranslationError from error
        return {text: said for text, said in answers.items() if said and not mistake(text.data, said.data)}
