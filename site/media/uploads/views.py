"""Where Wagtail does not ask about duplicates itself."""

from django.template.loader import render_to_string
from wagtail.documents.views.multiple import AddView
from wagtail.images.views.images import CreateView

from .duplicates import same_files


class PictureCreateView(CreateView):
    """One picture, uploaded by itself."""

    def get_form_class(self):
        form = super().get_form_class()
        return type(form.__name__, (form,), {"asks_about_duplicates": True})


class AttachmentAddView(AddView):
    """Several documents: each is kept, and those that were here already are told above their form."""

    def get_upload_form_class(self):
        form = super().get_upload_form_class()
        return type(form.__name__, (form,), {"asks_about_duplicates": False})

    def get_edit_object_response_data(self):
        data = super().get_edit_object_response_data()
        same = same_files(self.object, self.request.user, self.object.file_hash).first()
        if same:
            notice = render_to_string("wagtailadmin/duplicate_document.html", {"same": same}, self.request)
            data["form"] = notice + data["form"]
        return data
