"""A form of the admin as a browser keeps it."""

from django.test import Client
from django.urls import reverse

TOLD = "saved this"
JSON = {"HTTP_ACCEPT": "application/json"}


def edit_address(instance):
    if hasattr(instance, "url_path"):
        return reverse("wagtailadmin_pages:edit", args=[instance.pk])
    return reverse(instance.snippet_viewset.get_url_name("edit"), args=[instance.pk])


def error_of(answer) -> str:
    """The sentence in which an autosave is refused."""
    assert answer.status_code == 400
    assert answer.json()["error_code"] == "validation_error"
    return answer.json()["error_message"]


def opened(client, instance) -> dict:
    """What the form knows of the version that it was made from."""
    context = client.get(edit_address(instance)).context
    thing = context["page"] if "page" in context else context["object"]
    known = {"form_key": context["form"]["form_key"].value()}
    if thing.latest_revision_id:
        known["loaded_revision_id"] = str(thing.latest_revision_id)
        known["loaded_revision_created_at"] = context["loaded_revision_created_at"]
    return known


class OpenForm:
    """A form as the browser keeps it: what it loaded stays in it, and an autosave knows the version that
    the last one made."""

    def __init__(self, client: Client, thing, data: dict):
        self.client, self.address = client, edit_address(thing)
        self.data = data | opened(client, thing)
        self.saved_over = {}

    def autosave(self, answer_lost: bool = False, **typed):
        self.data |= typed
        answer = self.client.post(self.address, self.data | self.saved_over, **JSON)
        if answer.status_code == 200 and not answer_lost:
            self.saved_over = {"overwrite_revision_id": str(answer.json()["revision_id"])}
        return answer

    def submit(self, action: str = "save", **typed):
        self.data |= typed
        return self.client.post(self.address, self.data | {action: "1"})
