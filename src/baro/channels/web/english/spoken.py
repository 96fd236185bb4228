"""Which values of the templates are words of this software, to be said in English. Whatever is not named here is data, and
stays as it is: a name, a code, a decision, what a person wrote.
"""

EVERYWHERE = frozenset(
    """
    error message sentence lead told label heading word kind.word duty role role.name role.duty stop.name stop.told
    field.label field.help_text page.title page.lead page.button page.what part.legend choice.field.title label
    s.label s.definition s.moved figure.unit figure.what group.body at period_name period month until asked.wrong wrong_day
    state_word address.meant c.title one.told p.word p.kind p.time d.days work.stage work.sentence
    signal.name q.signal.name f.signal.name f.question f.signal.duty f.signal.article f.signal.false_positives q.verdict
    e.mark cause by_kind f.kind f.place f.reason c.kind line.label line.unit part.heading difference doubt
    g.role n.told n.word n.why_back i.word h.kind.word t.level proposal.kind p.sentence w.kinds w.sentence lines.0.word
    leg.word leg.ended.outcome e.moment.outcome m.outcome s.kind e.kind s.sentence validity.basis
    tried.role column.label line.what row.what one.what why fault limit word_of
    """.split()
)
"""By the value's name, in any template."""

IN_TEMPLATES = {
    "account/own.html": "person_post",
    "allauth/elements/button.html": "attrs.title",
    "briefing/week.html": "p.cause",
    "catalogue/list.html": "name line",
    "catalogue/procedure.html": "part",
    "dossiers/list.html": "name v.told",
    "dossiers/questions.html": "name",
    "grants/denials.html": "what",
    "imports/checked.html": "words",
    "imports/conflicts.html": "name",
    "imports/statement.html": "words became",
    "imports/start.html": "endings",
    "joint/counts.html": "held",
    "joint/list.html": "name place",
    "joint/one.html": "x",
    "organisation/body.html": "h.capacity c.capacity kind",
    "organisation/checked.html": "reason column",
    "organisation/lists.html": "line",
    "organisation/mapped.html": "level",
    "organisation/person.html": "h.what category",
    "organisation/sheets.html": "table wrong endings",
    "proposals/table.html": "who",
    "start/board.html": "kind name months.0 months.11",
}
"""By the value's name, in one template: elsewhere the name is somebody's or something's."""

NOT_IN_TEMPLATES = {
    "briefing/conclusions.html": "lead",
}
"""A name of the first list that is data in one template."""

WORDS_AMONG_DATA = {
    "d.holder": "Người nộp hồ sơ|không rõ",
    "line.holder": "Người nộp hồ sơ|không rõ",
    "p.holder": "người nộp hồ sơ|cơ quan phối hợp|không rõ",
}
"""Names of units and people, but for these words."""

_IN = {template: frozenset(names.split()) for template, names in IN_TEMPLATES.items()}
_NOTWORDS_AMONG_DATA = {
    "d.holder": "Người nộp hồ sơ|không rõ",
    "line.holder": "Người nộp hồ sơ|không rõ",
    "p.holder": "người nộp hồ sơ|cơ quan phối hợp|không rõ",
}
"""Names of units and people, but for these words."""

_IN = {template: frozenset(names.split()) for template, names in NOT_IN_TEMPLATES.items()}


def is_spoken(value: str, template: str) -> bool:
    """Say whether a value of a template is words, and not data."""
    if value in _NOT_IN.get(template, ()):
        return False
    return value in EVERYWHERE or value in _IN.get(template, ())
