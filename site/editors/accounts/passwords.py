"""What a password must be."""

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.utils.translation import ngettext


class LongEnough(MinimumLengthValidator):
    """Django's, whose message has lost its translations."""

    def get_error_message(self):
        return ngettext(
            "This password is too short. It must have at least %(number)d character.",
            "This password is too short. It must have at least %(number)d characters.",
            self.min_length,
        ) % {"number": self.min_length}
