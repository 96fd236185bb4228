"""Forms of allauth whose labels no catalogue reaches, for they are made of the names of fields."""

from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms

_NAME = "Tên khóa"


class AddKey(AddWebAuthnForm):
    """Add a passkey."""

    name = forms.CharField(label=_NAME, required=False)


class EditKey(EditWebAuthnForm):
    """Name a passkey otherwise."""

    name = forms.CharField(label=_NAME, required=True)
