"""Faults of who may see what, and who may do what."""

from ..fault import listed

FAULTS = [
    *listed(
        "site/cms/querysets.py",
        "access",
        ("pages = pages.live()", "pages = pages.all()"),
        ("if any_restriction() else pages", "if False else pages"),
        ("return page.live and not (", "return not ("),
        (', "page__aliases__path", "page__aliases__aliases__path")', ",)"),
    ),
    *listed(
        "site/delivery/private/views.py",
        "access/test_ways_in.py access/test_not_live.py",
        (", live=True)", ")"),
        (".filter(restriction_type=PageViewRestriction.PASSWORD)", ""),
    ),
    *listed(
        "site/editors/accounts/roles.py",
        "editors/accounts",
        (
            '*_may("add change", "core.topic", "core.organisation"))',
            '*_may("add change delete", "core.topic", "core.organisation"))',
        ),
        (
            '"Author",\n    pages=(PagePermissions(OWN, Languages.SOURCE, EDIT),)',
            '"Author",\n    pages=(PagePermissions(OWN, Languages.ALL, EDIT),)',
        ),
        (
            '"Funding expert",\n    pages=(PagePermissions(OWN, Languages.SOURCE, EDIT),)',
            '"Funding expert",\n    pages=(PagePermissions(OWN, Languages.SOURCE, APPROVE),)',
        ),
        ('Languages.TRANSLATED, ("change", "publish"))', 'Languages.TRANSLATED, ("change",))'),
        (
            '*_may("change publish", "core.topic", "core.glossaryterm"))',
            '*_may("change publish delete", "core.topic", "core.glossaryterm"))',
        ),
        ('*_may("add change delete", "wagtailredirects.redirect"),', ""),
        ("APPROVERS = (EDITOR_IN_CHIEF, ADMINISTRATOR)", "APPROVERS = (ADMINISTRATOR,)"),
    ),
    *listed(
        "site/delivery/redirects/automatic.py",
        "delivery/redirects",
        ("_keep([(place, each) for place, each in public if each.live])", "_keep(public)"),
        (
            "public = [(place, each) for place, each in left if not each.path.startswith(tuple(since))]",
            "public = left",
        ),
        ("_clear([page, *branch])", "_clear([page])"),
    ),
]
