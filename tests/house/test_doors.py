"""Every page, address of the API, command and background job is a row of `policy/doors.py`, and no row is left over."""

import django
import pytest
from django.urls import URLResolver, get_resolver

from baro.rules.prescribed.policy.doors import COMMANDS, JOBS, ROUTES
from baro.rules.prescribed.policy.operations import BY_NAME
from baro.rules.prescribed.policy.roles import Role
from baro.rules.prescribed.policy.table import TABLE

django.setup()


def routes(resolver: URLResolver, spaces: tuple[str, ...] = ()) -> list[str]:
    """The names of all routes, as `resolver_match.view_name` tells them."""
    found = []
    for part in resolver.url_patterns:
        if isinstance(part, URLResolver):
            found += routes(part, (*spaces, part.namespace) if part.namespace else spaces)
        else:
            found.append(":".join((*spaces, part.name or f"?{part.pattern}")))
    return found


def test_every_route_is_a_door_and_every_door_a_route():
    assert set(routes(get_resolver())) ^ set(ROUTES) == set()


def test_every_command_is_a_door_and_every_door_a_command():
    from baro.app.commands import COMMANDS as HEAVY

    assert {*HEAVY, "judge", "demo-log"} == set(COMMANDS)


def test_every_phase_of_a_delivery_is_a_job():
    from baro.app.import_jobs import _PHASES

    assert set(_PHASES) == set(JOBS)


@pytest.mark.parametrize("doors", [ROUTES, COMMANDS, JOBS])
def test_a_door_leads_to_an_operation_of_the_policy(doors):
    assert set(doors.values()) - set(BY_NAME) == set()


def test_what_the_keeper_of_the_machine_does_beyond_the_role_is_told_here():
    """Loading an authority is done at the console, before anybody holds a role there; each such act names the keeper."""
    role = {operation for row in TABLE if Role.TECHNICAL_ADMIN in row.who for operation in row.may}
    beyond = set(COMMANDS.values()) - role
    assert beyond == {
        "page.read", "account.create", "grant.give", "import.receive", "figure.read", "ledger.witness",
        "organisation.record", "catalogue.record", "process.read",
    }  # fmt: skip
