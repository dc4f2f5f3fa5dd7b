"""How text becomes terms, by the table of languages."""

from dataclasses import dataclass
from functools import cache

from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

from search.language.inflections import forms_of
from search.language.languages import Language, language_of
from search.language.text import fold


@dataclass(frozen=True)
class Analysis:
    """The two ways in which an index reads text."""

    stems: TextAnalyzer  # what is searched
    plain: TextAnalyzer  # every word, folded but whole: tells forms of a word from words of the same stem
    language: Language

    def content_words(self, text: str) -> list[str]:
        """The whole words of ``text``, folded, without those that say nothing in the language."""
        kept = {token.position for token in self.stems.pre_tokenize(text).tokens}
        return [token.text for token in self.plain.pre_tokenize(text).tokens if token.position in kept]

    def is_significant(self, word: str) -> bool:
        """Whether a word is none of those that say nothing in the language."""
        return bool(self.stems.analyze(word))

    def asks(self, word: str) -> bool:
        """Whether people only ask with a word: it is looked for when it stands alone."""
        return fold(word) in self.language.asking.split()

    def forms(self, word: str, name: bool = False) -> tuple[str, ...]:
        """The forms in which a page may have a whole, folded word; of a name, this one alone. All share its
        stem: what the stemmer keeps apart is another reading of a question."""
        if name or len(forms := forms_of(word, self.language)) == 1:
            return (word,)
        stems = {token.position: token.text for token in self.stems.pre_tokenize(" ".join(forms)).tokens}
        return tuple(form for position, form in enumerate(forms) if stems.get(position) == stems.get(0))


@cache
def analysis_of(code: str) -> Analysis:
    """The analyzers of a language. Folding comes before stemming: "universita" and "università" meet."""
    language = language_of(code)
    stems = [Filter.lowercase()]
    if language.name:
        stems.append(Filter.stopword(language.name))
    stems += [Filter.ascii_fold(), Filter.custom_stopword(language.dropped.split())]
    if language.name:
        stems.append(Filter.stemmer(language.name))
    return Analysis(
        stems=_chain(*stems),
        plain=_chain(Filter.lowercase(), Filter.ascii_fold()),
        language=language,
    )


def blanks() -> TextAnalyzer:
    """Terms that were made beforehand, kept apart by blanks."""
    return TextAnalyzerBuilder(Tokenizer.whitespace()).build()


def _chain(*filters: Filter) -> TextAnalyzer:
    # The simple tokenizer splits at everything that is neither letter nor digit, apostrophes included.
    builder = TextAnalyzerBuilder(Tokenizer.simple())
    for step in filters:
        builder = builder.filter(step)
    return builder.build()
