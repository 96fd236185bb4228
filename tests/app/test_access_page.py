"""docs/reference/access.md is what `baro access` prints, and names everything that the policy names."""

import io
from pathlib import Path

from baro.app.commands import run_command
from baro.channels.wording.access import ROLES
from baro.channels.wording.rights import CLASSES, CONDITIONS, OPERATIONS, PLACES, UNGRANTED
from baro.rules.prescribed.policy import relations
from baro.rules.prescribed.policy.field_classes import FieldClass
from baro.rules.prescribed.policy.operations import BY_NAME
from baro.rules.prescribed.policy.roles import Role
from baro.rules.prescribed.policy.table import TABLE

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "access.md"


def test_the_page_is_what_the_command_prints():
    out = io.StringIO()
    assert run_command("access", [], out, io.StringIO()) == 0
    assert PAGE.read_text("utf-8") == out.getvalue(), (
        "run: PYTHONPATH=src .venv/bin/python -m baro.app access > docs/reference/access.md"
    )


def test_everything_that_the_policy_names_has_words():
    assert set(OPERATIONS) == set(BY_NAME)
    assert {*ROLES, *UNGRANTED} == set(Role)
    assert set(PLACES) == relations.PLACES
    assert set(CONDITIONS) == relations.CONDITIONS - {relations.Relation.PAST, relations.Relation.FUTURE}
    assert set(CLASSES) == set(FieldClass)


def test_every_row_of_the_table_is_on_the_page():
    text = PAGE.read_text("utf-8")
    assert [row.ground for row in TABLE if f"| {row.ground} |" not in text] == []
