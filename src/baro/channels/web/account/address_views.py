"""Where one's own notices are mailed."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from baro.channels.web.frame.asking import asks, now
from baro.channels.web.organisation.acting import Page, act
from baro.desk.accounts import tell_own_address
from baro.desk.permission import Asker
from baro.rules.observed.mail_addresses import LONGEST


class AddressForm(forms.Form):
    """An address, or none."""

    address = forms.CharField(
        label="Địa chỉ thư công vụ",
        required=False,
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"type": "email", "autocomplete": "email", "spellcheck": "false"}),
        help_text="Để trống thì không nhận thư. Thư chỉ nêu số việc và đường dẫn, không nêu người dân nào.",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@asks
def own_address(request: HttpRequest, who: Asker) -> HttpResponse:
    """Tell where one's own notices are to be mailed."""
    form = AddressForm(request.POST if request.method == "POST" else None, initial={"address": request.user.email})

    def do(said: dict[str, Any]) -> str:
        tell_own_address(request.user.pk, said["address"], who, now())
        return reverse("own_account")

    page = Page(
        title="Địa chỉ nhận thông báo", lead="Mỗi ngày một thư tóm tắt, chỉ khi có thông báo chưa biết.",
        back=reverse("own_account"), trail=(("Tài khoản của tôi", reverse("own_account")),),
    )  # fmt: skip
    return act(request, page, form, do, "Đã ghi địa chỉ." if request.POST.get("address") else "Sẽ không gửi thư nữa.")
