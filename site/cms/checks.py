"""Django's system checks of this site."""

import re
from collections.abc import Iterator
from copy import copy

from django.core import checks
from django.forms import Widget

from .forms.admin_forms import FormClass, form_classes, widgets_of

# What a form in a browser has of its own: HTMLFormElement, HTMLElement, Element, Node, EventTarget, Object.
_OWN = """
acceptCharset accessKey action activeViewTransition addEventListener after animate append appendChild
assignedSlot attachInternals attachShadow attributeStyleMap attributes autocapitalize autocomplete
autocorrect autofocus baseURI before blur checkValidity checkVisibility childElementCount childNodes
children classList className click clientHeight clientLeft clientTop clientWidth cloneNode closest
compareDocumentPosition computedStyleMap constructor contains contentEditable currentCSSZoom
customElementRegistry dataset dir dispatchEvent draggable editContext elementTiming elements encoding
enctype enterKeyHint firstChild firstElementChild focus focusGroup focusGroupStart getAnimations
getAttribute getAttributeNS getAttributeNames getAttributeNode getAttributeNodeNS getBoundingClientRect
getClientRects getElementsByClassName getElementsByTagName getElementsByTagNameNS getHTML getRootNode
hasAttribute hasAttributeNS hasAttributes hasChildNodes hasOwnProperty hasPointerCapture hidden
hidePopover id inert innerHTML innerText inputMode insertAdjacentElement insertAdjacentHTML
insertAdjacentText insertBefore isConnected isContentEditable isDefaultNamespace isEqualNode isPrototypeOf
isSameNode lang lastChild lastElementChild length localName lookupNamespaceURI lookupPrefix matches method
moveBefore name namespaceURI nextElementSibling nextSibling noValidate nodeName nodeType nodeValue nonce
normalize offsetHeight offsetLeft offsetParent offsetTop offsetWidth outerHTML outerText ownerDocument
parentElement parentNode part popover prefix prepend previousElementSibling previousSibling
propertyIsEnumerable pseudo querySelector querySelectorAll rel relList releasePointerCapture remove
removeAttribute removeAttributeNS removeAttributeNode removeChild removeEventListener replaceChild
replaceChildren replaceWith reportValidity requestFullscreen requestPointerLock requestSubmit reset role
scroll scrollBy scrollHeight scrollIntoView scrollIntoViewIfNeeded scrollLeft scrollTo scrollTop
scrollWidth setAttribute setAttributeNS setAttributeNode setAttributeNodeNS setHTML setHTMLUnsafe
setPointerCapture shadowRoot showPopover slot spellcheck startViewTransition style submit tabIndex tagName
target textContent title toLocaleString toString toggleAttribute togglePopover translate valueOf
virtualKeyboardPolicy webkitMatchesSelector webkitRequestFullScreen webkitRequestFullscreen when
writingSuggestions
"""
PROPERTIES = frozenset(_OWN.split())
MORE_PROPERTIES = re.compile(
    r"(on|aria)[A-Z]\w*|on[a-z]+|__\w+__|[A-Z]+(_[A-Z]+)*_NODE|DOCUMENT_POSITION_\w+"
)

# No script of Wagtail, of wagtail-localize or of this site reads these two of a form, and Wagtail calls
# fields of its own so.
UNREAD = {
    "title": "a tooltip; Wagtail's name for the heading of pages, pictures and documents",
    "name": "from before forms had an id; Wagtail's name for the name of groups, collections and workflows",
}

INPUT = re.compile(r"<(?:input|select|textarea|button|fieldset|object|output|img)\b[^>]*>")
NAMED = re.compile(r'\s(?:name|id)="([^"]*)"')


def hides(name: str) -> bool:
    """Whether scripts find the input of this name where they look for a property of the form."""
    return name not in UNREAD and bool(name in PROPERTIES or MORE_PROPERTIES.fullmatch(name))


def no_field_hides_the_form(app_configs=None, **kwargs) -> list[checks.Error]:
    """An input named like a property of its form stands in its place; named "action", the form's address
    cannot be read any more, and Wagtail's autosave sends what is typed nowhere."""
    rendered: dict[type[Widget], set[str]] = {}
    found = {(label, *one) for label, form in form_classes() for one in hidden_by(form, rendered)}
    return [_error(*one) for one in sorted(found)]


def hidden_by(form: FormClass, rendered: dict[type[Widget], set[str]]) -> Iterator[tuple[str, str]]:
    """The inputs of a form that hide a property of it, each as the field's path and the property.

    ``rendered`` keeps what each kind of widget shows: to render all of the admin's thousand takes seconds.
    """
    for path, widget in widgets_of(form):
        if type(widget) not in rendered:
            rendered[type(widget)] = _own_names(widget)
        for name in sorted({path, widget.attrs.get("id", ""), *rendered[type(widget)]}):
            if hides(name):
                yield path, name


def _own_names(widget: Widget) -> set[str]:
    """The names that inputs have in the widget's own template, whatever the field is called."""
    widget = copy(widget)
    if hasattr(widget, "choices"):
        widget.choices = []  # they may have to be asked for
    shown = INPUT.findall(widget.render("PLACE", None, {"id": "id_PLACE"}))
    names = {name for element in shown for name in NAMED.findall(element)}
    return {name for name in names if "PLACE" not in name}


def _error(label: str, path: str, name: str) -> checks.Error:
    return checks.Error(
        f'The field "{path}" of {label} renders an input named "{name}", '
        f'which hides the form\'s own "{name}".',
        hint="Give the field another name: scripts of the admin read this property of the form.",
        obj=label,
        id="portal.E001",
    )
