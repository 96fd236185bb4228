"""`baro ledger verify`: the whole check of the records, told in sentences."""

from argparse import Namespace
from typing import TYPE_CHECKING, TextIO

from baro.app.big_arrays import big_arrays
from baro.app.cosigning import tell_witnesses
from baro.app.signing import signer_running
from baro.channels.wording import sentence
from baro.rules.prescribed.refusals import Refused

if TYPE_CHECKING:
    from baro.records.checking import Outside

DAMAGED = 5
_MOST_TOLD = 50


def verify_command(asked: Namespace, out: TextIO) -> int:
    """Check everything; 5 says that something was touched. Raises `Refused("ledger.no_signer" | "ledger.verifier")`."""
    from baro.records.checking import check_everything
    from baro.records.ledger.sequencer import sequence_pending

    sequence_pending()
    outside, spoilt = _outside(asked)
    with big_arrays():
        found = check_everything(outside, with_rows=not asked.no_rows)
    wrong = spoilt + found.wrong
    personal = found.personal
    out.write(f"Giá trị cá nhân: {personal.kept} còn giữ và đúng cam kết, {personal.erased} đã hủy theo bút toán.\n")
    tell_witnesses(found.witnessed, out)
    for one in wrong[:_MOST_TOLD]:
        out.write(sentence(one) + "\n")
    if len(wrong) > _MOST_TOLD:
        out.write(f"… và {len(wrong) - _MOST_TOLD} chỗ khác.\n")
    ledger = found.ledger
    out.write(f"Đã kiểm {ledger.size} bút toán, {ledger.checkpoints} điểm chốt; gốc {ledger.root.hex()}.\n")
    out.write(_of_rows(found.with_rows, asked.no_rows))
    out.write("Sổ cái nguyên vẹn.\n" if not wrong else f"Không nguyên vẹn: {len(wrong)} chỗ.\n")
    return DAMAGED if wrong else 0


def _of_rows(were_compared: bool, were_left_out: bool) -> str:
    if were_compared:
        return "Đã dựng lại và so từng dòng của các bảng.\n"
    why = "theo yêu cầu (--no-rows)" if were_left_out else "vì sổ cái hoặc tệp mà các bảng dựa vào đã bị động đến"
    return f"Chưa kiểm các bảng, {why}.\n"


def _outside(asked: Namespace) -> "tuple[Outside, list[Refused]]":
    """What others know of this ledger; and what of it is spoilt."""
    from baro.records.checking import Outside
    from baro.records.ledger.carried import CarriedFile
    from baro.records.ledger.notes import read_verifier
    from baro.records.ledger.signer_client import signer_key, signer_state

    signed, spoilt = None, []
    with signer_running() as socket:
        log = signer_key(socket)
        try:
            signed = signer_state(socket)
        except Refused as refusal:
            spoilt.append(refusal)
    carried = [CarriedFile(file.name, file.read_bytes()) for file in asked.against]
    witnesses = [read_verifier(key) for key in asked.key]
    return Outside(log=log, signed=signed, carried=carried, witnesses=witnesses), spoilt
