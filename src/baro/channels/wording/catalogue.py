"""Words of the catalogue of procedures: channels, faults as published, and sentences for what is refused."""

from baro.rules.judged.catalogue.changes import Part
from baro.rules.judged.catalogue.lints import Lint
from baro.rules.prescribed.procedures import Channel

CHANNELS: dict[Channel, str] = {
    Channel.COUNTER: "Trực tiếp",
    Channel.POST: "Bưu chính",
    Channel.ONLINE: "Trực tuyến",
}
PARTS: dict[Part, str] = {
    Part.NAME: "tên",
    Part.FIELD: "lĩnh vực",
    Part.LEVELS: "cấp thực hiện",
    Part.DECISION: "quyết định công bố",
    Part.CHANNEL_GONE: "bỏ cách nộp",
    Part.CHANNEL_NEW: "thêm cách nộp",
    Part.LIMIT: "thời hạn",
    Part.FEE: "phí, lệ phí",
    Part.MORE: "ghi thêm",
    Part.STEPS: "trình tự thực hiện",
    Part.AGENCIES: "cơ quan nêu tên",
    Part.BASES: "căn cứ pháp lý",
}
LINTS: dict[Lint, str] = {
    Lint.NO_LIMIT: "Không nêu thời hạn",
    Lint.NO_UNIT: "Thời hạn không có đơn vị",
    Lint.CHANNELS_DIFFER: "Thời hạn khác nhau theo cách nộp",
    Lint.STEPS_OVER_TOTAL: "Các bước cộng lại quá thời hạn",
    Lint.REPEALED_BASIS: "Căn cứ đã hết hiệu lực",
    Lint.DISSOLVED_UNIT: "Nêu cơ quan không còn",
    Lint.NO_BASIS: "Không nêu căn cứ",
}
SENTENCES: dict[str, str] = {
    "procedure.no_code": "Thủ tục “{name}” không có mã; xin bổ sung mã thủ tục rồi nhập lại.",
    "procedure.no_name": "Thủ tục mã {code} không có tên; xin bổ sung tên rồi nhập lại.",
    "procedure.twice": "Mã thủ tục {code} có hai lần trong tệp; mỗi thủ tục chỉ được nêu một lần. Chưa có gì được ghi.",
    "procedure.before_last": "Thủ tục {code} đã có bản áp dụng từ {last}; ngày áp dụng của bản mới không được sớm hơn. Chưa có gì "
    "được ghi.",
    "portal.no_file": "Xin chọn tệp .jsonl hoặc .jsonl.gz, không quá 50 MB.",
    "portal.bad_lines": "{count} dòng không đọc được ({lines}); chưa có gì được ghi.",
    "portal.not_text": "Không mở được tệp {file}: cần tệp JSON mỗi dòng một thủ tục (.jsonl) hoặc tệp ấy nén gzip (.jsonl.gz).",
    "portal.too_many": "Tệp có hơn {most} dòng; xin tách thành nhiều tệp.",
    "portal.no_json": "không phải một đối tượng JSON trọn vẹn; dòng dài quá 2 MB cũng bị coi như vậy.",
    "portal.no_object": "cần một đối tượng JSON, không phải danh sách hay chữ.",
}
