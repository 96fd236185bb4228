"""Signing in through an agency's or the State's identity service (OpenID Connect Core 1.0): whose word counts, and when.

The token's signature is checked against the service's published keys even though it came over TLS; issuer, audience and
term must fit; it must bear the nonce of the very request that it answers; and what the service tells of the person must be of the same person (5.3.2).
"""

import secrets
from hmac import compare_digest
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from allauth.account.internal.decorators import login_not_required
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialApp, SocialLogin, SocialToken
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from requests import RequestException

SIGNED_BY = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA")
LEEWAY = 30  # seconds that two clocks may differ
_NONCES, _MOST_NONCES = "identity_nonces", 10


class IdentityService(OpenIDConnectOAuth2Adapter):
    """Asks the service, and believes only what is signed, for us, in force, of one person, and answers this request."""

    nonce = ""

    def complete_login(self, request: HttpRequest, app: SocialApp, token: SocialToken, **kwargs: Any) -> SocialLogin:
        """Give who signed in. Raises `OAuth2Error`, which shows the page that the identity service did not fit."""
        signed = self._checked(app, str(kwargs["response"].get("id_token") or ""))
        told = self._fetch_user_info(token.token)
        if not isinstance(told, dict) or told.get("sub") != signed["sub"]:
            raise OAuth2Error("userinfo is of another subject")
        data = {"userinfo": told, "id_token": signed}
        return self.get_provider().sociallogin_from_response(request, data)

    def _checked(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        try:
            key = _key_of(id_token, self._published_keys())
            signed = jwt.decode(
                id_token, key, algorithms=SIGNED_BY, audience=app.client_id, issuer=self.openid_config["issuer"],
                leeway=LEEWAY, options={"require": ["exp", "iat", "iss", "aud", "sub"]},
            )  # fmt: skip
        except (jwt.PyJWTError, KeyError, TypeError, ValueError) as error:
            raise OAuth2Error("the id_token does not hold") from error
        if signed.get("azp", app.client_id) != app.client_id:
            raise OAuth2Error("the id_token is for another party")
        if not self.nonce or not compare_digest(str(signed.get("nonce") or "").encode(), self.nonce.encode()):
            raise OAuth2Error("the id_token answers another request")
        return signed

    def _published_keys(self) -> jwt.PyJWKSet:
        with get_adapter().get_requests_session() as web:
            answer = web.get(self.openid_config["jwks_uri"])
            answer.raise_for_status()
        return jwt.PyJWKSet.from_dict(answer.json())


def _key_of(id_token: str, published: jwt.PyJWKSet) -> jwt.PyJWK:
    """The key that the token names; where it names none, the only one there is."""
    named = jwt.get_unverified_header(id_token).get("kid")
    fitting = [key for key in published.keys if named is None or key.key_id == named]
    if len(fitting) != 1:
        raise OAuth2Error("no single key of the service fits the id_token")
    return fitting[0]


@login_not_required
def login(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Lead to the service."""
    answer = _answered(OAuth2LoginView, IdentityService(request, provider_id))
    if answer.status_code == 302 and (state := parse_qs(urlsplit(answer["Location"]).query).get("state")):
        nonce = secrets.token_urlsafe(32)
        kept = {**request.session.get(_NONCES, {}), state[0]: nonce}
        request.session[_NONCES] = dict(list(kept.items())[-_MOST_NONCES:])
        answer["Location"] += "&" + urlencode({"nonce": nonce})
    return answer


@login_not_required
def callback(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Take the service's answer."""
    service, kept = IdentityService(request, provider_id), dict(request.session.get(_NONCES, {}))
    service.nonce = kept.pop(request.GET.get("state", ""), "")
    request.session[_NONCES] = kept
    return _answered(OAuth2CallbackView, service)


def _answered(view: Any, service: IdentityService) -> HttpResponse:
    request = service.request
    try:
        answer: HttpResponse = view.adapter_view(service)(request)
    except SocialApp.DoesNotExist:
        raise Http404 from None
    except (RequestException, KeyError, ValueError):  # it does not answer, or not as a service does
        return render(request, "socialaccount/authentication_error.html", status=502)
    return answer
