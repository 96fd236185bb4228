"""Who is at the door: passwords, one-time codes, passkeys, the identity service of an agency or of the State.

Accounts are opened by an act of the authority; nobody signs up by themselves, and no address is asked for.
"""

from baro.app.settings.authority import HOME_SETTINGS

AUTH_USER_MODEL = "records.Account"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "start"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
_CHECKS = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_CHECKS}.UserAttributeSimilarityValidator", "OPTIONS": {"user_attributes": ["username", "email"]}},
    {"NAME": f"{_CHECKS}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_CHECKS}.CommonPasswordValidator"},
    {"NAME": "baro.records.guessable.GuessableValidator"},
]

ACCOUNT_ADAPTER = "baro.channels.web.account.adapter.Accounts"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_ENABLED = False
ACCOUNT_PREVENT_ENUMERATION = True
# Passwords are counted by django-axes (below) by name and address. These limits hold by address and by name alone: against
# guessing from many addresses, and for one-time codes, which axes does not see.
ACCOUNT_RATE_LIMITS = {
    "login_failed": "100/15m/ip,30/15m/key",
    "reauthenticate": "20/15m/user",
    "look_up": "60/10m/ip,10/10m/key",
}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if HOME_SETTINGS.origin.startswith("https:") else 0

MFA_ADAPTER = "baro.channels.web.account.adapter.SecondFactors"
MFA_FORMS = {
    "add_webauthn": "baro.channels.web.account.forms.AddKey",
    "edit_webauthn": "baro.channels.web.account.forms.EditKey",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False
MFA_TOTP_ISSUER = "Ba Rõ"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HOME_SETTINGS.origin.startswith("https:")

USERSESSIONS_TRACK_ACTIVITY = True

SOCIALACCOUNT_ADAPTER = "baro.channels.web.account.adapter.IdentityServices"
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
SOCIALACCOUNT_QUERY_EMAIL = False
SOCIALACCOUNT_LOGIN_ON_GET = False
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app.as_allauth() for app in HOME_SETTINGS.providers]}
}

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours: five failures in a quarter of an hour close the door for a quarter of an hour
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
# By name and address together: one person's mistakes shut out neither an office behind one address, nor, from elsewhere,
# the holder of a name that somebody else tries.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "baro.channels.web.account.lockout.name_tried"
AXES_LOCKOUT_CALLABLE = "baro.channels.web.account.lockout.locked_out"
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
AXES_CLIENT_IP_CALLABLE = "baro.channels.web.account.lockout.address_of"
