"""A story as schema.org tells it."""

from cms.formats import structured_data as schema


def of_story(story) -> dict:
    """An article about the cooperative."""
    about = schema.organisation(story.public_organisation) if story.public_organisation else None
    return schema.page(
        story,
        headline=story.title[:110],
        about=about,
        publisher=schema.site(),
        citation=_quotation(story),
        isAccessibleForFree=True,
    )


def _quotation(story) -> dict | None:
    if not story.quotation:
        return None
    speaker = schema.known(type="Person", name=story.quotation_name, jobTitle=story.quotation_role)
    return schema.known(
        type="Quotation", text=story.quotation, spokenByCharacter=speaker if story.quotation_name else None
    )
