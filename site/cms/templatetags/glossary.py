"""``{% load glossary %}``: what the glossary explains on a page."""

from django import template
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from cms.snippets.glossary import GlossaryEntry, glossary

register = template.Library()


@register.simple_tag
def fact_terms(facts) -> dict[str, GlossaryEntry]:
    """The terms that explain the labels of ``facts``, by the facts' keys; in the order of the facts."""
    if not any(fact.key for fact in facts or ()):
        return {}
    known = glossary(get_language()).by_fact
    return {fact.key: known[fact.key] for fact in facts if fact.key in known}


@register.simple_block_tag
def glossed(content) -> str:
    """What stands between ``{% glossed %}`` and ``{% endglossed %}``, the first use of each term linked."""
    return mark_safe(glossary(get_language()).term_linker.link(content))
