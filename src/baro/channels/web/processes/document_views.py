"""A version of a process as a document to be filled in, numbered and signed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from baro.channels.web.frame.asking import asks, now
from baro.channels.web.frame.downloads import document as download
from baro.channels.web.organisation.named import body_named
from baro.channels.web.processes.views import register_on
from baro.channels.wording.register import KINDS
from baro.desk.permission import Asker
from baro.desk.process_register import LintedProcess, line_of
from baro.records.queries.demo_mark import is_demo
from baro.rules.counted.process_document import ProcessTold, VersionTold, process_document
from baro.rules.prescribed.zones import VIETNAM, local_time


@require_safe
@asks
def document(request: HttpRequest, who: Asker, process: str) -> HttpResponse:
    """Let the document come down."""
    register = register_on(who.on)
    one = next((one for one in register if one.held.approval.id == process), None)
    if one is None:
        raise Http404
    told = ProcessTold(
        body=body_named(one.held.approval.unit), kind=KINDS[one.held.approval.kind], approval=one.held.approval,
        process=one.process, versions=tuple(map(_version, reversed(line_of(register, process)))), synthetic=is_demo(),
    )  # fmt: skip
    return download(request, process_document(told, local_time(now(), VIETNAM)), f"quy-trinh-{process}")


def _version(one: LintedProcess) -> VersionTold:
    told = one.held.approval
    return VersionTold(
        version=told.version, decision=told.decision, approved_on=told.approved_on, last_on=one.held.last_on
    )
