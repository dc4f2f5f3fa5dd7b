"""An address of every kind of page, in both languages."""

# A profile of "Does it fit us?", as the finder and a sheet's page carry it.
WE = "form=social-cooperative-b&home=ITF4&people=small&field=culture&goal=digitalisation&need=40000"

# Kinds whose addresses hang on the content: the first page below each of these.
LISTS = [
    "/it/notizie/",
    "/en/news/",
    "/it/eventi/",
    "/en/events/",
    "/it/progetti/",
    "/en/projects/",
    "/it/bandi/",
    "/en/funding/",
    "/it/storie/",
    "/en/stories/",
]

PATHS = [
    "/it/",
    "/en/",
    *LISTS,
    "/it/bandi/?status=any&beneficiary=cooperative&region=ITC4&q=cultura",
    "/en/funding/?status=open&status=closing&per=50",
    "/it/bandi/?q=nulladitutto",
    "/it/bandi/fa-per-noi/",
    f"/en/funding/does-it-fit/?{WE}",
    "/it/bandi/fa-per-noi/?show=1&need=molto&home=x",
    f"/it/bandi/?{WE}&sort=fit",
    f"/en/funding/?{WE}&sort=fit",
    "/it/contatti/",
    "/en/contact/",
    "/it/cerca/",
    "/it/cerca/?q=cinema",
    "/en/search/?q=cooperative&type=story",
    "/en/search/?q=zzzzqqq",
    "/it/bandi/confronta/",
    "/it/bandi/confronta/?s=voucher-piccoli-editori&q=cultura",
    "/it/bandi/confronta/?s=voucher-piccoli-editori&s=cultura-cresce&s=nuova-marcora&s=incredibol-2023",
    "/en/funding/compare/?s=voucher-piccoli-editori&s=nuova-marcora&rows=different",
    "/it/glossario/",
    "/en/glossary/",
    "/it/api/",
    "/en/api/",
    "/it/_util/login/?next=/it/",
    "/it/manca/",
    "/en/missing/",
]


def first_below(page, path: str) -> str:
    """The address of the first page that the list at ``path`` links to in its main part."""
    page.goto(path)
    links = page.eval_on_selector_all("main a[href]", "links => links.map(a => new URL(a.href).pathname)")
    return next(link for link in links if link.startswith(path) and link != path and link.endswith("/"))


def verdict_below(page, path: str) -> str:
    """The address of the verdict on the first sheet of the finder at ``path``."""
    page.goto(f"{path}?{WE}&sort=fit")
    link = page.locator(".card-fit a").first
    return link.get_attribute("href")
