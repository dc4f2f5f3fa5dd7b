"""Blocks with more to them than each field alone can say."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from wagtail import blocks


class CrossFieldBlock(blocks.StructBlock):
    """Tells what is missing along with the empty fields, all at once, and only of what is to be public: a
    draft may be unfinished."""

    def missing_fields(self, value) -> Iterator[tuple[str, str]]:
        """What the fields together lack, each with the name of the field to fill in. ``value`` may hold what
        a field refuses."""
        raise NotImplementedError

    def clean(self, value):
        errors: dict = {}
        try:
            value = super().clean(value)
        except blocks.StructBlockValidationError as error:
            errors = dict(error.block_errors)
        if not self.is_deferred_validation:
            for name, message in self.missing_fields(value):
                errors.setdefault(name, ValidationError(message))
        if errors:
            raise blocks.StructBlockValidationError(errors)
        return value
