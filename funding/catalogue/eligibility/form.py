"""The questions. A GET form: none has to be answered, the answers live in the address, nothing is stored."""

from collections.abc import Iterable
from decimal import Decimal

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.vocabularies import BENEFICIARIES, LEGAL_FORMS, PURPOSES, REGIONS, SECTORS
from funding.domain.eligibility.applicant_types import kind_contradicts_form
from funding.domain.eligibility.profile import MAX_YEARS, NOT_FOUNDED, OPEN_YEARS, Profile
from search.amounts import amount_of, is_too_little

from .address import NAMES, NEW, NO, YES

UNSAID = ("", gettext_lazy("No answer"))
MAX_CHARACTERS_SHOWN = 40
SIZE_QUESTION = [
    ("micro", gettext_lazy("Micro: fewer than 10 people")),
    ("small", gettext_lazy("Small: 10 to 49 people")),
    ("medium", gettext_lazy("Medium: 50 to 249 people")),
    ("large", gettext_lazy("Large: 250 people or more")),
    ("unclassified", gettext_lazy("We are not a company")),
]


class OneField(forms.TypedChoiceField):
    """One of a list, or nothing."""

    def __init__(self, choices, **kwargs):
        super().__init__(choices=[UNSAID, *choices], required=False, **kwargs)

    def validate(self, value):
        if value and not self.valid_value(value):
            raise forms.ValidationError(_not_a_choice(value))


class OneOfFewField(OneField):
    """The same where there are few: all are seen at once, one tap answers."""

    widget = forms.RadioSelect


class YesOrNoField(OneOfFewField):
    """Yes, no, or nothing."""

    def __init__(self, **kwargs):
        answers = [(YES, gettext_lazy("Yes")), (NO, gettext_lazy("No"))]
        super().__init__(answers, coerce=YES.__eq__, empty_value=None, **kwargs)


class SeveralField(forms.MultipleChoiceField):
    """Some of a list. ``known`` keeps those that make sense when others do not."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, choices, **kwargs):
        super().__init__(choices=choices, required=False, **kwargs)

    def validate(self, values):
        if unknown := [value for value in values if not self.valid_value(value)]:
            raise forms.ValidationError(_not_a_choice(unknown[0]))

    def known(self, values: Iterable[str]) -> tuple[str, ...]:
        """In the order of the list, each once."""
        given = set(values)
        return tuple(code for code, _label in self.choices if code in given)


class EuroField(forms.CharField):
    """An amount, however people write it."""

    widget = forms.TextInput(attrs={"inputmode": "decimal"})  # browsers give it back on the way back

    def __init__(self, **kwargs):
        super().__init__(required=False, empty_value=None, **kwargs)

    def clean(self, value) -> Decimal | None:
        text = (value or "").replace("\0", "").strip()
        amount = amount_of(text) if text else None
        if text and is_too_little(text):
            raise forms.ValidationError(_("The amount must be more than zero. The answer is not used."))
        if text and not amount:
            raise forms.ValidationError(
                _("“%(value)s” is not an amount in euro: write it as 50000. The answer is not used.")
                % {"value": _short(text)}
            )
        return amount


class ProfileForm(forms.Form):
    """``profile`` is what the readable answers say; ``errors`` tells of the others, which are not used."""

    kind = OneField(BENEFICIARIES.choices, label=gettext_lazy("What kind of body are you?"))
    form = OneField(LEGAL_FORMS.choices, label=gettext_lazy("Which legal form do you have?"))
    home = OneField(REGIONS.choices, label=gettext_lazy("In which region are you based?"))
    people = OneOfFewField(
        SIZE_QUESTION,
        label=gettext_lazy("How big are you?"),
        help_text=gettext_lazy(
            "By number of staff. With a turnover above 2, 10 or 50 million euro you may be one size up."
        ),
    )
    years = OneOfFewField(
        [
            (NEW, gettext_lazy("Not founded yet")),
            ("0", gettext_lazy("Less than a year")),
            ("1", gettext_lazy("1 year")),
            ("2", gettext_lazy("2 years")),
            ("3", gettext_lazy("3 years")),
            ("4", gettext_lazy("4 years")),
            (str(OPEN_YEARS), gettext_lazy("5 years")),
            (str(MAX_YEARS), gettext_lazy("More than 5 years")),
        ],
        label=gettext_lazy("How long ago were you founded?"),
        coerce=lambda value: NOT_FOUNDED if value == NEW else int(value),
        empty_value=None,
    )
    women = YesOrNoField(
        label=gettext_lazy("Are women the majority?"),
        help_text=gettext_lazy("Of the members, or of capital and board, as each call defines it."),
    )
    young = YesOrNoField(label=gettext_lazy("Are people aged 18 to 35 the majority?"))
    field = SeveralField(SECTORS.choices, label=gettext_lazy("In which sectors do you work?"))
    goal = SeveralField(PURPOSES.choices, label=gettext_lazy("What do you need money for?"))
    need = EuroField(label=gettext_lazy("How much do you need, in euro?"))

    GROUPS = (
        (gettext_lazy("Who you are"), ("form", "kind", "home", "people")),
        (gettext_lazy("Your age and your members"), ("years", "women", "young")),
        (gettext_lazy("What you do"), ("field",)),
        (gettext_lazy("What you need"), ("goal", "need")),
    )

    def __init__(self, pairs: Iterable[tuple[str, str]]):
        given = MultiValueDict()
        for name, value in pairs:
            if name in NAMES and value:
                given.appendlist(name, value)
        super().__init__(given, auto_id="fit-%s")

    @property
    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The questions under their headings. The legal form says which kind of body one is: the kind is only
        asked where an address answers it."""
        unasked = () if self.data.get("kind") else ("kind",)
        return [
            (title, [self[name] for name in names if name not in unasked]) for title, names in self.GROUPS
        ]

    def clean(self):
        cleaned = super().clean()
        kind, form = cleaned.get("kind", ""), cleaned.get("form", "")
        if kind_contradicts_form(Profile(kind=kind, form=form)):
            words = _("“%(kind)s” and “%(form)s” contradict each other: the legal form counts.")
            names = {"kind": BENEFICIARIES.label(kind), "form": LEGAL_FORMS.label(form)}
            self.add_error("kind", words % names)
        return cleaned

    @property
    def profile(self) -> Profile:
        self.full_clean()
        return Profile(**{attribute: self._answer(name) for name, attribute in NAMES.items()})

    def _answer(self, name: str):
        field = self.fields[name]
        if isinstance(field, SeveralField):
            return field.known(self.data.getlist(name))
        return self.cleaned_data.get(name, getattr(field, "empty_value", None))


def _not_a_choice(value: str) -> str:
    return _("“%(value)s” is not among the answers and is not used.") % {"value": _short(value)}


def _short(value: str) -> str:
    return value if len(value) <= MAX_CHARACTERS_SHOWN else f"{value[:MAX_CHARACTERS_SHOWN]}…"
