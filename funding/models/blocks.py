"""The rows of a sheet's lists: acts, documents, requirements, criteria, steps."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from cms.blocks import CodeBlock
from cms.blocks.whole_number import WholeNumberBlock
from cms.vocabularies import LEGAL_FORMS
from funding.presentation import choices


class LegalActBlock(blocks.StructBlock):
    """A law, decree or resolution that the call rests on."""

    act = blocks.CharBlock(label=_("Act"), max_length=500, help_text=_("As it is cited: kind, number, day."))
    link = blocks.URLBlock(label=_("Link"), required=False, help_text=_("To its text."))

    class Meta:
        icon = "doc-full"
        label = _("Act")


class SheetDocumentBlock(blocks.StructBlock):
    """A paper of the call: here as a file, or where the issuer keeps it."""

    title = blocks.CharBlock(
        label=_("Title"), max_length=200, help_text=_("What a reader looks for: “Application form”.")
    )
    file = DocumentChooserBlock(label=_("File"), required=False, help_text=_("If it is kept here."))
    link = blocks.URLBlock(label=_("Link"), required=False, help_text=_("If it is kept by the issuer."))
    day = blocks.DateBlock(label=_("Day"), required=False, help_text=_("The day that the document bears."))
    language = CodeBlock(
        label=_("Language"), required=False, max_length=10, help_text=_("Code, such as it or en.")
    )

    class Meta:
        icon = "doc-full"
        label = _("Document")


class RequirementBlock(blocks.StructBlock):
    """What an applicant must have, or had better have, as ``domain.eligibility.requirements`` reads it."""

    text = blocks.TextBlock(
        label=_("Requirement"), help_text=_("In the words of the call, as short as they allow.")
    )
    level = blocks.ChoiceBlock(
        label=_("Level"),
        choices=[("needed", _("Needed")), ("preferred", _("Preferred"))],
        default="needed",
        help_text=_("Needed: without it an application is refused. Preferred: it helps."),
    )
    about = blocks.MultipleChoiceBlock(
        label=_("What it is about"),
        choices=choices.REQUIREMENT_TOPICS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "“Does it fit us?” then says “to be checked” there, whatever the fields tick. With women or "
            "young people, it says “does not fit” to those who answer that they are not the majority. "
            "With nothing ticked, the words of the requirement decide."
        ),
    )
    legal_forms = blocks.MultipleChoiceBlock(
        label=_("Only these legal forms"),
        choices=LEGAL_FORMS.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("“Does it fit us?” says “does not fit” to all others. Nothing ticked: no limit."),
    )
    min_months = WholeNumberBlock(
        label=_("Founded at least so many months ago"),
        required=False,
        min_value=1,
        max_value=600,
        help_text=_("“Does it fit us?” says “does not fit” to younger bodies. Empty: no limit."),
    )
    max_months = WholeNumberBlock(
        label=_("Founded at most so many months ago"),
        required=False,
        min_value=1,
        max_value=600,
        help_text=_("“Does it fit us?” says “does not fit” to older bodies. Empty: no limit."),
    )
    in_fields = blocks.BooleanBlock(
        label=_("The fields above say all of it"),
        required=False,
        help_text=_("Such as “be a small enterprise” where only that size is ticked: nothing else to check."),
    )

    class Meta:
        icon = "check"
        label = _("Requirement")
        form_layout = blocks.BlockGroup(
            children=["text", "level", "about"],
            settings=["legal_forms", "min_months", "max_months", "in_fields"],
        )


class CriterionBlock(blocks.StructBlock):
    """What applications are judged by."""

    name = blocks.CharBlock(label=_("Criterion"), max_length=250, help_text=_("As the call names it."))
    weight = blocks.CharBlock(
        label=_("Weight or points"),
        required=False,
        max_length=40,
        help_text=_("As the call gives it: “up to 40 points”, “30%”."),
    )

    class Meta:
        icon = "list-ol"
        label = _("Criterion")


class SheetStepBlock(blocks.StructBlock):
    """What happens on the way from application to payment."""

    title = blocks.CharBlock(
        label=_("Step"), max_length=200, help_text=_("Such as: ranking, contract, first payment.")
    )
    day = blocks.DateBlock(label=_("Day"), required=False, help_text=_("Leave empty if it is not known."))

    class Meta:
        icon = "date"
        label = _("Step")
