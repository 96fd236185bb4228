"""What `baro judge` counts: the period asked for, the process in force for the procedure on the day, the dossiers asked for."""

import json

import pytest

from app.inputs import a_log, a_process, judge, summary
from baro.channels.exports.write_all import FILES

FIRST_HALF = ("H1", "", ("26/06/2024", "27/06/2024", "28/06/2024"))
ACROSS = ("H2", "", ("28/06/2024", "01/07/2024", "02/07/2024"))
SECOND_HALF = ("H3", "", ("03/07/2024", "04/07/2024", "05/07/2024"))


def test_the_report_lies_where_it_was_asked_for_and_the_first_sentence_is_printed(tmp_path):
    code, out, err = judge(tmp_path)
    assert code == 0
    assert sorted(path.name for path in (tmp_path / "bao-cao").iterdir()) == sorted(FILES)
    assert out.splitlines()[-1] == f"Báo cáo: {tmp_path / 'bao-cao' / 'report.html'}"
    assert err.splitlines()[0] == "Đọc quy trình, đơn vị và lịch …"


def test_with_json_nothing_but_the_summary_is_said(tmp_path):
    code, out, err = judge(tmp_path, "--json")
    assert (code, err) == (0, "")
    assert out == (tmp_path / "bao-cao" / "summary.json").read_text("utf-8")
    assert json.loads(out)["log"] == {"cases": 1, "events": 3, "distinct_traces": 1}


@pytest.mark.parametrize(
    ("period", "log", "form"),
    [
        ("01/01/2024..30/06/2024", {"cases": 2, "events": 4}, {"received": 2, "new": 2, "resolved": 1, "pending": 1}),
        ("01/07/2024..31/12/2024", {"cases": 3, "events": 9}, {"received": 2, "new": 1, "carried": 1, "resolved": 2}),
        ("2024-07-05..2024-07-05", {"cases": 3, "events": 9}, {"received": 1, "carried": 1, "resolved": 1}),
        ("01/08/2024..31/08/2024", {"cases": 3, "events": 9}, {}),
    ],
)
def test_only_the_period_is_counted_as_it_stood_on_its_last_day(period, log, form, tmp_path):
    told = summary(tmp_path, "--period", period, log=a_log(tmp_path, FIRST_HALF, ACROSS, SECOND_HALF))
    assert {k: told["log"][k] for k in log} == log
    counted = ("received", "new", "carried", "resolved", "pending")
    units = told["units"] or [dict.fromkeys(counted, 0)]
    assert {k: units[0][k] for k in counted} == dict.fromkeys(counted, 0) | form


def test_looked_at_from_an_earlier_moment_the_rest_has_not_happened(tmp_path):
    log = a_log(tmp_path, FIRST_HALF, ACROSS)
    told = summary(tmp_path, "--as-of", "28/06/2024 09:00", log=log)
    assert told["as_of"] == "2024-06-28T09:00:00+07:00"
    assert told["log"]["events"] == 4
    whole_day = summary(tmp_path, "--as-of", "28/06/2024", log=log)
    assert whole_day["as_of"] == "2024-06-28T23:59:59.999000+07:00"


def test_a_dossier_is_judged_by_the_process_of_its_procedure_in_force_on_its_day(tmp_path):
    two, three = ("Tiếp nhận hồ sơ", "Có kết quả"), ("Tiếp nhận hồ sơ", "Thẩm định", "Có kết quả")
    processes = [
        a_process(tmp_path, "QT-CU", two, Thủ_tục="1.012766", Hiệu_lực_từ="01/01/2024", Hiệu_lực_đến="30/06/2024"),
        a_process(tmp_path, "QT-MOI", three, Thủ_tục="1.012766", Hiệu_lực_từ="01/07/2024"),
        a_process(tmp_path, "QT-CHUNG", ("Tiếp nhận hồ sơ",), Hiệu_lực_từ="01/02/2024"),
    ]
    days = {"before": ("28/06/2024", "01/07/2024", "02/07/2024"), "after": ("01/07/2024", "02/07/2024", "03/07/2024")}
    dossiers = {
        "H1": ("1.012766", days["before"], 1),  # the old version: one step too many
        "H2": ("1.012766", days["after"], 0),
        "H3": ("1.013988", days["after"], 2),  # no process of its own: the one for any procedure
    }
    for code, (procedure, on, cost) in dossiers.items():
        told = summary(tmp_path, log=a_log(tmp_path, (code, procedure, on)), process=processes)
        assert told["conformance"]["total_cost"] == cost, code
    early = a_log(tmp_path, ("H4", "1.013988", ("02/01/2024", "03/01/2024", "04/01/2024")))
    assert summary(tmp_path, log=early, process=processes)["conformance"]["not_judged"] == 1


def test_processes_may_be_given_together_or_one_by_one(tmp_path):
    one, two = a_process(tmp_path, "QT-01"), a_process(tmp_path, "QT-02", Thủ_tục="1.012766")
    together = summary(tmp_path, process=[one, two])
    assert summary(tmp_path, "--process", two, process=[one]) == together
    assert [s["name"] for s in together["sources"]] == ["nhat-ky.csv", "QT-01.csv", "QT-02.csv"]


def test_a_dossier_asked_for_is_opened_in_the_report(tmp_path):
    days = ("01/07/2024", "02/07/2024", "03/07/2024")
    log = a_log(tmp_path, *((f"HS-{k:03}", "", days) for k in range(1, 6)))
    judge(tmp_path, log=log)
    assert "HS-005" not in (tmp_path / "bao-cao" / "report.html").read_text("utf-8")
    judge(tmp_path, "--case", "HS-005", log=log)
    assert "HS-005" in (tmp_path / "bao-cao" / "report.html").read_text("utf-8")
