"""`baro catalogue`: counts the faults of a file, records it only when told from when on, and names what cannot be read."""

import io
import json

import pytest

from baro.app.commands import catalogue
from baro.channels.shell.exit_codes import ExitCode
from baro.records.models import ProcedureRow
from baro.rules.prescribed.refusals import Refused

pytestmark = pytest.mark.django_db


def told(*words: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    return catalogue.main(words, out, err), out.getvalue(), err.getvalue()


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "cong.jsonl"
    path.write_text(json.dumps({"ma_thu_tuc": "1.1", "ten_thu_tuc": "Cấp giấy"}), "utf-8")
    return path


def test_faults_are_counted_and_nothing_is_recorded(file):
    code, out, _ = told(str(file))
    assert code == ExitCode.DONE
    assert "1 thủ tục, 1 có điểm cần hỏi lại" in out
    assert "     1  Không nêu thời hạn" in out
    assert not ProcedureRow.objects.exists()


def test_it_is_recorded_from_a_day(file):
    code, out, _ = told(str(file), "--from", "01/03/2026")
    assert (code, ProcedureRow.objects.get().valid_from.isoformat()) == (ExitCode.DONE, "2026-03-01")
    assert "Đã ghi: 1 mới, 0 đổi, 0 như cũ; 0 không có trong tệp." in out


def test_a_line_that_cannot_be_read_is_named_and_nothing_is_recorded(file):
    file.write_text(file.read_text("utf-8") + "\n{hỏng", "utf-8")
    code, _, err = told(str(file), "--from", "01/03/2026")
    assert (code, ProcedureRow.objects.exists()) == (ExitCode.INPUT_REFUSED, False)
    assert err.startswith("Dòng 2: không phải một đối tượng JSON trọn vẹn")


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(Refused, match="no_file"):
        told(str(tmp_path / "khong.jsonl"))


def test_a_day_that_is_none_is_not_understood(file):
    with pytest.raises((SystemExit, Refused)):
        told(str(file), "--from", "31/02/2026")
