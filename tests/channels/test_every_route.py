"""Every route for every role, through the real gate and the real view: let in exactly where the rights told by hand say.

The world is empty: what a page answers to somebody let in is told below, route by route; to anybody else the answer is
403 with a sentence, 401 without a key, the page of sign-in without a session, and 404 where no door is named.
"""

import pytest
from allauth.mfa.models import Authenticator
from django.http import HttpResponse
from django.test import Client
from django.urls import get_resolver, path, reverse
from django.urls.converters import IntConverter

from baro.app import urls as addresses
from baro.desk.api_keys import issue_key
from baro.desk.by import by_program
from baro.records.models import Dossier
from baro.records.scoped import Unscoped
from baro.rules.prescribed.policy.doors import ROUTES
from baro.rules.prescribed.policy.roles import APPROVING, GRANTABLE, Role
from channels.web.imports.people import AT, person
from rules.prescribed.policy.rights_as_told import lets_somewhere

pytestmark = pytest.mark.django_db
_POSTED = {
    "set_language",
    "procedures_receive", "source_names_match", "source_names_receive",
    "import_upload", "import_mapped", "import_again", "import_receive", "import_drop", "import_settle", "import_approve",
    "end_session",
    "sheet_check", "sheet_receive", "body_hand",
    "proposal_approve", "proposal_refuse", "proposal_withdraw", "proposal_carry_out", "api:deliver", "api:receive",
    "api:drop_import", "api:weigh_theirs", "api:settle_conflicts", "api:match_source_names",
    "api:new_body", "api:new_term", "api:correct_term", "api:preview_closing", "api:close_body",
    "api:new_person", "api:rename_person", "api:tell_held", "api:end_held", "api:correct_held",
    "api:ask", "api:answer", "api:judge", "api:explain", "api:freeze", "api:conclude", "api:done",
    "api:assign", "api:tell", "api:take_back", "api:add_paper", "api:send_copy", "api:reuse_copy", "api:push_copy", "api:withdraw_paper", "api:give_target", "api:report_actual", "api:revise_plan", "api:withdraw_given", "api:open_joint", "api:tell_joint", "api:correct_told",
    "api:add_joint_procedure", "api:new_joint_version", "api:add_coordination_rule", "api:end_coordination_rule",
    "api:open_book", "api:receive_into", "api:tell_step", "api:take_back_step",
    "api:propose_upward", "api:tell_of_upward", "api:take_back_of_upward",
    "api:tell_of_obligation", "api:add_obligation", "api:end_of_obligation", "api:take_back_of_obligation",
    "api:propose_to_simplify", "api:decide_on_simplification", "api:take_back_of_simplification", "api:receive_publication",
    "api:approve_process", "api:new_version", "api:publish", "api:end_process", "api:know_process",
    "api:begin_process_review", "api:record_reviewed",
    "api:enter_directive", "api:note_directive", "api:drop_directive",
    "api:know_notice", "api:save_view", "api:rename_view", "api:delete_view",
}  # fmt: skip
ANSWERS = {
    "set_language": 302, "start": 200, "imports": 200, "source_names": 200, "import_conflicts": 200, "import_upload": 409, "import_settle": 409, "api:batches": 200, "api:deliver": 422,
    "api:conflicts": 200, "api:drop_import": 400, "api:weigh_theirs": 422, "api:settle_conflicts": 422, "api:names_said": 422, "api:match_source_names": 422,
    "api:bodies": 200, "api:new_body": 422, "api:new_term": 422, "api:correct_term": 422, "api:preview_closing": 422, "api:close_body": 422,
    "api:work_of_mine": 200, "api:week": 200,
    "api:people": 200, "api:new_person": 422, "api:rename_person": 422, "api:tell_held": 422, "api:end_held": 422, "api:correct_held": 422,
    "health": 200, "api:openapi-json": 200, "organisation": 200, "origins": 200, "origins_export": 200, "mapped": 200, "sheets": 200, "sheet_template": 200,
    "sheet_export": 200, "sheet_check": 422, "sheet_receive": 422, "body_new": 200, "people": 200, "person_new": 200,
    "api:questions": 200, "api:ask": 422, "api:answer": 422, "api:judge": 422, "api:explanations": 422, "api:explain": 422, "api:briefings": 422,
    "api:freeze": 422, "api:conclude": 422, "api:conclusions": 200, "api:done": 422,
    "api:tasks": 200, "api:assign": 422, "api:tell": 422, "api:take_back": 422, "api:papers": 422, "api:add_paper": 422, "api:send_copy": 422,
    "api:reuse_copy": 422, "api:push_copy": 422, "api:withdraw_paper": 422, "api:targets": 200, "api:give_target": 422, "api:report_actual": 422, "api:revise_plan": 422, "api:withdraw_given": 422,
    "api:joints": 200, "api:joint_procedures": 200, "api:add_joint_procedure": 422, "api:new_joint_version": 422, "api:add_coordination_rule": 422, "api:end_coordination_rule": 422, "api:joint_counts": 200, "api:task_counts": 200, "api:open_joint": 422, "api:tell_joint": 422, "api:correct_told": 422, "api:book_list": 200, "api:open_book": 422, "api:receive_into": 422, "api:tell_step": 422, "api:take_back_step": 422,
    "api:upwards": 200, "api:propose_upward": 422, "api:tell_of_upward": 422, "api:take_back_of_upward": 422,
    "api:coordination_rules": 200, "api:obligation_times": 200, "api:tell_of_obligation": 422, "api:add_obligation": 422, "api:end_of_obligation": 422, "api:take_back_of_obligation": 422,
    "api:simplifications": 200, "api:propose_to_simplify": 422, "api:decide_on_simplification": 422, "api:take_back_of_simplification": 422, "api:matters": 200, "api:receive_publication": 422,
    "api:processes": 200, "api:approve_process": 422, "api:new_version": 422, "api:publish": 422, "api:end_process": 422,
    "api:process_reviews": 200, "api:begin_process_review": 422, "api:record_reviewed": 422,
    "api:directives": 200, "api:enter_directive": 422, "api:note_directive": 422, "api:drop_directive": 422,
    "api:notices": 200, "api:know_notice": 422, "api:saved_views": 200, "api:save_view": 422, "api:rename_view": 422, "api:delete_view": 400,
    "dossiers": 200, "briefing": 200, "signal_questions": 200, "joint": 200, "joint_counts": 200, "joint_open": 200, "joint_processes": 200, "joint_process_new": 200, "joint_rule_new": 200, "saved_view_new": 200, "my_work": 200, "notices": 200, "dossiers_export": 200, "proposals": 200, "grants": 200, "grant_give": 200, "denials": 200, "erasures": 200, "look_up": 200, "api:dossiers": 200, "api:procedures": 200, "procedures": 200, "books": 200, "book_open": 200, "procedures_export": 200, "processes": 200, "processes_export": 200, "processes_lacking": 200, "processes_clear": 200, "processes_clear_export": 200, "processes_alike": 200, "processes_alike_export": 200, "process_approve": 200, "procedures_receive": 422,
    "directives": 200, "directives_export": 200, "directive_new": 200, "tasks": 200, "tasks_export": 200, "task_counts": 200, "task_counts_export": 200, "tasks_clear": 200, "tasks_clear_export": 200, "matters": 200, "matters_export": 200, "task_new": 200, "targets": 200, "targets_export": 200, "target_new": 200, "reviews": 200, "review_new": 200, "process_drafts": 200, "process_drafts_export": 200, "process_draft_new": 200,
    "coordination": 200, "coordination_owed": 200, "coordination_export": 200, "upwards": 200, "upwards_export": 200, "upward_new": 200, "simplifications": 200, "simplifications_export": 200, "simplification_new": 200,
    "digitisation": 200,
}  # fmt: skip
"""What an empty world answers to who is let in; 404 elsewhere: no such delivery. Pages of one's own account and of
signing in are allauth's: of them only that the gate lets them pass."""
WEB = sorted(route for route in ROUTES if not route.startswith("api:"))
API = sorted(route for route in ROUTES if route.startswith("api:"))
ROLES = [*sorted(GRANTABLE), ""]


@pytest.fixture(autouse=True)
def _home(settings, tmp_path):
    settings.IMPORT_JOBS, settings.HOME = "by-hand", tmp_path
    (tmp_path / "keys").mkdir()
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }


def nobody_there(route: str) -> dict[str, object]:
    """What stands in a route's address for something that is not there."""
    space, _, name = route.rpartition(":")
    resolver = get_resolver().namespace_dict[space][1] if space else get_resolver()
    possible, _, _, converters = resolver.reverse_dict.getlist(name)[0]
    number = {"row": "2"}
    return {
        part: number.get(part, 0 if isinstance(converters[part], IntConverter) else "khong-co")
        for part in possible[0][1]
    }


def call(client: Client, route: str) -> HttpResponse:
    """Call a route the way its page or program does."""
    address = reverse(route, kwargs=nobody_there(route))
    if route == "api:deliver":
        return client.post(address, {"source": "khong-co"})
    if route in _POSTED:
        return client.post(address, "{}", content_type="application/json") if ":" in route else client.post(address)
    return client.get(address)


def told(role: str, route: str) -> bool:
    """What the rights by hand say of a door."""
    held = [Role(role)] if role else []
    return any(lets_somewhere(r, ROUTES[route]) for r in (*held, Role.SIGNED_IN, Role.ANONYMOUS))


def is_account(route: str) -> bool:
    """Say whether a page is of signing in or of one's own account."""
    return ROUTES[route] in {"page.sign_in", "account.read", "account.own"}


@pytest.mark.parametrize("role", ROLES)
def test_every_page_answers_a_role_as_told(client, role):
    account = person("lan", role)
    wrong = []
    for route in WEB:
        client.force_login(account)
        answer = call(client, route)
        if is_account(route):
            is_right = answer.status_code != 403 and "next=/" not in answer.get("Location", "")
        else:
            is_right = answer.status_code == (ANSWERS.get(route, 404) if told(role, route) else 403)
        if not is_right:
            wrong.append((route, answer.status_code))
    assert wrong == []


@pytest.mark.parametrize("role", ROLES)
def test_every_address_of_the_api_answers_a_role_as_told(client, role):
    person("may", role)
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {issue_key('may', by_program('p-goc'), AT).key}"
    answers = {route: call(client, route).status_code for route in API}
    assert answers == {route: ANSWERS.get(route, 404) if told(role, route) else 403 for route in API}


@pytest.mark.parametrize("route", [r for r in WEB if not ROUTES[r].startswith("page.")])
def test_who_is_not_signed_in_is_sent_to_sign_in(client, route):
    answer = call(client, route)
    assert (answer.status_code, answer["Location"].partition("?")[0]) == (302, reverse("account_login"))


@pytest.mark.parametrize("route", [r for r in API if not ROUTES[r].startswith("page.")])
def test_a_program_without_a_key_is_asked_for_one(client, route):
    client.force_login(person("lan", "tthc_control"))  # a session is no key
    assert call(client, route).status_code == 401


@pytest.mark.parametrize("role", sorted(APPROVING))
def test_who_approves_sets_up_a_second_factor_first(client, role):
    account = person("lan", role)
    Authenticator.objects.all().delete()
    client.force_login(account)
    for route in [r for r in WEB if not is_account(r) and not ROUTES[r].startswith("page.")]:
        assert call(client, route)["Location"] == reverse("second_factor_first")


def planted(request):
    """A view that somebody forgot to think about: no door, and rows without a scope."""
    return HttpResponse(str(Dossier.objects.count()))


@pytest.fixture
def _planted(monkeypatch):
    """Put the forgotten view among the addresses, as a page and under the API."""
    from django.urls import clear_url_caches, include

    forgotten = [path("quen", planted, name="planted")]
    api = ("api2/", include((forgotten, "api")))
    more = [*forgotten, path(*api)]
    monkeypatch.setattr(addresses, "urlpatterns", [*addresses.urlpatterns, *more])
    clear_url_caches()
    yield
    monkeypatch.undo()
    clear_url_caches()


@pytest.mark.usefixtures("_planted")
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("address", ["/quen", "/api2/quen"])
def test_a_planted_view_that_no_door_names_is_there_for_nobody(client, role, address):
    assert client.get(address).status_code == 404
    client.force_login(person("lan", role))
    assert client.get(address).status_code == 404


@pytest.mark.usefixtures("_planted")
def test_the_house_test_of_doors_sees_the_planted_view():
    from django.urls import get_resolver

    from house.test_doors import routes

    assert set(routes(get_resolver())) - set(ROUTES) == {"planted", "api:planted"}


@pytest.mark.usefixtures("_planted")
def test_a_planted_view_with_a_door_still_gets_no_row_without_a_scope(client, monkeypatch):
    monkeypatch.setitem(ROUTES, "planted", "start.read")
    client.force_login(person("lan", "tthc_control"))
    with pytest.raises(Unscoped):
        client.get("/quen")
