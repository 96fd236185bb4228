"""Views of the list that somebody saves under a name: the form that saves or renames one, the page that deletes it."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from baro.channels.web.dossiers.asked_told import told_of
from baro.channels.web.dossiers.list_views import address_of
from baro.channels.web.dossiers.views_told import ShownView, shown_views
from baro.channels.web.frame.asking import asks, by_of, now
from baro.channels.web.organisation.acting import Page, act
from baro.desk.permission import Asker
from baro.desk.saved_views import delete_view, rename_view, save_view
from baro.rules.observed.saved_views import LONGEST_NAME

_FORM = require_http_methods(["GET", "HEAD", "POST"])
_READ = "dossier.read"


class NameForm(forms.Form):
    """How a view is called."""

    name = forms.CharField(
        label="Tên bộ lọc",
        max_length=LONGEST_NAME,
        error_messages={
            "required": "Chưa đặt tên cho bộ lọc.",
            "max_length": f"Tên dài quá {LONGEST_NAME} ký tự; xin đặt tên ngắn hơn.",
        },
        help_text="Chỉ mình bạn thấy. Không ghi tên công dân vào đây.",
    )


@_FORM
@asks
def new(request: HttpRequest, who: Asker) -> HttpResponse:
    """Save the list that the address asks for."""
    there = address_of(request)
    back = reverse("dossiers") + there.changed()

    def do(said: dict[str, Any]) -> str:
        save_view(who, by_of(who, _READ), now(), address=there.changed(), **said)
        return back

    page = _page("Lưu bộ lọc", f"Lưu để mở lại: {told_of(there)}.", "Lưu", back)
    return act(request, page, NameForm(request.POST or None), do, "Đã lưu. Bộ lọc nằm ở đầu danh sách hồ sơ.")


@_FORM
@asks
def rename(request: HttpRequest, who: Asker, view: str) -> HttpResponse:
    """Call a view otherwise."""
    found = _found(who, view)

    def do(said: dict[str, Any]) -> str:
        rename_view(found.id, who, by_of(who, _READ), now(), **said)
        return reverse("dossiers")

    page = _page(f"Đổi tên bộ lọc “{found.name}”", f"Bộ lọc cho xem {found.told}.", "Đổi tên", reverse("dossiers"))
    return act(request, page, NameForm(request.POST or None, initial={"name": found.name}), do, "Đã đổi tên.")


@_FORM
@asks
def delete(request: HttpRequest, who: Asker, view: str) -> HttpResponse:
    """Delete a view, once it was said again."""
    found = _found(who, view)

    def do(_: dict[str, Any]) -> str:
        delete_view(found.id, who, by_of(who, _READ), now())
        return reverse("dossiers")

    lead = f"Bộ lọc cho xem {found.told}. Xóa bộ lọc không xóa hồ sơ nào."
    page = _page(f"Xóa bộ lọc “{found.name}”", lead, "Xóa bộ lọc", reverse("dossiers"))
    return act(request, page, forms.Form(request.POST if request.method == "POST" else None), do, "Đã xóa bộ lọc.")


def _page(title: str, lead: str, button: str, back: str) -> Page:
    return Page(title=title, lead=lead, button=button, back=back, trail=(("Hồ sơ", reverse("dossiers")),))


def _found(who: Asker, view: str) -> ShownView:
    """A view of the asker's own; another's is not there."""
    for one in shown_views(who):
        if one.id == view:
            return one
    raise Http404
