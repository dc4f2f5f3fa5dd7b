"""Questions that people ask, answered."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .titled import TitledBlock


class QuestionBlock(blocks.StructBlock):
    """One question and its answer."""

    question = blocks.CharBlock(label=_("Question"), max_length=200)
    answer = blocks.RichTextBlock(label=_("Answer"), features=["bold", "italic", "link", "ul", "ol"])


class QuestionsBlock(TitledBlock):
    """A list of questions; each opens on its own."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    items = blocks.ListBlock(QuestionBlock(), label=_("Questions"))

    class Meta:
        icon = "help"
        label = _("Questions and answers")
        template = "blocks/questions.html"
        description = _("Questions that people really ask, each answered on its own.")
        preview_value = {
            "title": _("Questions and answers"),
            "items": [
                {
                    "question": _("Do I need to know how to weave?"),
                    "answer": _("<p>No. The first two evenings are for beginners.</p>"),
                },
                {"question": _("Is there a fee?"), "answer": _("<p>No. Yarn is included.</p>")},
            ],
        }
