"""Pictures and documents to test with."""

from io import BytesIO

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from PIL import Image

from media.models import Attachment, Picture


def picture(name="cloth", size=(900, 600), colour="#1d4f7c", **fields) -> Picture:
    """A saved picture of one colour. Its renditions are made only when the test commits or asks for them."""
    content = BytesIO()
    Image.new("RGB", size, colour).save(content, "JPEG")
    file = ImageFile(BytesIO(content.getvalue()), name=f"{name}.jpg")
    return Picture.objects.create(title=name, file=file, **fields)


def attachment(name="guida.txt", content=b"Le spese di tessitura", **fields) -> Attachment:
    """A saved document. Its text is read when the test commits."""
    fields.setdefault("title", name)
    return Attachment.objects.create(file=ContentFile(content, name=name), **fields)
