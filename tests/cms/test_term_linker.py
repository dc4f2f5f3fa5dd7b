"""The first use of a term in a text leads to its explanation, and the HTML stays as it was."""

from html.parser import HTMLParser

import pytest

from cms.snippets.term_linker import TermLinker

LINKS = {
    "Bando": "/g/#bando",
    "bandi": "/g/#bando",
    "Credito d’imposta": "/g/#credito",
    "CUP": "/g/#cup",
    "Cooperativa": "/g/#cooperativa",
    "Cooperativa sociale": "/g/#sociale",
    "R&S": "/g/#ricerca",
}
GLOSS = TermLinker(LINKS)


def a(url: str, words: str) -> str:
    return f'<a class="term" href="/g/#{url}">{words}</a>'


@pytest.mark.parametrize(
    ("html", "linked"),
    [
        ("<p>Il bando, e un bando.</p>", f"<p>Il {a('bando', 'bando')}, e un bando.</p>"),
        ("<p>I BANDI</p><p>un bando</p>", f"<p>I {a('bando', 'BANDI')}</p><p>un bando</p>"),
        ("<p>Nell’ultimo <b>Bando</b></p>", f"<p>Nell’ultimo <b>{a('bando', 'Bando')}</b></p>"),
        ("un credito\nd&#x27;imposta", f"un {a('credito', 'credito' + chr(10) + 'd&#x27;imposta')}"),
        (
            "l&#x27;ultimo credito d'imposta",
            f"l&#x27;ultimo {a('credito', 'credito d' + chr(39) + 'imposta')}",
        ),
        ("una cooperativa sociale", f"una {a('sociale', 'cooperativa sociale')}"),
        ("per R&amp;S", f"per {a('ricerca', 'R&amp;S')}"),
        ("il CUP del progetto", f"il {a('cup', 'CUP')} del progetto"),
        ("Bando.", f"{a('bando', 'Bando')}."),
    ],
)
def test_the_first_use_is_linked(html, linked):
    assert GLOSS.link(html) == linked


@pytest.mark.parametrize(
    "html",
    [
        "<p>abbandono, bandoni, bando_1, bando-tipo, contrabbando</p>",
        "<p>www.bando.it, ufficio@bando, a/bando</p>",
        "<p>a cup of coffee</p>",
        '<p><a href="/x/">Il <b>bando</b> di ieri</a></p>',
        "<h2>Bando</h2><h3>Un <i>bando</i></h3>",
        "<p><mark>bando</mark></p>",
        "<details><summary>Che bando?</summary></details>",
        "<button>Bando</button><label>Bando</label><blockquote><p>Il bando</p></blockquote>",
        '<p class="title">Bando</p><li class="x figure"><div>Bando</div></li>',
        '<img alt="il bando" src="bando.jpg" title="bando">',
        "<!-- bando -->",
        "<script>var bando</script>",
        "",
    ],
)
def test_nothing_is_linked_where_a_link_would_be_wrong(html):
    assert GLOSS.link(html) == html


@pytest.mark.parametrize(
    "html",
    [
        "<p CLASS=\"a\" data-x='1 & 2' hidden>A&nbsp;B &lt;c&gt; &amp;amp; AT&T &copy &#233;</p>",
        '<picture><source srcset="a 1x, b 2x"><img src="a"/></picture><br><br/>',
        "<ul><li>uno<li>due</ul><p>aperto",
        "1 < 2 e 3 > 2 <",
        "<details open><p>à è – “”</p></details>",
        "x\ue000 bando",
    ],
)
def test_the_rest_is_copied_sign_for_sign(html):
    assert GLOSS.link(html) == html


def test_an_element_that_nests_in_itself_stays_closed_to_its_end():
    html = '<div class="figure"><div>x</div> bando</div><p>bando</p>'
    assert GLOSS.link(html) == f'<div class="figure"><div>x</div> bando</div><p>{a("bando", "bando")}</p>'


def test_an_address_cannot_break_out_of_its_attribute():
    linked = TermLinker({"bando": '/"><script>'}).link("<p>bando</p>")
    seen = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag, attrs):
            seen.append((tag, dict(attrs).get("href")))

    Reader().feed(linked)
    assert seen == [("p", None), ("a", '/"><script>')]


def test_without_terms_nothing_is_done():
    assert TermLinker({}).link("<p>bando") == "<p>bando"
