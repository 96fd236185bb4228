"""The whole check of the records: the ledger against itself and against what others keep of it, the personal values and
files against the ledger, the rows against what the ledger makes of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from baro.records.ledger.carried import CarriedFile, against_signer, read_carried
from baro.records.ledger.check_personal import PersonalCheck, PersonalValues
from baro.records.ledger.checkpoint_text import Checkpoint
from baro.records.ledger.cosignatures import Cosigned, cosigned
from baro.records.ledger.notes import Verifier
from baro.records.ledger.runs import Run
from baro.records.ledger.verify import Verified, verify
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
    personal, rows = PersonalCheck(), _Rows() if with_rows else None

    def watch(run: Run) -> None:
        personal.take_run(run)
        if rows:
            rows.files.take_run(run)

    vouched = [*kept, *([outside.signed] if outside.signed else [])]
    ledger = verify(log=outside.log, kept=vouched, watch=watch)
    values, (witnessed, false) = personal.finish(), cosigned(outside.witnesses)
    touched = [
        *ledger.wrong,
        *against_signer(outside.signed),
        *values.wrong,
        *false,
        *(rows.files.finish() if rows else []),
    ]
    compared = rows is not None and not touched
    wrong += touched + (rows.differences() if rows and compared else [])
    return Checked(ledger=ledger, personal=values, witnessed=witnessed, wrong=wrong, with_rows=compared)


class _Rows:
    """What checks files and tables: it brings the columnar store with it, which takes longer to load than a small ledger to
    verify, so it is loaded only where it is asked for."""

    def __init__(self) -> None:
        from baro.records.loading.check_files import FileCheck
        from baro.records.replay import differences

        self.files = FileCheck()
        self.differences = differences
