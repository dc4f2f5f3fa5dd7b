"""The body of every page: which blocks there are, in the order of the editor's menu."""

from wagtail import blocks

from .button import ButtonBlock
from .callout import CalloutBlock
from .figures import FiguresBlock
from .files import FilesBlock
from .gallery import GalleryBlock
from .heading import HeadingBlock
from .picture import PictureBlock
from .questions import QuestionsBlock
from .quotation import QuotationBlock
from .steps import StepsBlock
from .table import TableBlock
from .text import TextBlock
from .video import VideoBlock


class BodyBlock(blocks.StreamBlock):
    """Used as ``StreamField(BodyBlock(), blank=True)``."""

    heading = HeadingBlock()
    text = TextBlock()
    picture = PictureBlock()
    gallery = GalleryBlock()
    quotation = QuotationBlock()
    figures = FiguresBlock()
    steps = StepsBlock()
    files = FilesBlock()
    callout = CalloutBlock()
    questions = QuestionsBlock()
    table = TableBlock()
    video = VideoBlock()
    button = ButtonBlock()

    class Meta:
        required = False
