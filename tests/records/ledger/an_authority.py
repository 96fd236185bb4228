"""An authority of which every table holds rows, with a ledger as long as one likes: the demo authority, two deliveries that
contradict each other, one act of each kind that the demo lacks, and then complaints received and concluded."""

import io
import random
from datetime import UTC, date, datetime, timedelta

from app.bad_files import TIME, as_csv, good_rows
from baro.app.demo_authority import build_demo
from baro.app.importing import Asked, check_file
from baro.channels.shell.progress import Progress
from baro.desk.by import by_program
from baro.desk.import_sources import Description, describe_source
from baro.desk.imports import receive
from baro.records.erasure import erase
from baro.records.ledger.appending import tree_size
from baro.records.ledger.sequencer import sequence_pending
from baro.records.recording import record_all
from baro.rules.observed.acts import Act
from baro.rules.prescribed.places.city import LAND_OFFICE, RESOURCES

AT = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)
BY = by_program("thu-nghiem")
FOLDERS = ("store", "files", "keys", "log")
TERM = {"valid_from": "2024-01-02", "valid_to": None, "decision": "12/QĐ"}


def furnish(home):
    for folder in FOLDERS:
        (home / folder).mkdir(exist_ok=True)


def build(folder) -> None:
    """Record one act of each kind and more; the home is the one in the settings."""
    build_demo("small", AT, Progress(io.StringIO(), quiet=True))
    _deliveries(folder)
    record_all(list(_one_of_each()), at=AT)
    erase("compartment/c2", ground="consent_withdrawn", actor="u-1", second="u-2", at=AT)
    sequence_pending()


def complain(entries: int, name: str) -> None:
    """Record complaints, each received and later concluded, until there are so many entries; every five hundredth names
    somebody. `name` begins their ids."""
    missing = entries - tree_size()
    for low in range(0, max(0, missing + 1) // 2, 2_500):
        part = range(low, min((missing + 1) // 2, low + 2_500))
        acts = [_received(n, f"{name}{n}") for n in part] + [_concluded(n, f"{name}{n}") for n in part]
        record_all(acts[: entries - tree_size()], at=AT)
        sequence_pending()


def _deliveries(folder) -> None:
    describe_source(Description(code="mot-cua", name="Một cửa"), BY, AT)
    rows = good_rows(random.Random(3))
    corrected = [list(row) for row in rows[6:]]
    corrected[10][TIME] = corrected[10][TIME].replace("2024 0", "2024 1")
    for name, told in (("mot", rows[:-4]), ("hai", corrected)):
        file = _written(folder / f"{name}.csv", as_csv(told))
        check_file(Asked(ticket=name, file=file, source="mot-cua"), BY, AT, lambda _: None, lambda *_: None)
        receive(name, BY, AT)


def _written(file, text: str):
    file.write_text(text, encoding="utf-8")
    return file


def _one_of_each():
    day = "2026-03-01"
    yield _act("delegation.recorded", "person/p1", id="d1", person="p1", unit=LAND_OFFICE, role="ký thay", **TERM)
    yield _act("acting_head.recorded", "person/p1", id="a1", person="p1", unit=LAND_OFFICE, title="Phụ trách", **TERM)
    yield _act("leave_cover.recorded", "person/p1", id="l1", absent="p1", cover="p2", unit=LAND_OFFICE, **TERM)
    yield _act("handover.recorded", "body/b1", handover="h1", kind="dossier", item="d:1", body="b1", successor="b2",
               on=day, decision="3/QĐ")  # fmt: skip
    sealed = {"kind": "denunciation", "item": "t9", "body": "b1", "successor": "b2", "on": day, "decision": "3/QĐ"}
    yield _act(
        "denunciation.handed_over", "denunciation/t9", sealed | {"handler": "p1", "compartment": "c1"}, handover="h2"
    )
    yield _act("procedure.published", "procedure/1.1", code="1.1", version=1, name="Cấp giấy", decision="5/QĐ", field="Đất đai",
               levels=["Cấp tỉnh"], channels=[["counter", "5 ngày", "5", "calendar_day", "", ""]], steps="Bước 1",
               agencies="", bases=["1/2024/NĐ-CP"], valid_from=day)  # fmt: skip
    yield _act(
        "role.granted", "person/p1", grant="g1", person="p1", role="clerk", unit=LAND_OFFICE, delegated_by="", **TERM
    )
    for name in ("c1", "c2"):
        yield _act(
            "compartment.opened", f"compartment/{name}", {"kind": "denunciation", "unit": LAND_OFFICE}, compartment=name
        )
    yield _act("compartment.admitted", "compartment/c1", {"person": "p1", "decision": "4/QĐ"}, compartment="c1", member="m1",
               **{"from": day})  # fmt: skip
    yield _act("conflict.declared", "conflict/x", {"person": "p2", "unit": LAND_OFFICE}, conflict="k1", subject="x",
               is_head=False)  # fmt: skip
    yield _act(
        "proposal.made", "proposal/r1", proposal="r1", operation="dossier.void", subject="x", unit="", what="0" * 64
    )
    yield from _asked_and_told(day)
    yield from _written_down()
    yield from _told_and_known(day)
    yield from _views()
    yield from _papers(day)
    yield _act("api_key.issued", "api_key/i1", key="i1", account="acc", key_sha256="1" * 64)
    yield _act(
        "webhook.added", "webhook/w1", webhook="w1", account="acc", url="https://a.vn/tin", kinds=["briefing.frozen"]
    )


def _written_down():
    book = {"source": "so-xa", "body": LAND_OFFICE}
    yield _act("process.acknowledged", "process_known/p1", process="demo-qt-huyen-001")
    yield _act("dossier_book.opened", "dossier_book/so-xa", prefix="000.17", **book)
    step = {**book, "dossier": "so-xa:1", "happened_at": "2026-11-25T01:00:00.000000Z"}
    yield _act(
        "dossier.received", "recorded/r1", {"applicant": "Nguyễn Văn Thử"}, code="1", procedure="1.1", channel="Trực tiếp", requester="",
        number=1, place=1, activity="Tiếp nhận", kind="RECEIVED", **step,
    )  # fmt: skip
    yield _act(
        "dossier.worked", "recorded/r1", {"reason": "Vì thế."}, number=2, place=2, activity="Thẩm định", kind="WORKED",
        departs=True, **step,
    )  # fmt: skip
    back = {**book, "dossier": "so-xa:1", "step": "khong-co", "number": 2, "place": 3}
    yield _act("dossier.slip_taken_back", "recorded/r1", {"reason": "Ghi nhầm."}, **back)


def _asked_and_told(day: str):
    of = {"dossier": "d:1", "body": LAND_OFFICE}
    yield _act("signal.asked", "signal/s1", {"words": "Vì sao?"}, question="s1.1", signal=5, reply_by=day, **of)
    yield _act("signal.answered", "signal/s1", {"answer": "Vì thế."}, question="s1.1")
    yield _act("signal.judged", "signal/s1", {"reason": "Đủ."}, question="s1.1", verdict="explained")
    yield _act(
        "lateness.explained",
        "lateness/t1",
        {"words": "Chờ."},
        explanation="t1.1",
        cause="agency",
        promised_on=day,
        **of,
    )
    week = {"briefing": "b.2026-W09", "body": LAND_OFFICE, "monday": "2026-02-23"}
    figures = [["Phòng Một", [1, 1, 0, 2, 1, 0]]]
    yield _act(
        "briefing.frozen",
        "briefing/b.2026-W09",
        as_of="2026-02-27T03:00:00.000000Z",
        figures=figures,
        internal=figures,
        **week,
    )
    said = {"words": "Trả hồ sơ.", "lead": "Phòng Một"}
    yield _act("briefing.concluded", "conclusion/k1", said, conclusion="k1", due_on=day, **week)
    yield _act("briefing.carried_out", "conclusion/k1", {"result": "Xong."}, conclusion="k1", done_on=day)
    yield from _joint(day)
    yield from _tasks(day)
    yield from _targets(day)
    yield from _reviews(day)
    yield from _drafts(day)


def _joint(day: str):
    rule = {
        "unit": LAND_OFFICE,
        "name": "Quy chế",
        "number": "1/QC",
        "parties": [LAND_OFFICE, RESOURCES],
        "outside": [],
    }
    dated = {"signed_on": day, "valid_from": day}
    yield _act("coordination_rule.recorded", "coordination_rule/r1", rule="r1", **rule, **dated)
    yield _act("coordination_rule.ended", "coordination_rule/r1", rule="r1", last=day, number="2/QC")
    yield _act("obligation.recorded", "obligation/n1", obligation="n1", rule="r1", debtor=RESOURCES, creditor=LAND_OFFICE,
               task="Trả lời ý kiến", article="Điều 5", rhythm="asked", limit_value=5, limit_unit="working_day",
               valid_from=day)  # fmt: skip
    yield _act("obligation.asked", "obligation/n1", obligation="n1", number=1, kind="asked", teller=LAND_OFFICE,
               document="7/CV", on=day, about="", body="", until=None, corrects=0)  # fmt: skip
    yield _act("obligation.ended", "obligation/n1", obligation="n1", last=day)
    yield _act("upward.made", "upward/u1", upward="u1", unit=LAND_OFFICE, about="Tháo gỡ", document="8/TTr", on=day,
               to=RESOURCES, until=None)  # fmt: skip
    yield _act("simplification.proposed", "simplification/g1", {"what": "Bỏ bản sao", "reason": "Đã có dữ liệu"},
               simplification="g1", unit=LAND_OFFICE, procedure="1.1", name="Cấp giấy", document="9/TTr", on=day, papers=1, steps=0, days=0,
               cost=0)  # fmt: skip
    legs = [["1", RESOURCES, "Thẩm định", 5, "working_day", "", "", ""]]
    yield _act("joint_process.laid_down", "joint_process/lt1", process="lt1", version=1, lead=LAND_OFFICE, rule="r1",
               limit_value=9, limit_unit="working_day", legs=legs, decision="3/QĐ", **dated)  # fmt: skip
    parties = [LAND_OFFICE, RESOURCES]
    yield _act("joint.opened", "joint/j1", joint="j1", code="H1", process="lt1", version=1, lead=LAND_OFFICE,
               parties=parties)  # fmt: skip
    of = {"joint": "j1", "leg": "1", "document": "4/CV", "outcome": "", "parties": parties}
    told = (("sent", LAND_OFFICE), ("acknowledged", RESOURCES), ("returned", RESOURCES), ("sent", LAND_OFFICE))
    for number, (kind, teller) in enumerate(told, 1):
        yield _act(f"joint.{kind}", "joint/j1", {"words": "Thiếu bản vẽ."}, event=number, kind=kind, teller=teller,
                   corrects=0, is_void=False, **of)  # fmt: skip
    yield _act("joint.corrected", "joint/j1", {"words": "Nhầm."}, event=5, kind="sent", teller=LAND_OFFICE, corrects=4,
               is_void=True, **of)  # fmt: skip


def _tasks(day: str):
    directive = {
        "directive": "v1",
        "body": LAND_OFFICE,
        "source": "council",
        "number": "1/KL",
        "issuer": "Đoàn",
        "implements": "",
    }
    yield _act("directive.recorded", "directive/v1", {"subject": "Kết luận"}, **directive, addressees=[LAND_OFFICE],
               signed_on=day, acknowledge_by="")  # fmt: skip
    yield _act("directive.acknowledged", "directive/v1", directive="v1", unit=LAND_OFFICE, on=day)
    parties = [RESOURCES, LAND_OFFICE]
    given = {
        "assigner": RESOURCES,
        "lead": LAND_OFFICE,
        "coordinating": [],
        "source": "council",
        "directive": "v1",
        "parent": "",
    }
    yield _act(
        "task.given",
        "task/t1",
        {"content": "Báo cáo"},
        task="t1",
        **given,
        assigned_on=day,
        due_on=day,
        arose_on=day,
        parties=parties,
    )
    told = (
        ("accepted", LAND_OFFICE, 0),
        ("submitted", LAND_OFFICE, 0),
        ("approved", RESOURCES, 0),
        ("voided", RESOURCES, 3),
    )
    for number, (kind, teller, voids) in enumerate(told, 1):
        yield _act(f"task.{kind}", "task/t1", {"words": "Xong."}, task="t1", event=number, kind=kind, on=day, teller=teller,
                   document="", due_on="", holder="", quality="met" if kind == "approved" else "", voids=voids,
                   reopens=bool(voids), parties=parties)  # fmt: skip
    yield _act("directive.withdrawn", "directive/v1", {"reason": "Nhầm."}, directive="v1")


def _targets(day: str):
    told = {"body": LAND_OFFICE, "assigner": RESOURCES, "directive": "", "code": "CT1", "name": "Đúng hạn", "unit": "%"}
    of = {"baseline": "80", "plan": "95.5", "direction": "up", "source": "", "first": day, "last": day}
    yield _act("target.set", "target/c1", target="c1", **told, **of)
    yield _act("target.revised", "target/c1", target="c1", number=1, plan="90", document="2/QĐ")
    yield _act("target.reported", "target/c1", target="c1", number=1, upto=day, value="91.2", source="7/BC")
    yield _act("target.withdrawn", "target/c1", {"reason": "Nhầm."}, target="c1")


def _reviews(day: str):
    told = {"unit": RESOURCES, "name": "Rà soát", "document": "1/KH", "processes": ["q1", "q2"]}
    yield _act("review.begun", "review/s1", campaign="s1", begins_on=day, due_on=day, **told)
    said = {"words": "Không còn dùng."}
    yield _act(
        "review.found", "review/s1", said, campaign="s1", number=1, processes=["q1", "q2"], found="repeal", on=day
    )


def _drafts(day: str):
    told = {"unit": RESOURCES, "kind": "internal", "code": "QT-9", "name": "Sao lục", "replaces": ""}
    yield _act("process_draft.begun", "process_draft/n1", {"reason": "Chưa có."}, draft="n1", **told)
    of = {
        "draft": "n1",
        "table": "",
        "by_day": day,
        "opinion": "agrees",
        "document": "",
        "process": "",
        "bodies": [LAND_OFFICE],
    }
    for number, kind in enumerate(("asked", "said", "appraised", "dropped"), 1):
        yield _act(f"process_draft.{kind}", "process_draft/n1", {"words": "Được."}, number=number, kind=kind, **of)


def _told_and_known(day: str):
    known = {"person": "u-1", "kind": "dossiers_late", "until": "2026-03-01T03:00:00.000000Z"}
    stream, said = "notice/u-1.dossiers_late", {"reason": "Đang làm."}
    yield _act("notice.acknowledged", stream, said, count=3, next_on=day, **known)
    yield _act("notice.acknowledged", stream, said, count=5, next_on="", **known)
    yield _act("notice.mailed", "notice-mail/u-1", person="u-1", day=day, counts={"dossiers_late": 5})


def _papers(day: str):
    of = {"dossier": "mot-cua:1", "source": "mot-cua", "paper": "g.1"}
    yield _act(
        "paper.named", "paper/g", {"title": "Giấy của bà Thử"}, body=LAND_OFFICE, number=1, part="component", **of
    )
    signed = {"integrity": "intact", "signatures": [{"at": "", "integrity": "intact", "trust": "no_roots"}]}
    copy = {"file": "", "size": 1, "is_cleaned": False, "of": "x.1", "of_part": "result"} | signed
    yield _act("paper.reused", "paper/g", {"file_name": "thu.pdf", "signers": '["Bà Thử"]'}, **copy, **of)
    yield _act("paper.checked", "paper/g", {"signers": '["Bà Thử"]'}, **signed, **of)
    yield _act("paper.pushed", "paper/g", store="national", on=day, reference="KQ-1", **of)
    yield _act("paper.withdrawn", "paper/g", {"reason": "Nhầm."}, **of)


def _views():
    for number, name in (("1", "Quá hạn"), ("2", "Phòng Một")):
        yield _act("view.saved", "view/v", {"name": name, "address": "?cot=hen-tra"}, view=f"v.{number}", owner="p1")
    yield _act("view.renamed", "view/v", {"name": "Chưa xong"}, view="v.1")
    yield _act("view.deleted", "view/v", view="v.2")


def _act(kind: str, stream: str, personal=None, /, **data) -> Act:
    return Act(type=kind, stream=stream, actor="u-1", occurred_at=AT, data=data, personal=personal or {}, source="api")


def _day(n: int) -> str:
    return (date(2024, 1, 2) + timedelta(days=n % 700)).isoformat()


def _received(n: int, key: str) -> Act:
    told = {"unit": RESOURCES, "code": f"{n}/KN", "kind": "complaint", "handler": f"u-{n % 90}", "compartment": ""}
    personal = {"late_reason": f"Nguyễn Văn {n}"} if n % 500 == 0 else None
    return _act("petition.received", f"petition/{key}", personal, petition=key, received_on=_day(n), **told)


def _concluded(n: int, key: str) -> Act:
    return _act("petition.concluded", f"petition/{key}", petition=key, on=_day(n + 30))
