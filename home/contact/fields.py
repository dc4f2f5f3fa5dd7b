"""What an editor makes a form of. A field's name is its block's, the same in every language."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.blocks.cross_field import CrossFieldBlock

FIELD_TYPES = [
    ("singleline", _("One line")),
    ("multiline", _("Several lines")),
    ("email", _("E-mail address")),
    ("url", _("Web address")),
    ("number", _("Number")),
    ("date", _("Day")),
    ("dropdown", _("One of a list")),
    ("checkboxes", _("Some of a list")),
    ("checkbox", _("Yes or no")),
]
WITH_CHOICES = ("dropdown", "checkboxes")


class FieldBlock(CrossFieldBlock):
    """One question to the visitor."""

    label = blocks.CharBlock(label=_("Question"), max_length=120)
    kind = blocks.ChoiceBlock(label=_("Kind of answer"), choices=FIELD_TYPES, default="singleline")
    required = blocks.BooleanBlock(label=_("Must be answered"), required=False, default=True)
    help_text = blocks.CharBlock(label=_("Help"), required=False, max_length=250)
    choices = blocks.ListBlock(
        blocks.CharBlock(max_length=120),
        label=_("Choices"),
        default=[],
        help_text=_("Only for an answer from a list."),
    )

    class Meta:
        icon = "form"
        label = _("Field")

    def missing_fields(self, value):
        if value["kind"] in WITH_CHOICES and not value["choices"]:
            yield "choices", _("An answer from a list needs choices.")


@dataclass(frozen=True)
class FormField:
    """A field as Wagtail's form builder reads one. ``choices`` are parted by line ends."""

    clean_name: str
    label: str
    field_type: str
    required: bool
    help_text: str
    choices: str
    default_value: str = ""


def form_fields(stream) -> list[FormField]:
    """The fields of a page's stream, in order."""
    return [
        FormField(
            clean_name=f"f_{block.id}".replace("-", "_"),
            label=block.value["label"],
            field_type=block.value["kind"],
            required=block.value["required"],
            help_text=block.value["help_text"],
            choices="\n".join(block.value["choices"]),
        )
        for block in stream
    ]
