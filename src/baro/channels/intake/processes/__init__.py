"""Approved processes from files: BPMN, PNML and step tables; and back."""

from pathlib import Path

from baro.channels.intake.processes.bpmn import bpmn_process
from baro.channels.intake.processes.bpmn_elements import BPMN
from baro.channels.intake.processes.bpmn_write import write_bpmn
from baro.channels.intake.processes.pnml import pnml_process
from baro.channels.intake.processes.pnml_write import write_pnml
from baro.channels.intake.processes.step_table import read_step_table
from baro.channels.intake.processes.step_table_write import write_step_table
from baro.channels.intake.processes.xml import name_of, parse_xml
from baro.rules.prescribed.processes import ApprovedProcess
from baro.rules.prescribed.refusals import Refused

_WRITERS = {
    ".bpmn": write_bpmn,
    ".xml": write_bpmn,
    ".pnml": write_pnml,
    ".xlsx": write_step_table,
    ".csv": write_step_table,
}


def read_process(path: str | Path) -> ApprovedProcess:
    """Read an approved process by the suffix of its file; XML by what its root says.

    Raises `Refused("process.unknown_format")` for other files, and what the reader of the format raises.
    """
    path = Path(path)
    suffix = path.suffix.lower()
    if suffix in (".xlsx", ".csv"):
        return read_step_table(path)
    if suffix not in (".bpmn", ".xml", ".pnml"):
        raise Refused("process.unknown_format", file=path.name)
    root = parse_xml(path)
    if name_of(root) == (BPMN, "definitions"):
        return bpmn_process(path, root)
    if name_of(root)[1] == "pnml":
        return pnml_process(path, root)
    raise Refused("process.unknown_format", file=path.name)


def write_process(process: ApprovedProcess, path: str | Path) -> None:
    """Write an approved process by the suffix of the file.

    Raises `Refused("process.unknown_format")` for others, `Refused("process.not_writable")` for nets the format cannot say.
    """
    path = Path(path)
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        raise Refused("process.unknown_format", file=path.name)
    writer(process, path)
