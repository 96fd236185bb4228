"""Deliveries received, and the proof of a single row."""

from django.http import HttpRequest
from ninja import Path, Query, Router

from baro.channels.api.v1.shapes import PROBLEMS, Batch, RowProof
from baro.desk import permission
from baro.records.loading.row_store import row_proof
from baro.records.loading.segments import segment_folder
from baro.records.queries import imports as found
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.refusals import Refused

router = Router(tags=["Lần nhập"])
_ID = Path(..., description="Mã lần nhập.")


@router.get(
    "",
    response={200: list[Batch], **PROBLEMS},
    summary="Các lần nhập",
    description="Các lần đã nhận của những nguồn được xem, mới nhất trước.",
)
def batches(
    request: HttpRequest, source: str = Query("", description="Chỉ của hệ thống nguồn có mã này; trống là mọi nguồn.")
) -> list[found.Batch]:
    """Tell the deliveries received, the latest first."""
    seen = _sources(request)
    return [batch for batch in found.batches(source) if batch.source in seen]


@router.get(
    "/{batch_id}",
    response={200: Batch, **PROBLEMS},
    summary="Một lần nhập",
    description="Tệp, mã băm và các số của một lần đã nhận.",
)
def batch(request: HttpRequest, batch_id: str = _ID) -> found.Batch:
    """Tell one delivery."""
    received = found.batch(batch_id)
    if received.source not in _sources(request):
        raise Refused("import.no_batch", batch=batch_id)
    return received


@router.get(
    "/{batch_id}/rows/{row}/proof",
    response={200: RowProof, **PROBLEMS},
    summary="Chứng minh một dòng thuộc tệp đã nhận",
    description="Lá = SHA-256(0x00 ‖ muối ‖ dòng), nút = SHA-256(0x01 ‖ trái ‖ phải); gốc nằm trong sổ cái.",
)
def proof(
    request: HttpRequest,
    batch_id: str = _ID,
    row: int = Path(..., description="Dòng của tệp, tính từ 1."),
    sheet: str = Query("", description="Trang của bảng tính; trống nếu tệp không có trang."),
) -> RowProof:
    """Prove a row of the file."""
    received = batch(request, batch_id)
    text, shown = row_proof(segment_folder(batch_id), row, sheet)
    return RowProof(
        batch=received.id,
        entry=received.entry,
        file_sha256=received.file_sha256,
        root=received.row_root,
        row=text.decode(),
        index=shown.index,
        size=shown.size,
        salt=shown.salt.hex(),
        path=[step.hex() for step in shown.path],
    )


def _sources(request: HttpRequest) -> frozenset[str]:
    """The codes of the sources that the asker may see."""
    who = request.auth  # type: ignore[attr-defined]
    return frozenset(
        s.code for s in found.sources() if permission.allows(who, "import.read", Subject(id=s.code, unit=s.unit))
    )
