"""Words for questions about red flags, what was said of them, and what is refused."""

from baro.rules.observed.signal_questions import Stage, Verdict

SENTENCES: dict[str, str] = {
    "signal.not_raised": "Hồ sơ này không còn dấu hiệu {signal}, nên không có gì để hỏi.",
    "signal.asked_already": "Dấu hiệu {signal} của hồ sơ này đang được hỏi; hãy chờ kết luận lần hỏi đó.",
    "signal.reply_in_past": "Ngày cần trả lời đã qua; xin chọn hôm nay hoặc một ngày sau.",
    "signal.answered_already": "Câu hỏi này đã được giải trình.",
    "signal.no_answer": "Chưa ghi nội dung giải trình.",
    "signal.judged_already": "Câu hỏi này đã có kết luận.",
    "signal.not_heard": "Đơn vị chưa giải trình và còn thời gian đến hết ngày {reply_by}; chưa thể kết luận.",
    "signal.judges_own_answer": "Người đã giải trình không tự kết luận về giải trình của mình.",
    "signal.no_reason": "Chưa ghi lý do kết luận.",
}
STAGES = {
    Stage.ASKED: "chờ đơn vị giải trình",
    Stage.ANSWERED: "đã giải trình, chờ kết luận",
    Stage.JUDGED: "đã kết luận",
}
STAGE_WORDS = {"cho-giai-trinh": Stage.ASKED, "cho-ket-luan": Stage.ANSWERED, "da-ket-luan": Stage.JUDGED}
"""The word in the address of a list -> which questions it asks for; without one, the first."""
VERDICTS = {
    Verdict.CONFIRMED: "xác nhận có thiếu sót",
    Verdict.EXPLAINED: "đã giải trình thỏa đáng",
    Verdict.DISMISSED: "không phải dấu hiệu",
}


def signals_of(bits: int) -> tuple[str, ...]:
    """The codes of the red flags of a dossier."""
    return tuple(f"R{k:02}" for k in range(64) if bits >> k & 1)
