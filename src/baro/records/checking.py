"""The whole check of the records: the ledger against itself and against what others keep of it, the personal values and
files against the ledger, the rows against what the ledger makes of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from baro.records.ledger.carried import CarriedFile, against_signer, read_carried
from baro.records.ledger.check_personal import PersonalCheck, PersonalValues
from baro.records.ledger.checkpoint_text import Checkpoint
from baro.records.ledger.cosignatures import Cosigned, cosigned
from baro.records.ledger.notes import Verifier
from baro.records.ledger.scan import Row
from baro.records.ledger.verify import Verified, verify
from baro.records.loading.check_files import FileCheck
from baro.records.replay import differences
from baro.rules.prescribed.refusals import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """What is known from outside the database: the log's key, what the signer signed last, checkpoints that were carried
    away and brought back, keys of witnesses."""

    log: Verifier | None = None
    signed: Checkpoint | None = None
    carried: Sequence[CarriedFile] = ()
    witnesses: Sequence[Verifier] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was found. `wrong` names each place; empty: nothing was touched. `with_rows`: the rows were compared."""

    ledger: Verified
    personal: PersonalValues
    witnessed: Sequence[Cosigned]
    wrong: list[Refused] = field(default_factory=list)
    with_rows: bool = False


def check_everything(outside: Outside, *, with_rows: bool = True) -> Checked:
    """Check all. `with_rows`: also files and tables; the tables are compared only if all they come of is untouched."""
    kept, wrong = read_carried(outside.carried, outside.log, outside.witnesses)
    personal, files = PersonalCheck(), FileCheck()

    def watch(rows: Sequence[Row]) -> None:
        personal.take_run(rows)
        files.take_run(rows)

    vouched = [*kept, *([outside.signed] if outside.signed else [])]
    ledger = verify(log=outside.log, kept=vouched, watch=watch if with_rows else personal.take_run)
    values, (witnessed, false) = personal.finish(), cosigned(outside.witnesses)
    touched = [*ledger.wrong, *against_signer(outside.signed), *values.wrong, *false]
    touched += files.finish() if with_rows else []
    compared = with_rows and not touched
    wrong += touched + (differences() if compared else [])
    return Checked(ledger=ledger, personal=values, witnessed=witnessed, wrong=wrong, with_rows=compared)
