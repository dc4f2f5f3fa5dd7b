"""Goes through the admin as somebody of a role: each view once, and each form of a page."""

from collections import deque
from collections.abc import Iterator

from django.apps import apps
from django.test import Client
from django.urls import Resolver404, resolve, reverse
from wagtail.models import Page as WagtailPage

from .texts import Page, path_of

STARTS = ("wagtailadmin_home", "wagtailadmin_explore_root", "wagtailadmin_account", "patterns")
# What is no page of the admin, or is content: the handbook, and pages as the public sees them.
LEFT = {"wagtailadmin_logout", "wagtailadmin_javascript_catalog", "handbook", "pattern_frame"}
LEFT |= {f"wagtailadmin_pages:{name}" for name in ("view_draft", "preview_on_edit", "preview_on_add")}
LEFT |= {"wagtailadmin_pages:revisions_view", "wagtailadmin_block_preview"}
REFUSALS = (301, 302, 403, 405)


def crawl(client: Client) -> Iterator[tuple[str, Page]]:
    """Addresses, and what they say."""
    kinds = dict(WagtailPage.objects.values_list("pk", "content_type__model"))
    waiting = deque(reverse(name) for name in STARTS)
    seen: set[str] = set(waiting)
    asked: set[tuple] = set()
    while waiting:
        address = waiting.popleft()
        view = view_of(address, kinds)
        if view[0] in LEFT or view in asked:
            continue
        asked.add(view)
        page = _read(client, address)
        if page is None:
            continue
        yield address, page
        for path in filter(None, map(path_of, page.links)):
            path = _with_something(path)
            if path not in seen:
                seen.add(path)
                waiting.append(path)


def view_of(address: str, kinds: dict[int, str]) -> tuple:
    """What answers an address; with the kind of page, where each is another form."""
    try:
        found = resolve(address.partition("?")[0])
    except Resolver404:
        return (address,)
    name = found.view_name
    if name == "wagtailadmin_pages:edit":
        return name, kinds.get(int(found.args[0] if found.args else found.kwargs["page_id"]))
    if name == "wagtailadmin_pages:add":
        return (name, *found.args[:2], *list(found.kwargs.values())[:2])
    if name == "wagtail_bulk_action":
        return (name, *found.kwargs.values())
    return (name,)


def _with_something(path: str) -> str:
    """Actions on several things are asked for with their numbers: here with the first that there is."""
    if "/bulk/" not in path:
        return path
    app, model = path.split("/bulk/")[1].split("/")[:2]
    last = apps.get_model(app, model).objects.order_by("-pk").first()
    return f"{path}?id={last.pk}&next=/admin/" if last else path


def _read(client: Client, address: str) -> Page | None:
    answer = client.get(address)
    if answer.status_code in (301, 302) and (path := path_of(answer.url)):
        answer = client.get(path)
    kind = answer.headers.get("Content-Type", "")
    if answer.status_code != 200:
        return None if answer.status_code in REFUSALS else Page(f"<p>undefined {answer.status_code}</p>")
    if "html" in kind:
        return Page(answer.content.decode(), address)
    if "json" in kind:
        return Page(f"<script type='application/json'>{answer.content.decode()}</script>", address)
    return None
