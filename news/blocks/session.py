"""A part of an event's programme."""

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.widgets import AdminDateInput
from wagtail.blocks.struct_block import StructBlockValidationError

from cms.blocks.cross_field import CrossFieldBlock

from ..days import DayField


class SessionDayBlock(blocks.DateBlock):
    """A day that is written without its year where the source does not give that of the event."""

    @cached_property
    def field(self):
        return DayField(widget=AdminDateInput(), **self.field_options)

    def deconstruct(self):
        """What is stored is a day like any other: migrations need not know."""
        _path, args, kwargs = super().deconstruct()
        return "wagtail.blocks.DateBlock", args, kwargs


class SessionBlock(CrossFieldBlock):
    """One session of the programme. Without a day it stands under the whole event."""

    day = SessionDayBlock(
        label=_("Day"), required=False, help_text=_("One of the days of the event; empty if not known.")
    )
    starts = blocks.TimeBlock(label=_("Starts at"), required=False)
    ends = blocks.TimeBlock(label=_("Ends at"), required=False)
    title = blocks.CharBlock(label=_("Title"), max_length=160)
    text = blocks.TextBlock(label=_("Text"), required=False)
    people = blocks.CharBlock(
        label=_("People"), required=False, max_length=250, help_text=_("Speakers, separated by commas.")
    )

    class Meta:
        icon = "time"
        label = _("Session")

    def missing_fields(self, value):
        if value["ends"] and not value["starts"]:
            yield "starts", _("Starts at: give the hour at which the session starts.")

    def clean(self, value):
        value = super().clean(value)
        if value["starts"] and value["ends"] and value["ends"] <= value["starts"]:
            message = _("Ends at: the session must end later than it starts.")
            raise StructBlockValidationError({"ends": ValidationError(message)})
        return value
