"""A demo is a demo from its first act on; nothing of it can happen in any other home."""

import io
from datetime import UTC, datetime

import pytest

from acts import noted
from baro.app.demo_accounts import FILE, doors_are_open
from baro.app.demo_authority import build_demo, is_built
from baro.channels.demo.authority.accounts import ACCOUNTS
from baro.channels.demo.world import branch_name, person_name
from baro.channels.shell.progress import Progress
from baro.desk import permission
from baro.desk.article import figures_for
from baro.desk.by import by_program
from baro.desk.demo_mark import mark_as_demo
from baro.records.account_secrets import is_password_of
from baro.records.models import Account, Dossier, LedgerEntry
from baro.records.queries.access import standing_of
from baro.records.queries.accounts import account_id_of
from baro.records.queries.demo_mark import demo_size, is_demo
from baro.records.recording import record
from baro.rules.prescribed.policy.roles import Role
from baro.rules.prescribed.policy.standing import Grant, Standing
from baro.rules.prescribed.refusals import Refused

AT = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)
BY = by_program("demo", "demo")
pytestmark = pytest.mark.django_db


@pytest.fixture
def demo(settings, tmp_path):
    settings.HOME = tmp_path
    for folder in ("store", "files", "keys", "log"):
        (tmp_path / folder).mkdir()
    build()
    return tmp_path


def build() -> bool:
    return build_demo("small", AT, Progress(io.StringIO(), quiet=True))


def asker(role: Role) -> permission.Asker:
    account = next(account for account in ACCOUNTS if account.role == role)
    return permission.asker_of(standing_of(account.person), at=AT)


def refused(code: str, size: str) -> None:
    with pytest.raises(Refused) as refusal:
        mark_as_demo(size, BY, AT)
    assert refusal.value.code == code


def test_a_home_in_which_anything_was_recorded_never_becomes_a_demo(settings, tmp_path):
    settings.HOME = tmp_path
    (tmp_path / "keys").mkdir()
    record(noted(), at=AT)
    refused("demo.home_in_use", "small")
    with pytest.raises(Refused):
        build()
    assert not is_demo()
    assert not Account.objects.exists()
    assert not (tmp_path / FILE).exists()


def test_the_mark_counts_as_the_first_entry_alone():
    record(noted(), at=AT)
    record(noted("authority/demo", size="small"), at=AT)
    assert not is_demo()
    assert demo_size() == ""


def test_a_demo_keeps_its_size():
    mark_as_demo("small", BY, AT)
    mark_as_demo("small", BY, AT)
    assert LedgerEntry.objects.count() == 1
    refused("demo.other_size", "year")


def test_only_a_demo_lets_an_approving_role_in_without_a_second_factor():
    head = Standing(person="p-1", grants=(Grant(role=Role.UNIT_HEAD, unit="b-1"),))
    assert permission.must_use_second_factor(permission.asker_of(head, at=AT))
    mark_as_demo("small", BY, AT)
    assert not permission.must_use_second_factor(permission.asker_of(head, at=AT))


def test_every_account_opens_with_the_password_of_this_home(demo):
    password = (demo / FILE).read_text("ascii").strip()
    assert (demo / FILE).stat().st_mode & 0o777 == 0o600
    assert len(password) >= 16
    assert all(is_password_of(account_id_of(account.username), password) for account in ACCOUNTS)
    assert not is_password_of(account_id_of("mau-ky-thuat"), "mau-ky-thuat")
    assert doors_are_open()
    assert is_built()


def test_a_lost_password_file_is_made_anew_with_the_next_building(demo):
    before = (demo / FILE).read_text("ascii").strip()
    (demo / FILE).unlink()
    assert not is_built()
    assert build() is False
    after = (demo / FILE).read_text("ascii").strip()
    assert after != before
    assert not is_password_of(account_id_of("mau-thu-ly"), before)
    assert is_password_of(account_id_of("mau-thu-ly"), after)


def test_the_dossiers_belong_to_a_body_so_that_scopes_hold(demo):
    def seen(role: Role) -> int:
        return Dossier.objects.within(permission.scope(asker(role), "dossier.read")).count()

    in_line = (Role.TTHC_CONTROL, Role.UNIT_HEAD, Role.CLERK, Role.INSPECTOR)
    others = (Role.COUNCIL_MEMBER, Role.BUSINESS_ADMIN, Role.TECHNICAL_ADMIN)
    assert {role: seen(role) for role in in_line} == dict.fromkeys(in_line, 3000)
    assert {role: seen(role) for role in others} == dict.fromkeys(others, 0)
    assert 0 < seen(Role.CASE_OFFICER) < 3000  # those that they hold or have handled, by matched names


def test_an_officer_and_a_head_of_a_division_see_what_is_theirs_and_no_more(demo):
    def seen(role: Role) -> set[str]:
        rows = Dossier.objects.within(permission.scope(asker(role), "dossier.read"))
        return set(rows.values_list("id", flat=True))

    whole = Dossier.objects.whole()
    officer, head = seen(Role.CASE_OFFICER), seen(Role.DIVISION_HEAD)
    assert head == set(whole.filter(unit=branch_name(0)).values_list("id", flat=True))
    assert 0 < len(officer) < len(head)
    assert officer <= head
    assert set(whole.filter(holder_person=person_name(0, 4)).values_list("id", flat=True)) <= officer


def test_figures_are_read_by_those_who_may_and_each_of_its_body(demo):
    council = figures_for(asker(Role.COUNCIL_MEMBER))
    assert council["processes.commune"] == 183
    assert council["complaints.verifying"] == 45
    assert len(council) == 13
    assert set(figures_for(asker(Role.UNIT_HEAD))) == {
        "reprimands", "lessons_reviews", "collective_reviews", "dossiers_per_year",
    }  # fmt: skip
    assert figures_for(asker(Role.CASE_OFFICER)) == {}
    assert figures_for(asker(Role.TECHNICAL_ADMIN)) == {}
    assert figures_for(permission.asker(None, at=AT)) == {}
