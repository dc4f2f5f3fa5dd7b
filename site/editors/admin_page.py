"""A page of the admin that is no list and no form of Wagtail's, with its title at the head."""

from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin


class AdminPageView(WagtailAdminTemplateMixin, TemplateView):
    """``page_title``, ``header_icon`` and ``template_name`` as Wagtail knows them."""

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]
