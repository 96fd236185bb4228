"""The signer of the ledger, for a command: the one that runs, or one that is started for as long as it is needed."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from baro.app.home import furnished_home
from baro.rules.prescribed.refusals import Refused


@contextmanager
def signer_running() -> Iterator[Path]:
    """Give the signer's socket; where no signer runs, one is started for as long as it is needed."""
    from baro.records.ledger.heads import log_origin
    from baro.records.ledger.signer_client import signer_key

    place = furnished_home() / "keys" / "signer.socket"
    try:
        signer_key(place)
    except Refused:
        with subprocess.Popen([sys.executable, "-m", "baro.app", "ledger", "signer", "--log", log_origin()]) as process:
            try:
                _wait_for(place, process)
                yield place
            finally:
                process.terminate()
        return
    yield place


def _wait_for(place: Path, process: "subprocess.Popen[bytes]") -> None:
    from baro.records.ledger.signer_client import signer_key

    for _ in range(300):
        try:
            signer_key(place)
        except Refused:
            time.sleep(0.05)
            if process.poll() is not None:
                break
        else:
            return
    raise Refused("ledger.no_signer", place=str(place))
