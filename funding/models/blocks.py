"""The rows of a sheet's lists: acts, documents, requirements, criteria, steps."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock


class LegalActBlock(blocks.StructBlock):
    """A law, decree or resolution that the call rests on."""

    act = blocks.CharBlock(label=_("Act"), max_length=500)
    link = blocks.URLBlock(label=_("Link"), required=False)

    class Meta:
        icon = "doc-full"
        label = _("Act")


class SheetDocumentBlock(blocks.StructBlock):
    """A paper of the call: here as a file, or where the issuer keeps it."""

    title = blocks.CharBlock(label=_("Title"), max_length=200)
    file = DocumentChooserBlock(label=_("File"), required=False)
    link = blocks.URLBlock(label=_("Link"), required=False)
    day = blocks.DateBlock(label=_("Day"), required=False)
    language = blocks.CharBlock(
        label=_("Language"), required=False, max_length=10, help_text=_("Code, such as it or en.")
    )

    class Meta:
        icon = "doc-full"
        label = _("Document")


class RequirementBlock(blocks.StructBlock):
    """What an applicant must have, or had better have."""

    text = blocks.TextBlock(label=_("Requirement"))
    level = blocks.ChoiceBlock(
        label=_("Level"), choices=[("needed", _("Needed")), ("preferred", _("Preferred"))], default="needed"
    )

    class Meta:
        icon = "check"
        label = _("Requirement")


class CriterionBlock(blocks.StructBlock):
    """What applications are judged by."""

    name = blocks.CharBlock(label=_("Criterion"), max_length=250)
    weight = blocks.CharBlock(label=_("Weight or points"), required=False, max_length=40)

    class Meta:
        icon = "list-ol"
        label = _("Criterion")


class SheetStepBlock(blocks.StructBlock):
    """What happens on the way from application to payment."""

    title = blocks.CharBlock(label=_("Step"), max_length=200)
    day = blocks.DateBlock(label=_("Day"), required=False)

    class Meta:
        icon = "date"
        label = _("Step")
