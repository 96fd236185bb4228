"""The addresses of signing in and of one's own account. Only what is offered: no signing up, no reset by mail."""

from allauth.account import views as account
from allauth.mfa.base import views as second
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from allauth.socialaccount import views as identity
from django.urls import path

from baro.channels.web.account import identity_service
from baro.channels.web.account.address_views import own_address
from baro.channels.web.account.views import (
    end_session,
    forgotten,
    list_sessions,
    own_account,
    second_factor_first,
    stronger_sign_in_first,
    to_own_account,
)

urlpatterns = [
    path("", own_account, name="own_account"),
    path("dang-nhap", account.login, name="account_login"),
    path("dang-xuat", account.logout, name="account_logout"),
    path("ngung-hoat-dong", account.account_inactive, name="account_inactive"),
    path("quen-mat-khau", forgotten, name="account_reset_password"),
    path("lap-tai-khoan", account.signup, name="account_signup"),
    path("xac-nhan", account.reauthenticate, name="account_reauthenticate"),
    path("mat-khau", account.password_change, name="account_change_password"),
    path("dat-mat-khau", account.password_set, name="account_set_password"),
    path("dia-chi-thu", own_address, name="own_address"),
    path("thu-dien-tu", to_own_account, name="account_email"),
    path("phien", list_sessions, name="usersessions_list"),
    path("phien/<int:pk>/dang-xuat", end_session, name="end_session"),
    path("can-lop-thu-hai", second_factor_first, name="second_factor_first"),
    path("can-dang-nhap-manh-hon", stronger_sign_in_first, name="stronger_sign_in_first"),
    path("lop-thu-hai", second.index, name="mfa_index"),
    path("lop-thu-hai/nhap-ma", second.authenticate, name="mfa_authenticate"),
    path("lop-thu-hai/xac-nhan", second.reauthenticate, name="mfa_reauthenticate"),
    path("lop-thu-hai/ung-dung", totp.activate_totp, name="mfa_activate_totp"),
    path("lop-thu-hai/ung-dung/bo", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("lop-thu-hai/ma-du-phong", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("lop-thu-hai/ma-du-phong/tao", recovery.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("lop-thu-hai/ma-du-phong/tai", recovery.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("khoa", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path("khoa/them", passkeys.add_webauthn, name="mfa_add_webauthn"),
    path("khoa/dang-nhap", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path("khoa/xac-nhan", passkeys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("khoa/<int:pk>/bo", passkeys.remove_webauthn, name="mfa_remove_webauthn"),
    path("khoa/<int:pk>/doi-ten", passkeys.edit_webauthn, name="mfa_edit_webauthn"),
    path("dinh-danh", identity.connections, name="socialaccount_connections"),
    path("dinh-danh/huy", identity.login_cancelled, name="socialaccount_login_cancelled"),
    path("dinh-danh/loi", identity.login_error, name="socialaccount_login_error"),
    path("dinh-danh/lap-tai-khoan", identity.signup, name="socialaccount_signup"),
    path("dinh-danh/<slug:provider_id>", identity_service.login, name="openid_connect_login"),
    path("dinh-danh/<slug:provider_id>/tra-loi", identity_service.callback, name="openid_connect_callback"),
]
