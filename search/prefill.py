"""Forms of the admin that begin with what a link has brought along, such as the words of a report's line."""

from wagtail.snippets.views.snippets import CreateView


class PrefilledCreateView(CreateView):
    """``add_view_class`` of a snippet's viewset. ``prefilled`` names fields by the parameters that fill them.

    For a model with a field ``terms`` that is to take ``?words=``::

        class SynonymCreateView(PrefilledCreateView):
            prefilled = {"words": "terms", "language": "language"}

    Nothing is saved by following the link; what does not fit is said by the form when it is sent.
    """

    prefilled: dict[str, str] = {}

    def get_form_kwargs(self):
        given = self.request.GET
        initial = {field: given[name] for name, field in self.prefilled.items() if given.get(name)}
        kwargs = super().get_form_kwargs()
        return {**kwargs, "initial": {**(kwargs.get("initial") or {}), **initial}}
