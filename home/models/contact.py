"""The contact page: a form of the editors' own making."""

import logging

from django.db import models
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.mail import send_mail
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.forms.models import EmailFormMixin, FormMixin
from wagtail.fields import StreamField
from wagtail_localize.fields import SynchronizedField

from cms.formats import structured_data as schema
from cms.forms.editing import EditorPageForm
from cms.pages import GeneralPage
from delivery import expiry
from home.contact.fields import FieldBlock, form_fields
from home.contact.form import CONSENT, TRAP, ContactFormBuilder
from home.contact.limits import may_send

logger = logging.getLogger(__name__)

SENT = "sent"


class ContactPage(EmailFormMixin, FormMixin, GeneralPage):
    """What visitors send is kept under Forms in the admin and mailed to ``to_address``."""

    schema_type = "ContactPage"
    base_form_class = EditorPageForm
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    page_description = _("A form for messages to the office.")

    fields = StreamField([("field", FieldBlock())], verbose_name=_("fields of the form"))
    consent = models.TextField(
        _("consent"),
        max_length=500,
        help_text=_("What the sender agrees to: what is kept, for how long, for what."),
    )
    thanks = models.TextField(_("thanks"), max_length=300, help_text=_("Shown once it has been sent."))

    override_translatable_fields = [
        *GeneralPage.override_translatable_fields,
        SynchronizedField("to_address"),
        SynchronizedField("from_address"),
    ]
    edit_handler = GeneralPage.tabs(
        (
            _("Form"),
            [
                FieldPanel(
                    "fields", help_text=_("What is asked for. Each question more, and fewer people write.")
                ),
                FieldPanel("consent"),
                FieldPanel("thanks"),
                FieldPanel("to_address"),
                FieldPanel(
                    "from_address", help_text=_("Who the mail comes from; empty for the site’s own address.")
                ),
                FieldPanel("subject", help_text=_("The subject of the mail that the office gets.")),
            ],
        )
    )

    class Meta:
        verbose_name = _("contact page")
        verbose_name_plural = _("contact pages")

    def get_submissions_list_view_class(self):
        from home.contact.submissions import MessagesView  # views of the admin need the models

        return MessagesView

    def get_form_fields(self):
        return form_fields(self.fields)

    def get_form_class(self):
        return ContactFormBuilder(self.get_form_fields(), self.consent).get_form_class()

    def known_parameters(self):
        return (SENT,)

    def get_context(self, request, *args, **kwargs):
        data = schema.graph(schema.page(self), schema.breadcrumbs(request))
        return super().get_context(request, *args, **kwargs) | {
            "sent": SENT in request.GET and bool(request.COOKIES.get(SENT)),
            "structured_data": data,
        }

    def serve(self, request, *args, **kwargs):
        expiry.no_store(request)  # the form holds the visitor's own token
        form = self.get_form(request.POST or None, page=self, user=request.user)
        if request.method != "POST":
            response = self._form_response(request, form)
            if request.COOKIES.get(SENT):
                response.delete_cookie(SENT, path=self.url)
            return response
        if not form.is_valid():
            return self._form_response(request, form, status=422)
        if form.trapped:
            return self._thank()
        if not may_send(request):
            form.add_error(None, _("Too many messages in an hour. Please wait, or write an e-mail."))
            return self._form_response(request, form, status=429)
        self.process_form_submission(form)
        return self._thank()

    def render_landing_page(self, request, form_submission=None, *args, **kwargs):
        """What the sender sees afterwards; asked for by the preview only."""
        form = self.get_form(page=self, user=request.user)
        context = self.get_context(request) | {"form": form, "sent": True}
        return TemplateResponse(request, self.get_template(request), context)

    def _form_response(self, request, form, status: int = 200):
        context = self.get_context(request) | {"form": form}
        return TemplateResponse(request, self.get_template(request), context, status=status)

    def _thank(self):
        """Redirect to another address, so that reloading sends nothing again. The address alone thanks
        nobody: a cookie of a minute says that this browser has just sent something."""
        response = HttpResponseRedirect(f"{self.url}?{SENT}")
        response.set_cookie(SENT, "1", max_age=60, path=self.url, httponly=True, samesite="Lax")
        return response

    def process_form_submission(self, form):
        """Keep the message first: a mail server that is down must not lose it."""
        for name in (CONSENT, TRAP):
            form.cleaned_data.pop(name, None)
        try:
            return super().process_form_submission(form)
        except OSError as reason:
            logger.error("A message of the contact form was kept, but could not be mailed: %s", reason)

    def send_mail(self, form):
        """Send the message by e-mail, with its sender in Reply-To."""
        names = [field.clean_name for field in self.get_form_fields() if field.field_type == "email"]
        senders = [form.cleaned_data.get(name) for name in names]
        send_mail(
            self.subject or self.title,
            self.render_email(form),
            [address.strip() for address in self.to_address.split(",")],
            self.from_address or None,
            reply_to=[address for address in senders if address][:1],
        )
