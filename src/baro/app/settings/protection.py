"""What the browser is told to refuse, and how cookies travel."""

from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from baro.app.settings.authority import HOME_SETTINGS

_ORIGIN = urlsplit(HOME_SETTINGS.origin)
TLS = _ORIGIN.scheme == "https"
_PREFIX = "__Host-" if TLS else ""  # browsers accept the prefix only with Secure, so only behind TLS

DEBUG = False
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *([_ORIGIN.hostname] if _ORIGIN.hostname else [])]
CSRF_TRUSTED_ORIGINS = [HOME_SETTINGS.origin] if TLS else []

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],  # Bootstrap's arrows and ticks are data: images
        "font-src": [SELF],
        "connect-src": [SELF],
        # The sign-in form answers with a redirect to the identity service, which browsers count as its action.
        "form-action": [SELF, *(provider.origin for provider in HOME_SETTINGS.providers)],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}

SESSION_COOKIE_NAME = f"{_PREFIX}baro"
CSRF_COOKIE_NAME = f"{_PREFIX}baro-csrf"
LANGUAGE_COOKIE_NAME = f"{_PREFIX}baro-language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
LANGUAGE_COOKIE_SECURE = TLS
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = TLS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
# Lax, not Strict: the answer of an identity service comes from another site and must find the session it left.
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60  # a working day; the browser's end ends it too
SESSION_IDLE_SECONDS = 30 * 60  # nobody there for half an hour
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_FAILURE_VIEW = "baro.channels.web.frame.errors.stale_form"

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_SSL_REDIRECT = TLS
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if TLS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TLS else None
