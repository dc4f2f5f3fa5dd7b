"""What is understood of the words of a question."""

from search.language.analysis import analysis_of
from search.understanding import expand
from search.understanding.synonyms import SynonymSet, Thesaurus

NOTHING = Thesaurus()


def read(text, *groups, language="it"):
    """Each clause as it is typed, with its alternatives."""
    thesaurus = Thesaurus.of((SynonymSet(group) for group in groups), analysis_of(language))
    words = expand(text, language, thesaurus)
    return {
        clause.words: {one.text for one in clause.alternatives} - {clause.words} for clause in words.required
    }
