"""On which grounds a personal value may be erased. Which article says so was not read: each is unverified until it is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureGround:
    """A ground by its code, as the ledger tells it."""

    code: str
    instrument: str
    verified: bool


_LAW = "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15"
GROUNDS: tuple[ErasureGround, ...] = (
    ErasureGround(code="consent_withdrawn", instrument=_LAW, verified=False),
    ErasureGround(code="purpose_ended", instrument=_LAW, verified=False),
    ErasureGround(code="kept_too_long", instrument=_LAW, verified=False),
    ErasureGround(code="wrongly_kept", instrument=_LAW, verified=False),
    ErasureGround(code="authority_decided", instrument="quyết định của cơ quan có thẩm quyền", verified=False),
)
