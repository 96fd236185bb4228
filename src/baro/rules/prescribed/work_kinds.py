"""What the dossiers of a source are courses of: figures about administrative procedures count the first kind alone."""

from enum import StrEnum


class WorkKind(StrEnum):
    """`PROCEDURE` thủ tục hành chính (TTHC); `INTERNAL` công việc nội bộ, outside procedures, by a process that a body
    approved for itself."""

    PROCEDURE = "procedure"
    INTERNAL = "internal"
