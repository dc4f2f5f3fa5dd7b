"""The import in the admin: upload, preview, confirm, report; only for those who may add sheets."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import GroupPagePermission

from editors.accounts.models import User
from funding.models import FundingSheetPage, ImportJob
from tests.markup import without_layout

pytestmark = pytest.mark.django_db
UPLOAD = "/admin/funding/imports/"


def editor(tree, *permissions):
    """Somebody who may work on news, and on funding what ``permissions`` say."""
    group = Group.objects.create(name="editors")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for page, names in ((tree.news, ["add", "change"]), (tree.funding, permissions)):
        for name in names:
            GroupPagePermission.objects.create(group=group, page=page, permission_type=name)
    user = User.objects.create_user(username="editor", password="x")
    user.groups.add(group)
    return user


def send(client, data, name="incentivi.json", source="incentivi", **extra):
    file = SimpleUploadedFile(name, (data / name).read_bytes())
    return client.post(UPLOAD, {"source": source, "file": file, **extra}, follow=True)


def test_upload_preview_confirm_report(tree, data, admin_client):
    page = send(admin_client, data)
    job = ImportJob.objects.get()
    assert job.state == "previewed"
    assert page.redirect_chain[-1][0] == reverse("funding_import", args=[job.pk])
    assert "Bando Botteghe di quartiere 2026" in page.content.decode()
    assert FundingSheetPage.objects.count() == 0

    page = admin_client.post(reverse("funding_import_confirm", args=[job.pk]), follow=True)
    job.refresh_from_db()
    assert job.state == "done"
    assert FundingSheetPage.objects.count() == 4
    assert not FundingSheetPage.objects.filter(live=True).exists()
    assert FundingSheetPage.objects.first().owner.is_superuser
    assert not job.file

    rows = admin_client.get(reverse("funding_import_refused", args=[job.pk]))
    assert rows["Content-Type"].startswith("text/csv")
    assert "attachment" in rows["Content-Disposition"]


def test_hostile_text_is_escaped_in_preview_and_report(tree, data, admin_client):
    content = send(admin_client, data).content.decode()
    assert "<svg onload" not in content
    assert "<script>alert" not in content


def test_confirming_twice_imports_once(tree, data, admin_client):
    send(admin_client, data)
    address = reverse("funding_import_confirm", args=[ImportJob.objects.get().pk])
    admin_client.post(address)
    admin_client.post(address)
    assert FundingSheetPage.objects.count() == 4


def test_an_unusable_file_says_why(tree, data, admin_client, tmp_path):
    (tmp_path / "x.json").write_text('[{"ID_')
    content = send(admin_client, tmp_path, "x.json").content.decode()
    assert "line 1, column" in content
    assert ImportJob.objects.get().state == "failed"


def test_while_it_runs_the_page_tells_how_far_and_asks_again(tree, admin_client):
    job = ImportJob.objects.create(source="incentivi", file_name="x", state="importing", done=3, total=12)
    response = admin_client.get(reverse("funding_import", args=[job.pk]))
    assert response["Refresh"] == "3"
    progress = '<progress aria-labelledby="progress-label" max="12" value="3">'
    assert progress in without_layout(response.content.decode())


def test_whoever_may_not_add_sheets_is_kept_out(tree, data, client):
    client.force_login(editor(tree))
    job = ImportJob.objects.create(source="incentivi", file_name="x", state="previewed")
    for name in ("funding_import", "funding_import_refused"):
        assert client.get(reverse(name, args=[job.pk])).status_code == 403
    assert client.get(UPLOAD).status_code == client.post(UPLOAD).status_code == 403
    assert client.post(reverse("funding_import_confirm", args=[job.pk])).status_code == 403
    job.refresh_from_db()
    assert job.state == "previewed"


def test_whoever_may_only_add_makes_drafts_and_never_publishes(tree, data, client):
    client.force_login(editor(tree, "add"))
    assert b'name="publish"' not in client.get(UPLOAD).content
    send(client, data, publish="on")
    job = ImportJob.objects.get()
    assert not job.publish
    ImportJob.objects.filter(pk=job.pk).update(publish=True)
    assert client.post(reverse("funding_import_confirm", args=[job.pk])).status_code == 403
    assert FundingSheetPage.objects.count() == 0


def test_a_publisher_may_publish_at_once(tree, data, client):
    client.force_login(editor(tree, "add", "publish"))
    send(client, data, publish="on")
    client.post(reverse("funding_import_confirm", args=[ImportJob.objects.get().pk]))
    assert FundingSheetPage.objects.filter(live=True).count() == 4


def test_visitors_are_asked_to_log_in(tree, client):
    assert client.get(UPLOAD).status_code == 302
