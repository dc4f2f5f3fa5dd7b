"""The form fields that take files. Each message says what is wrong and what to do."""

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.forms import Field
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from PIL import Image
from wagtail.documents.fields import WagtailDocumentField
from wagtail.images.fields import WagtailImageField

from .cleaning import UnreadableImage, cleaned
from .kinds import FileProblem, wrong_with
from .polyglots import is_polyglot

EMPTY = _("The file is empty. It may not have been saved or sent to the end: look at it and try again.")
BROKEN = _("The file is damaged or cut off. Open it on your computer; if it opens there, save it anew.")
TWO_THINGS = _("The file is two things at once, as attackers make them. Save it anew with another program.")

PICTURE_MESSAGES = {
    "empty": EMPTY,
    "invalid_image": _("The file is no picture, whatever its name says, or it is damaged."),
    "invalid_image_known_format": _(
        "The file’s name ends in .%(extension)s, but it is a picture of another kind (%(image_format)s). "
        "Save it as JPEG, PNG or WebP."
    ),
}
TOO_MANY_PIXELS = _(
    "The picture has %(found)s million pixels; at most %(most)s million can be taken. Make it smaller: "
    "2,000 pixels across are plenty."
)
FAR_TOO_MANY_PIXELS = _(
    "The picture has far too many pixels; at most %(most)s million can be taken. Make it smaller: "
    "2,000 pixels across are plenty."
)
DOCUMENT_MESSAGES = {
    FileProblem.MISMATCH: _(
        "The file is not what the ending of its name says. Save it in that format, or rename it."
    ),
    FileProblem.POLYGLOT: TWO_THINGS,
    FileProblem.BROKEN: BROKEN,
    FileProblem.BOMB: _("The file unpacks to far too much. Put fewer or smaller files into it."),
}


class PictureField(WagtailImageField):
    """A picture by its content, whole, of a bearable size; kept upright and without place or time."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.error_messages |= PICTURE_MESSAGES

    def to_python(self, data):
        if data not in self.empty_values:
            self.check_image_file_size(data)
            self._check_pixels(data)
        file = super().to_python(data)
        return file and self._cleaned(file)

    def check_image_pixel_size(self, f):
        """Wagtail unpacks the whole picture to count its pixels; they have been counted before."""

    def _check_pixels(self, file: UploadedFile) -> None:
        """Check the size by the head of the file. Unreadable files are refused later."""
        limit = number_format(self.max_image_pixels / 1_000_000, 0)
        try:
            with Image.open(file) as image:
                found = image.width * image.height * getattr(image, "n_frames", 1)
        except Image.DecompressionBombError as error:
            raise ValidationError(FAR_TOO_MANY_PIXELS, "file_too_many_pixels", {"most": limit}) from error
        except (OSError, SyntaxError, ValueError, EOFError, TypeError):
            return
        finally:
            file.seek(0)
        if found > self.max_image_pixels:
            params = {"found": number_format(found / 1_000_000, 0), "most": limit}
            raise ValidationError(TOO_MANY_PIXELS, "file_too_many_pixels", params)

    def _cleaned(self, file: UploadedFile) -> UploadedFile:
        content = file.read()
        file.seek(0)
        if is_polyglot(content):
            raise ValidationError(TWO_THINGS, code="polyglot")
        try:
            clean = cleaned(content)
        except UnreadableImage as error:
            raise ValidationError(BROKEN, code="broken") from error
        return file if clean is None else SimpleUploadedFile(file.name, clean, file.content_type)


class AttachmentField(WagtailDocumentField):
    """A document that is what the ending of its name says."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.error_messages["empty"] = EMPTY

    def to_python(self, data):
        file = super().to_python(data)
        if file is None:
            return None
        extension = file.name.rpartition(".")[2].lower()
        content = file.read()
        file.seek(0)
        if wrong := wrong_with(content, extension):
            raise ValidationError(DOCUMENT_MESSAGES[wrong], code=wrong)
        return file


def replace_file_field(form, field_class: type[Field]) -> None:
    """Let ``field_class`` take the file in the place of the field that Wagtail made."""
    if old := form.fields.get("file"):
        form.fields["file"] = field_class(label=old.label, required=old.required, widget=old.widget)
