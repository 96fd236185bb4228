"""Papers of a dossier, each by a form: named, a file attached, used again, checked, pushed, withdrawn; and the copy itself."""

from datetime import datetime
from pathlib import Path
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from baro.channels.web.dossiers.paper_forms import FileForm, NewPaperForm, PushForm, ReuseForm, WithdrawForm
from baro.channels.web.frame.asking import asks, now
from baro.channels.web.organisation.acting import Page, act
from baro.channels.wording.papers import INTEGRITIES, PARTS
from baro.desk import permission
from baro.desk.by import By, by_person
from baro.desk.papers import (
    DIGITISE,
    READ,
    attach,
    attach_new,
    check_again,
    may_open,
    name_paper,
    open_copy,
    papers_of,
    push,
    require_digitise,
    reuse,
    withdraw,
)
from baro.desk.permission import Asker
from baro.desk.seeing import subjects_of
from baro.records.loading.looked_through import looked_through
from baro.records.queries.dossier_lists import Asked, Line, dossier, dossiers
from baro.rules.observed.papers import MEDIA_TYPES, MOST_BYTES, Paper, ReadPaper, weakest
from baro.rules.prescribed.policy.scopes import Scope

_FORM = require_http_methods(["GET", "HEAD", "POST"])
_MOST = 20
_NEW = "Ghi thành phần người nộp đã nộp, hoặc kết quả đã có. Thành phần chưa có tệp thì vẫn ghi, để biết còn thiếu."


@_FORM
@asks
def new(request: HttpRequest, who: Asker, dossier_id: str) -> HttpResponse:
    """Name a paper, with its file if there is one."""
    line = _line(who, dossier_id)
    form = NewPaperForm(request.POST or None, request.FILES or None)

    def do(said: dict[str, Any]) -> str:
        if said["file"]:
            attach_new(line.id, said["part"], said["title"], _read(line, said["file"], who), *_acting(who, line))
        else:
            name_paper(line.id, said["part"], said["title"], *_acting(who, line))
        return _back(line)

    return act(request, _page("Ghi giấy tờ, kết quả", line, _NEW, "Ghi"), form, do, "Đã ghi giấy tờ.")


@_FORM
@asks
def add_file(request: HttpRequest, who: Asker, dossier_id: str, paper: str) -> HttpResponse:
    """Attach a file to a paper that was named."""
    line, found = _paper(who, dossier_id, paper)
    form = FileForm(request.POST or None, request.FILES or None)

    def do(said: dict[str, Any]) -> str:
        attach(line.id, found.id, _read(line, said["file"], who), *_acting(who, line))
        return _back(line)

    return act(request, _page(f"Đính tệp: {_titled(who, line, found)}", line, "", "Đính tệp"), form, do, "Đã giữ tệp.")


@_FORM
@asks
def use_again(request: HttpRequest, who: Asker, dossier_id: str, paper: str) -> HttpResponse:
    """Use the copy of another dossier's paper again: its code is asked for first, then one of its copies."""
    line, found = _paper(who, dossier_id, paper)
    code = " ".join(request.GET.get("ma", "").replace("\0", "").split())
    choices = _copies(who, line, code) if code else []
    form = ReuseForm(choices, request.POST or None)

    def do(said: dict[str, Any]) -> str:
        reuse(line.id, found.id, said["other"], *_acting(who, line))
        return _back(line)

    lead = "Ghi mã hồ sơ có bản ấy. Dùng lại thì người nộp không phải nộp lần nữa."
    if code:
        lead = (
            f"Bản điện tử của hồ sơ {code}."
            if choices
            else f"Không thấy bản điện tử nào của hồ sơ {code} mà bạn được mở."
        )
    page = _page(f"Dùng lại bản đã có: {_titled(who, line, found)}", line, lead, "Dùng lại", "dossiers/reuse.html")
    return act(request, page, form, do, "Đã ghi dùng lại.")


@_FORM
@asks
def check(request: HttpRequest, who: Asker, dossier_id: str, paper: str) -> HttpResponse:
    """Check the signatures of a copy again, as with another root of trust, and record what they say now."""
    line, found = _paper(who, dossier_id, paper)
    if not found.signatures:
        raise Http404
    form = forms.Form(request.POST if request.method == "POST" else None)

    def do(said: dict[str, Any]) -> str:
        _, place = open_copy(line.id, found.id, who)
        signatures = looked_through(Path(place).read_bytes(), Path(place).name).signatures
        check_again(line.id, found.id, signatures, *_acting(who, line))
        return _back(line)

    lead = f"Lần trước: {INTEGRITIES[weakest(found.signatures)]}. Kiểm tra lại theo chứng thư gốc mà cơ quan giữ hôm nay; không hỏi mạng, nên không biết chứng thư đã bị thu hồi hay chưa."
    page = _page(f"Kiểm tra lại chữ ký: {_titled(who, line, found)}", line, lead, "Kiểm tra")
    return act(request, page, form, do, "Đã kiểm tra lại chữ ký.")


@_FORM
@asks
def pushing(request: HttpRequest, who: Asker, dossier_id: str, paper: str) -> HttpResponse:
    """Record that a copy was pushed to a store."""
    line, found = _paper(who, dossier_id, paper)
    form = PushForm(request.POST or None, initial={"on": who.on})

    def do(said: dict[str, Any]) -> str:
        push(line.id, found.id, *_acting(who, line), **said)
        return _back(line)

    lead = "Ba Rõ không tự gửi vào kho: ghi lại việc đã gửi bằng phần mềm của kho."
    page = _page(f"Ghi đã đưa vào kho: {_titled(who, line, found)}", line, lead, "Ghi")
    return act(request, page, form, do, "Đã ghi đưa vào kho.")


@_FORM
@asks
def withdrawing(request: HttpRequest, who: Asker, dossier_id: str, paper: str) -> HttpResponse:
    """Say that a paper was told by mistake."""
    line, found = _paper(who, dossier_id, paper)
    form = WithdrawForm(request.POST or None)

    def do(said: dict[str, Any]) -> str:
        withdraw(line.id, found.id, *_acting(who, line), **said)
        return _back(line)

    lead = "Giấy tờ đã rút không được đếm nữa; tên, tệp và lý do vẫn giữ trong hồ sơ."
    page = _page(f"Rút giấy tờ: {_titled(who, line, found)}", line, lead, "Rút")
    return act(request, page, form, do, "Đã rút giấy tờ.")


@require_safe
@asks
def copy(request: HttpRequest, who: Asker, dossier_id: str, paper: str) -> HttpResponseBase:
    """Let a copy come down to who may see it: never shown in the page, never as anything but what it is."""
    found, place = open_copy(dossier_id, paper, who)
    path = Path(place)
    name = f"{Path(found.file_name).stem or 'giay-to'}{path.suffix}"
    answer = FileResponse(path.open("rb"), as_attachment=True, filename=name, content_type=MEDIA_TYPES[path.suffix])
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer


def _read(line: Line, file: UploadedFile, who: Asker) -> ReadPaper:
    """Look a file through, once it is known that whoever brings it may."""
    require_digitise(line.id, *_acting(who, line))
    return looked_through(file.read(MOST_BYTES + 1), file.name or "")


def _acting(who: Asker, line: Line) -> tuple[Scope, By, datetime]:
    """Within what, as whom and when somebody acts on the papers of a dossier."""
    return permission.scope(who, READ), by_person(who, unit=line.body), now()


def _line(who: Asker, dossier_id: str) -> Line:
    """A dossier on whose papers the asker may act."""
    line = dossier(permission.scope(who, READ), dossier_id)
    if line is None:
        raise Http404
    permission.require(who, DIGITISE, subjects_of(who, {line.id: line.body}, DIGITISE)[line.id], now())
    return line


def _paper(who: Asker, dossier_id: str, paper: str) -> tuple[Line, Paper]:
    line = _line(who, dossier_id)
    for one in papers_of(who, line.id):
        if one.id == paper and one.counts:
            return line, one
    raise Http404


def _copies(who: Asker, line: Line, code: str) -> list[tuple[str, str]]:
    """The copies of the other dossiers with a code that the asker may open."""
    found = dossiers(permission.scope(who, READ), Asked(code=code), None, _MOST)
    others = [one for one in found if one.code == code and one.id != line.id and may_open(who, one)]
    return [
        (one.id, f"{one.title} ({PARTS[one.part]})") for other in others for one in papers_of(who, other.id) if one.file and one.counts
    ]  # fmt: skip


def _titled(who: Asker, line: Line, paper: Paper) -> str:
    return paper.title if paper.title and may_open(who, line) else PARTS[paper.part]


def _page(title: str, line: Line, lead: str, button: str, template: str = "organisation/act.html") -> Page:
    trail = (("Hồ sơ", reverse("dossiers")), (line.code, reverse("dossier", args=[line.id])))
    return Page(title=title, lead=lead, button=button, back=_back(line), trail=trail, template=template)


def _back(line: Line) -> str:
    return reverse("dossier", args=[line.id]) + "#giay-to"
