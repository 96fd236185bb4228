"""Lets the account area hear what allauth, axes and Django tell."""

from django.apps import AppConfig


class OwnAccount(AppConfig):
    """The area as Django knows it; it has no tables."""

    name = "baro.channels.web.account"
    label = "own_account"

    def ready(self) -> None:
        """Listen."""
        from allauth.account import signals as account
        from allauth.mfa import signals as factors
        from allauth.socialaccount import signals as identity
        from axes.signals import user_locked_out
        from django.contrib.auth.signals import user_logged_in

        from baro.channels.web.account import changes
        from baro.channels.web.account.lockout import note_locked_out
        from baro.channels.web.account.session_ends import begin_session
        from baro.channels.web.frame.sign_in import remember_strength

        user_logged_in.connect(begin_session)
        account.user_logged_in.connect(remember_strength)
        user_locked_out.connect(note_locked_out)
        account.password_changed.connect(changes.password_changed)
        account.password_set.connect(changes.password_changed)
        factors.authenticator_added.connect(changes.factor_added)
        factors.authenticator_removed.connect(changes.factor_removed)
        factors.authenticator_reset.connect(changes.codes_made)
        identity.social_account_added.connect(changes.identity_tied)
        identity.social_account_removed.connect(changes.identity_untied)
