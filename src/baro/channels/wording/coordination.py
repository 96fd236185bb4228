"""Words for coordination rules and what follows: rhythms, states, kinds of what is told, and what is refused."""

from baro.rules.judged.owed import OwedState
from baro.rules.judged.simplified import SimplifiedState
from baro.rules.judged.upward import UpwardState
from baro.rules.observed.followed import FollowedKind
from baro.rules.prescribed.obligations import Rhythm

SENTENCES: dict[str, str] = {
    "obligation.no_task": "Chưa ghi nghĩa vụ là việc gì.",
    "obligation.not_a_partner": "“{partner}” không phải là một bên của quy chế này.",
    "obligation.to_itself": "Bên có nghĩa vụ và bên được hưởng là một.",
    "obligation.not_in_days": "Thời hạn của nghĩa vụ tính theo ngày làm việc, ngày hoặc tháng, vì yêu cầu chỉ ghi theo ngày.",
    "obligation.rule_not_in_force": "Quy chế không có hiệu lực vào ngày {day}.",
    "obligation.ended": "Nghĩa vụ này đã ghi hết áp dụng sau ngày {last}.",
    "obligation.ends_before_start": "Ngày cuối cùng trước ngày áp dụng {first}.",
    "obligation.by_period": "Nghĩa vụ này phải làm theo kỳ, không cần yêu cầu từng lần.",
    "obligation.not_in_force": "Nghĩa vụ không áp dụng vào ngày {day}.",
    "obligation.ended_already": "Lần này đã ghi thực hiện hoặc từ chối.",
    "obligation.before_asked": "Ngày này trước ngày yêu cầu {day}.",
    "upward.no_about": "Chưa ghi kiến nghị về việc gì.",
    "upward.to_itself": "Nơi kiến nghị và nơi nhận là một.",
    "upward.until_before": "Hạn trả lời trước ngày {day}.",
    "upward.body_not_in_force": "Đơn vị “{body}” không hoạt động vào ngày {day}.",
    "upward.not_its_turn": "Kiến nghị này không chờ việc đó nữa; xin xem lại tình trạng.",
    "upward.too_early": "Ngày này trước ngày {day} của việc liền trước.",
    "upward.there_already": "Kiến nghị đang ở cơ quan này.",
    "upward.not_last": "Đã có việc ghi sau dựa vào việc này; hãy rút việc ghi sau trước.",
    "simplification.no_procedure": "Chưa ghi thủ tục nào: cần mã và tên; thủ tục trong danh mục thì chỉ cần mã.",
    "simplification.no_what": "Chưa ghi cắt giảm việc gì.",
    "simplification.nothing_cut": "Chưa ghi số giấy tờ, số bước, số ngày hoặc chi phí được cắt.",
    "simplification.decided": "Phương án này đã có quyết định.",
    "simplification.before_proposed": "Ngày này trước ngày đề xuất {day}.",
    "simplification.before_signed": "Ngày áp dụng trước ngày ký {day}.",
    "followed.no_document": "Chưa ghi số văn bản.",
    "followed.long_document": "Số văn bản dài quá {most} ký tự; xin chỉ ghi số và ký hiệu.",
    "followed.taken_back": "Việc này đã được rút.",
}
RHYTHMS = {
    Rhythm.ASKED: "Mỗi lần được yêu cầu",
    Rhythm.MONTH: "Hằng tháng",
    Rhythm.QUARTER: "Hằng quý",
    Rhythm.YEAR: "Hằng năm",
}
STATES = {
    OwedState.MISSING: "quá hạn, chưa thực hiện",
    OwedState.LATE: "thực hiện, trả lời muộn",
    OwedState.WAITING: "chưa đến hạn",
    OwedState.DECLINED: "từ chối, trong hạn",
    OwedState.IN_TIME: "đúng hạn",
}
UPWARD_STATES = {
    UpwardState.SENT: "đã gửi, chờ chuyển hoặc trả lời",
    UpwardState.ROUTED: "đã chuyển, chờ trả lời",
    UpwardState.AGAIN: "trả lời chưa giải quyết được, chờ tiếp",
    UpwardState.ANSWERED: "đã trả lời, chờ nơi kiến nghị xem",
    UpwardState.RESOLVED: "đã giải quyết",
}
SIMPLIFIED_STATES = {
    SimplifiedState.PROPOSED: "đề xuất, chưa có quyết định",
    SimplifiedState.DECIDED: "đã quyết định, chưa áp dụng",
    SimplifiedState.IN_FORCE: "đang áp dụng",
    SimplifiedState.DECLINED: "không được duyệt",
}
KINDS = {
    FollowedKind.ASKED: "yêu cầu",
    FollowedKind.DONE: "thực hiện",
    FollowedKind.DECLINED: "từ chối",
    FollowedKind.DECIDED: "quyết định",
    FollowedKind.ROUTED: "chuyển",
    FollowedKind.ANSWERED: "trả lời",
    FollowedKind.ACCEPTED: "nơi kiến nghị coi là đã giải quyết",
    FollowedKind.NOT_ACCEPTED: "nơi kiến nghị chưa coi là đã giải quyết",
    FollowedKind.TAKEN_BACK: "rút điều ghi nhầm",
}
