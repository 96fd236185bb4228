"""Programs are told what happened: signed, in order, tried again, given up aloud, never more than their owner may read."""

import base64
import hmac
import json
import logging
import re
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from app.deliveries import AT, bring
from baro.app.home_settings import HomeSettings
from baro.channels.api.webhooks import sending
from baro.channels.api.webhooks.worker import tell_programs
from baro.channels.wording.webhook_states import state_told
from baro.desk.by import by_program
from baro.desk.import_sources import Description, describe_source
from baro.desk.webhooks import add_webhook, end_webhook, resume_webhook
from baro.records.ledger.sequencer import sequence_pending
from baro.records.models import Account, Dossier, LedgerEntry, RoleGrant, WebhookProgress
from baro.records.queries.webhooks import webhooks_told
from baro.records.recording import record
from baro.records.row_security.session import system
from baro.rules.observed.acts import Act
from baro.rules.observed.webhooks import DELAYS, EventKind
from baro.rules.prescribed.refusals import Refused
from channels.api.a_receiver import a_receiver
from channels.web.dossiers.test_pages import LATE, rows
from channels.web.imports.people import person

KEEPER = by_program("goc")
NOW = datetime(2026, 12, 1, 3, 0, tzinfo=UTC)
ALL = tuple(EventKind)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    settings.HOME = tmp_path
    settings.HOME_SETTINGS = HomeSettings(webhook_http=True)
    (tmp_path / "keys").mkdir()
    describe_source(Description(code="mot-cua", name="Một cửa", unit="b-so"), KEEPER, AT)
    bring(tmp_path, "mot", rows(), KEEPER)
    with system():
        Dossier.objects.whole().filter(code=LATE).update(signals=1 << 3)
    person("doc", "api_reader", "b-so")


@pytest.fixture
def receiver():
    with a_receiver() as told:
        yield told


def subscribe(receiver, account: str = "doc", kinds=ALL):
    return add_webhook(account, receiver.url, kinds, KEEPER, AT, plain_http=True)


def ask(number: int = 1, body: str = "b-so") -> str:
    """A unit is asked; the entry's id."""
    data = {
        "question": f"q{number}.1",
        "dossier": f"mot-cua:{LATE}",
        "body": body,
        "signal": 3,
        "reply_by": "2199-12-31",
    }
    act = Act(
        type="signal.asked", stream=f"signal/q{number}", actor="p-hoi", occurred_at=AT, data=data,
        personal={"words": "Ai giữ hồ sơ của ông Nguyễn Văn Mạo?"},
    )  # fmt: skip
    return record(act, at=AT).entry_id


def tell(at: datetime = NOW) -> int:
    sequence_pending()
    return tell_programs(lambda: at)


def signed(secret: str, headers: dict[str, str], body: bytes) -> str:
    key = base64.b64decode(secret.removeprefix("whsec_"))
    whole = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    return "v1," + base64.b64encode(hmac.new(key, whole, sha256).digest()).decode()


def test_what_happens_is_told_signed_and_without_a_person_or_a_word(receiver):
    added = subscribe(receiver)
    entry = ask()
    assert tell() == 1
    ((headers, body),) = receiver.got
    assert headers["webhook-signature"] == signed(added.secret, headers, body)
    assert (headers["webhook-id"], headers["webhook-timestamp"]) == (entry, str(int(NOW.timestamp())))
    told = json.loads(body)
    assert (told["id"], told["type"]) == (entry, "question.asked")
    index = told["data"].pop("index")
    assert told["data"] == {
        "question": "q1.1", "dossier": f"mot-cua:{LATE}", "body": "b-so", "signal": "R03", "reply_by": "2199-12-31", "entry": entry,
        "links": {"api": "/api/v1/questions/q1.1", "page": f"/ho-so/mot-cua:{LATE}/"},
    }  # fmt: skip
    assert index == LedgerEntry.objects.count() - 1
    assert "Mạo" not in body.decode()
    assert "p-hoi" not in body.decode()
    assert tell() == 0


def test_the_example_of_the_how_to_believes_it_and_nothing_altered_or_old(receiver):
    page = (Path(__file__).parents[3] / "docs" / "how-to" / "receive-webhooks.md").read_text("utf-8")
    told: dict = {}
    exec(re.findall(r"```python\n(.*?)```", page, re.DOTALL)[0], told)
    added, _ = subscribe(receiver), ask()
    tell()
    ((headers, body),) = receiver.got
    believes, now = told["is_from_ba_ro"], NOW.timestamp()
    assert believes(added.secret, headers, body, now)
    assert not believes(added.secret, headers, body.replace(b"R03", b"R04"), now)
    assert not believes(added.secret, headers | {"webhook-id": "khac"}, body, now)
    assert not believes(added.secret, headers, body, now + 301)
    assert not believes("whsec_" + base64.b64encode(b"x" * 32).decode(), headers, body, now)


def test_every_kind_is_told_in_the_order_of_the_ledger(receiver, tmp_path):
    person("xem", "tthc_control", "b-so")
    subscribe(receiver, "xem")
    ask()
    bring(tmp_path, "hai", rows()[:-1], KEEPER)
    for kind, personal, data in (
        ("signal.answered", {"answer": "Vì thiếu người."}, {}),
        ("signal.judged", {"reason": "Có văn bản."}, {"verdict": "explained"}),
    ):
        record(
            Act(
                type=kind,
                stream="signal/q1",
                actor="p",
                occurred_at=AT,
                personal=personal,
                data={"question": "q1.1", **data},
            ),
            at=AT,
        )
    week = {
        "briefing": "b-so.2024-W10",
        "body": "b-so",
        "monday": "2024-03-04",
        "as_of": "2024-03-09T03:00:00.000000Z",
        "figures": [],
    }
    record(Act(type="briefing.frozen", stream="briefing/b-so.2024-W10", actor="p", occurred_at=AT, data=week), at=AT)
    assert tell() == 5
    told = [json.loads(body) for _, body in receiver.got]
    assert [one["type"] for one in told] == [
        "question.asked", "delivery.received", "question.answered", "question.settled", "briefing.frozen",
    ]  # fmt: skip
    assert (told[1]["data"]["source"], told[3]["data"]["verdict"], told[4]["data"]["week"]) == (
        "mot-cua",
        "explained",
        "2024-W10",
    )
    assert told[1]["data"]["links"]["page"].startswith("/nhap-du-lieu/lan-nhap/")
    assert sorted(one["data"]["index"] for one in told) == [one["data"]["index"] for one in told]


def test_only_the_kinds_that_were_asked_for_are_told(receiver):
    subscribe(receiver, kinds=("briefing.frozen",))
    ask()
    assert tell() == 0
    assert WebhookProgress.objects.get().next_index == LedgerEntry.objects.count()


def test_nothing_is_told_that_the_owner_may_not_read(receiver):
    person("khac", "api_reader", "b-khac")
    person("gui", "api_client", "b-so")
    for account in ("khac", "gui"):
        subscribe(receiver, account)
    ask()
    assert tell() == 0
    ask(2, body="b-khac")
    tell()
    assert [json.loads(body)["data"]["body"] for _, body in receiver.got] == ["b-khac"]


def test_rights_are_those_of_the_moment_of_telling(receiver):
    subscribe(receiver)
    ask()
    RoleGrant.objects.filter(person="p-doc").delete()
    assert tell() == 0
    assert receiver.got == []


def test_an_account_that_is_closed_is_told_nothing_and_goes_on_when_it_is_opened(receiver):
    subscribe(receiver)
    Account.objects.filter(username="doc").update(is_active=False)
    ask()
    assert tell() == 0
    assert "Tài khoản đã khóa" in state_told(webhooks_told()[0])
    Account.objects.filter(username="doc").update(is_active=True)
    assert tell() == 1


def test_what_was_before_is_not_told_and_what_came_while_nobody_told_is(receiver):
    ask()
    subscribe(receiver)
    later = [ask(number) for number in (2, 3, 4)]
    assert tell() == 3
    assert receiver.ids == later
    assert "Đã gửi 3 tin, lần cuối 01/12/2026 10:00." in state_told(webhooks_told()[0])


def test_what_failed_is_tried_again_first_after_growing_delays_and_under_the_same_id(receiver):
    subscribe(receiver)
    first, second = ask(1), ask(2)
    receiver.answers = [500, 503]
    at = NOW
    assert tell(at) == 0
    assert "Không gửi được 1 lần (bên nhận trả lời 500), thử lại lúc 01/12/2026 10:00" in state_told(webhooks_told()[0])
    assert tell(at + DELAYS[0] / 2) == 0
    assert len(receiver.got) == 1
    at += DELAYS[0]
    assert tell(at) == 0
    assert tell(at + DELAYS[1] / 2) == 0
    assert tell(at + DELAYS[1]) == 2
    assert receiver.ids == [first, first, first, second]
    assert len({headers["webhook-timestamp"] for headers, _ in receiver.got}) == 3
    assert WebhookProgress.objects.get().failures == 0


def test_it_is_given_up_aloud_and_goes_on_when_told_to(receiver, caplog):
    added = subscribe(receiver)
    first, second = ask(1), ask(2)
    receiver.answers, at = [500] * (len(DELAYS) + 1), NOW
    with caplog.at_level(logging.WARNING, "baro.webhooks"):
        for delay in (*DELAYS, timedelta(days=9)):
            tell(at)
            at += delay
    assert "given up" in caplog.text
    assert receiver.ids == [first] * (len(DELAYS) + 1)
    assert tell(at) == 0
    assert f"baro webhook retry {added.id}" in state_told(webhooks_told()[0])
    resume_webhook(added.id, KEEPER, AT)
    assert tell(at) == 2
    assert receiver.ids[-2:] == [first, second]


def test_what_the_receiver_cannot_take_is_left_out_on_demand(receiver):
    added = subscribe(receiver)
    _, second = ask(1), ask(2)
    receiver.answers = [400]
    tell()
    resume_webhook(added.id, KEEPER, AT, skip=True)
    assert tell() == 1
    assert receiver.ids[-1] == second


def test_a_receiver_that_is_gone_is_not_asked_again(receiver):
    subscribe(receiver)
    ask()
    receiver.answers = [410]
    tell()
    assert WebhookProgress.objects.get().given_up_at is not None


def test_one_that_fails_holds_no_other_back(receiver):
    person("hai", "api_reader", "b-so")
    subscribe(receiver)
    with a_receiver() as other:
        subscribe(other, "hai")
        entry = ask()
        receiver.answers, other.answers = [500], []
        assert tell() == 1
        assert other.ids == [entry]


def test_no_redirect_is_followed(receiver):
    subscribe(receiver)
    ask()
    receiver.answers = [302]
    assert tell() == 0
    assert len(receiver.got) == 1


def test_one_sender_has_it_in_hand_until_it_dies(receiver):
    subscribe(receiver)
    tell()
    ask()
    WebhookProgress.objects.update(held_until=NOW + timedelta(seconds=30))
    assert tell() == 0
    assert tell(NOW + timedelta(seconds=31)) == 1


def test_a_sender_killed_after_sending_sends_again_under_the_same_id(receiver):
    subscribe(receiver)
    entry = ask()
    tell()
    place = WebhookProgress.objects.get().next_index
    WebhookProgress.objects.update(next_index=place - 1)  # as if the machine had stopped before it was kept
    assert tell() == 1
    assert receiver.ids == [entry, entry]


def test_a_receiver_that_answers_drop_by_drop_holds_nobody(receiver, monkeypatch):
    monkeypatch.setattr(sending, "WHOLE", 0.3)
    receiver.drips = True
    begun = datetime.now(UTC)  # noqa: TID251 the test measures
    outcome = sending.send(receiver.url, {}, b"{}", plain_http=True)
    assert outcome.reason
    assert datetime.now(UTC) - begun < timedelta(seconds=3)  # noqa: TID251


def test_nobody_there_is_a_reason(receiver):
    assert "không kết nối được" in sending.send("http://127.0.0.1:9/x", {}, b"", plain_http=True).reason


@pytest.mark.parametrize("address", ["http://8.8.8.8/x", "http://169.254.169.254/x", "http://0.0.0.0/x"])
def test_without_tls_only_private_networks_are_sent_to(address):
    assert "không thuộc máy này" in sending.send(address, {}, b"", plain_http=True).reason


def test_without_the_setting_nothing_goes_without_tls(receiver, settings):
    subscribe(receiver)
    ask()
    settings.HOME_SETTINGS = HomeSettings()
    assert tell() == 0
    assert receiver.got == []
    with pytest.raises(Refused, match="webhook.not_https"):
        add_webhook("doc", receiver.url, ALL, KEEPER, AT)


@pytest.mark.parametrize(
    ("url", "kinds", "code"),
    [
        ("ftp://a.vn/x", ALL, "webhook.url"),
        ("https:///x", ALL, "webhook.url"),
        ("https://lan:mat-khau@a.vn/x", ALL, "webhook.url"),
        ("https://a.vn/x?khoa=1", ALL, "webhook.url"),
        ("https://a.vn:abc/x", ALL, "webhook.url"),
        ("https://a.vn/x y", ALL, "webhook.url"),
        ("https://a.vn/x", (), "webhook.kinds"),
        ("https://a.vn/x", ("moi.thu",), "webhook.kinds"),
    ],
)
def test_an_address_or_a_kind_that_will_not_do_is_refused(url, kinds, code):
    with pytest.raises(Refused, match=code):
        add_webhook("doc", url, kinds, KEEPER, AT, plain_http=True)


def test_one_that_has_ended_is_told_no_more_and_cannot_end_twice(receiver):
    added = subscribe(receiver)
    end_webhook(added.id, KEEPER, AT)
    ask()
    assert tell() == 0
    assert "Đã thôi báo tin" in state_told(webhooks_told()[0])
    for act in (end_webhook, resume_webhook):
        with pytest.raises(Refused, match="webhook.none"):
            act(added.id, KEEPER, AT)


def test_the_secret_lies_in_no_entry_and_is_ones_own(receiver):
    one, other = subscribe(receiver), subscribe(receiver)
    assert one.secret != other.secret
    bodies = b"".join(bytes(entry.body) for entry in LedgerEntry.objects.all())
    assert base64.b64decode(one.secret.removeprefix("whsec_")) not in bodies
    assert one.secret.encode() not in bodies
