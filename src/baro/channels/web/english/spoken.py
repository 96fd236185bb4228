"""Which values of the templates are words of this software, to be said in English. Whatever is not named here is data, and
stays as it is: a name, a code, a decision, what a person wrote.

A value is named as the template names it; a loop's variable may be named with what is gone through, `states>name`.
"""

from baro.channels.wording.access import ROLES
from baro.channels.wording.proposals import FIELDS, GROUNDS

EVERYWHERE = frozenset(
    [
        "error",
        "message",
        "sentence",
        "told",
        "label",
        "heading",
        "word",
        "kind.word",
        "duty",
        "role",
        "role.name",
        "role.duty",
        "stop.name",
        "stop.told",
        "field.label",
        "field.help_text",
        "page.title",
        "page.lead",
        "page.button",
        "part.legend",
        "choice.field.title",
        "lead",
        "s.label",
        "s.definition",
        "s.moved",
        "figure.unit",
        "figure.what",
        "group.body",
        "at",
        "period_name",
        "period",
        "month",
        "until",
        "asked.wrong",
        "wrong_day",
        "state_word",
        "address.meant",
        "c.title",
        "one.told",
        "p.word",
        "p.kind",
        "p.time",
        "d.days",
        "g.days",
        "h.days",
        "p.days",
        "t.days",
        "work.stage",
        "work.sentence",
        "signal.name",
        "q.signal.name",
        "f.signal.name",
        "f.question",
        "f.signal.duty",
        "f.signal.false_positives",
        "q.verdict",
        "e.mark",
        "cause",
        "f.kind",
        "f.place",
        "f.reason",
        "c.kind",
        "line.label",
        "line.unit",
        "part.heading",
        "difference",
        "doubt",
        "g.role",
        "n.told",
        "n.word",
        "n.why_back",
        "i.word",
        "h.kind.word",
        "t.level",
        "proposal.kind",
        "p.sentence",
        "w.kinds",
        "w.sentence",
        "lines.0.word",
        "leg.word",
        "leg.ended.outcome",
        "e.moment.outcome",
        "m.outcome",
        "s.kind",
        "e.kind",
        "s.sentence",
        "validity.basis",
        "tried.role",
        "column.label",
        "why",
        "fault",
        "limit",
        "leg.limit",
        "p.version.limit",
        "share",
        "states>name",
        "works>name",
        "views>name",
        "signals>name",
        "choices>name",
        "ways>name",
    ]
)
"""In any template."""

IN_TEMPLATES = {
    "allauth/elements/button.html": "attrs.title",
    "books/books.html": "work",
    "books/recorded.html": "one.requester",
    "briefing/frozen.html": "parts>name",
    "briefing/week.html": "p.cause",
    "catalogue/list.html": "line",
    "frame/parts/works.html": "name",
    "processes/alike.html": "one.kind one.limits.least one.limits.most shown>name",
    "processes/alike_one.html": "kind limits.least limits.most v.limit words c.limit mark p.limit total total_reason lost",
    "processes/clear.html": "name criterion one.criterion words asked.slogan.name asked.slogan.source",
    "processes/clear_counts.html": "name criterion.name work",
    "tasks/clear.html": "name criterion one.criterion words asked.slogan.name asked.slogan.source",
    "catalogue/procedure.html": "part faults>name channels>name",
    "coordination/rule.html": "o.rhythm o.limit",
    "coordination/obligation.html": "shown.rhythm shown.limit o.since",
    "coordination/owed.html": "o.since",
    "coordination/followed.html": "t.word t.about t.until",
    "coordination/simplifications.html": "s.cuts>cut",
    "coordination/simplification.html": "shown.cuts>cut spans>name f.name f.before f.after",
    "digitised/board.html": "figures>words as_of indicator.label indicator.definition",
    "dossiers/evidence.html": "e.part",
    "dossiers/list.html": "v.told",
    "dossiers/one.html": "map.told.decision p.late",
    "dossiers/papers.html": "papers_sentence p.part p.reused p.pushed p.signatures>words",
    "grants/denials.html": "what",
    "imports/checked.html": "words",
    "imports/statement.html": "words became",
    "imports/start.html": "endings",
    "joint/counts.html": "held late spans>name",
    "joint/list.html": "d.where>place d.unacknowledged>leg d.late_legs>leg",
    "joint/one.html": "s.held s.late s.over late",
    "names/faults.html": "faults>fault",
    "names/list.html": "kinds>name line.likeness wrong",
    "names/none.html": "wrong",
    "organisation/body.html": "h.capacity c.capacity kind",
    "organisation/checked.html": "reason column",
    "organisation/mapped.html": "level",
    "organisation/person.html": "category",
    "organisation/sheets.html": "wrong endings",
    "processes/list.html": "kinds>name lints>name remedy p.limit",
    "processes/process.html": "kind one.limit v.limit faults>name faults>shown faults>remedy",
    "proposals/table.html": "who",
    "processes/drafts.html": "d.word stages>name",
    "processes/draft.html": "word kind one.opinion one.kind one.said.opinion appraisal.opinion d.word",
    "processes/review.html": "wrong one.word one.found states>name",
    "targets/list.html": "t.word results>name",
    "targets/one.html": "t.word direction",
    "tasks/counts.html": "column",
    "tasks/directive.html": "d.source",
    "tasks/directives.html": "d.source sources>name",
    "tasks/list.html": "figure views>name sources>name",
    "tasks/one.html": "source word e.kind e.quality quality",
    "tasks/table.html": "t.word t.quality t.source",
    "work/dossiers.html": "left",
    "start/board.html": "kind periods>name structures>name months.0 months.11",
}
"""In one template: elsewhere the name is somebody's or something's."""

NOT_IN_TEMPLATES = {
    "briefing/conclusions.html": "lead",
}
"""A name of the first list that is data in one template."""

CHOICES_OF_DATA = frozenset({"activity", "procedure", "process"})
"""Fields whose choices are data: names of procedures, steps of a process."""
SAYING = ("|device",)
"""Filters that turn data into words."""
_HOLDERS = "Người nộp hồ sơ|không rõ|(không rõ người giữ)|Cơ quan khác"
_TRAIL = (
    "Hồ sơ|Tài khoản của tôi|Quyền|Liên thông|Thủ tục liên thông|Thủ tục và chặng|Tổ chức|Cán bộ|Giao ban|Thông báo"
    "|Sổ hồ sơ|Hủy dữ liệu cá nhân|Danh mục thủ tục|Nhập dữ liệu|Quy trình|Tên trong dữ liệu|Phối hợp|Kiến nghị|Đơn giản hóa"
    "|Nhiệm vụ|Nhiệm vụ này|Văn bản chỉ đạo|Chỉ tiêu|Dự thảo|Rà soát"
)
_PROPOSED = "|".join(["mọi dữ liệu cá nhân", "không ghi", *FIELDS.values(), *GROUNDS.values(), *ROLES.values()])
WORDS_AMONG_DATA = {
    "proposal.lines>value": _PROPOSED,
    "d.holder": _HOLDERS,
    "line.holder": _HOLDERS,
    "p.holder": _HOLDERS,
    "held>name": _HOLDERS,
    "cells>cell": "toàn bộ|một phần",
    "h.what": "Vắng mặt; người thay|Thay người vắng mặt|Công chức|Cán bộ, công chức cấp xã|Viên chức|Người lao động",
    "c.role": "không ghi ai làm",
    "p.role": "không ghi ai làm",
    "o.creditor": "các bên còn lại",
    "shown.creditor": "các bên còn lại",
    "said>means": "không thuộc cơ quan",
    "page.trail>name": _TRAIL,
    "page.trail>label": _TRAIL,
}
"""Names of units and people, but for these words."""

_IN = {template: frozenset(names.split()) for template, names in IN_TEMPLATES.items()}
_NOT_IN = {template: frozenset(names.split()) for template, names in NOT_IN_TEMPLATES.items()}


def only(value: str, loop: str) -> str:
    """Give the words among a value's data, "" where there are none."""
    return WORDS_AMONG_DATA.get(f"{loop}>{value}", "") or WORDS_AMONG_DATA.get(value, "")


def is_spoken(value: str, loop: str, template: str) -> bool:
    """Say whether a value of a template is words, and not data."""
    names = {value, f"{loop}>{value}"}
    if names & _NOT_IN.get(template, frozenset()):
        return False
    return bool(names & EVERYWHERE or names & _IN.get(template, frozenset()))
