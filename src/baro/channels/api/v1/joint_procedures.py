"""Joint procedures of the register: those in force, one with its versions; entered and changed by the same acts as on the pages."""

from typing import Any

from django.http import HttpRequest
from ninja import Path, Router, Status

from baro.channels.api.asking import now
from baro.channels.api.v1 import joint_procedure_shapes as given
from baro.channels.api.v1.joints_told import process_told
from baro.channels.api.v1.shapes import PROBLEMS, Problem
from baro.channels.api.v1.writing import KEY, written, written_of
from baro.desk.by import By
from baro.desk.joint_rules import lay_down_joint, register_joint
from baro.desk.permission import Asker
from baro.records.queries.joint_rules import joint_processes, joint_versions
from baro.records.queries.processes import approval, names_of_processes
from baro.rules.prescribed.durations import parse_duration
from baro.rules.prescribed.joint import JointLeg, JointProcess
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.work_processes import Approval, RegisterKind

router = Router(tags=["Hồ sơ liên thông"])
_WRITES = {400: Problem, **PROBLEMS}
_ID = Path(..., description="Mã thủ tục liên thông.")


@router.get(
    "",
    response={200: given.ProcessList, **PROBLEMS},
    summary="Thủ tục liên thông đang có hiệu lực",
    description="Cơ quan chủ trì, các chặng với mã chặng, cơ quan, thời hạn: những mã mà việc ghi hồ sơ cần.",
)
def joint_procedures(request: HttpRequest) -> dict[str, Any]:
    """Give the joint processes in force today."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    names = names_of_processes()
    held = [one for one in joint_processes().values() if one.holds(who.on)]
    return {"items": [process_told(one, names.get(one.process, one.process)) for one in held]}


@router.get(
    "/{process}",
    response={200: given.JointProcedure, **PROBLEMS},
    summary="Một thủ tục liên thông",
    description="Mọi bản của thủ tục, cả bản đã thay và bản chưa đến ngày áp dụng.",
)
def joint_procedure(request: HttpRequest, process: str = _ID) -> dict[str, Any]:
    """Give one procedure with its versions."""
    return _full(process)


@router.post(
    "",
    response={201: given.JointProcedure, **_WRITES},
    summary="Ghi thủ tục liên thông đã phê duyệt",
    description="Như nút Thêm thủ tục. Khóa phải được ghi quy trình của cơ quan chủ trì và của cơ quan giữ thủ tục trong sổ.",
)
def add_joint_procedure(
    request: HttpRequest, asked: given.AddJointProcedure, idempotency_key: str = KEY
) -> Status[dict[str, Any]]:
    """Enter a procedure into the register with its first version."""
    told = _version(asked)

    def act(by: By) -> str:
        return register_joint(asked.name, asked.code, told, by, now())

    return Status(201, _full(written(request, idempotency_key, asked, asked.unit or asked.lead, act)))


@router.post(
    "/{process}/versions",
    response={201: given.JointProcedure, **_WRITES},
    summary="Ghi bản mới của thủ tục liên thông",
    description="Như nút Ghi bản mới. Hồ sơ đã mở vẫn theo bản của ngày tiếp nhận.",
)
def new_joint_version(
    request: HttpRequest, asked: given.NewJointVersion, process: str = _ID, idempotency_key: str = KEY
) -> Status[dict[str, Any]]:
    """Record the next version of a procedure."""
    found = _found(process)
    told = _version(asked, found.id)

    def act(by: By) -> None:
        lay_down_joint(told, by, now())

    return Status(201, _full(written_of(request, idempotency_key, asked, found.unit, found.id, act)))


def _version(asked: given.NewJointVersion, process: str = "") -> JointProcess:
    """A version as it was sent; the desk numbers it."""
    said = asked.model_dump(include={"decision", "signed_on", "valid_from", "rule", "lead"})
    legs = tuple(JointLeg(**leg.model_dump() | {"limit": parse_duration(leg.limit)}) for leg in asked.legs)
    return JointProcess(process=process, version=1, limit=parse_duration(asked.limit), legs=legs, **said)


def _found(process: str) -> Approval:
    found = approval(process)
    if found is None or found.kind is not RegisterKind.LINKED:
        raise Refused("access.not_found")
    return found


def _full(process: str) -> dict[str, Any]:
    found = _found(process)
    return {
        "process": found.id, "unit": found.unit, "code": found.code, "name": found.name,
        "versions": [process_told(one, found.name) for one in joint_versions(found.id)],
    }  # fmt: skip
