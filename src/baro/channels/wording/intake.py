"""Sentences for what intake refuses: hostile or unreadable files, and logs that cannot be understood."""

SENTENCES: dict[str, str] = {
    "archive.broken": "Tệp {file} bị hỏng hoặc không đọc được.",
    "archive.not_zip": "Tệp {file} không phải là tệp Office (XLSX, DOCX) hợp lệ.",
    "archive.too_many_entries": "Tệp {file} chứa quá nhiều thành phần (giới hạn {limit}); tệp không được mở.",
    "archive.duplicate_entry": "Tệp {file} có hai thành phần trùng tên; tệp không được mở.",
    "archive.too_large": "Tệp {file} khi giải nén lớn hơn {limit} MB; tệp không được mở.",
    "archive.ratio": "Tệp {file} nén bất thường (thành phần {part} nở hơn {limit} lần); tệp không được mở.",
    "archive.unsafe_path": "Tệp {file} có thành phần với đường dẫn không an toàn ({part}); tệp không được mở.",
    "archive.symlink": "Tệp {file} chứa liên kết tượng trưng ({part}); tệp không được mở.",
    "archive.encrypted": "Tệp {file} được đặt mật khẩu; xin bỏ mật khẩu rồi gửi lại.",
    "archive.method": "Tệp {file} dùng cách nén không được hỗ trợ (thành phần {part}); tệp không được mở.",
    "archive.overlap": "Tệp {file} có các thành phần chồng lên nhau ({part}); tệp không được mở.",
    "archive.nested": "Tệp {file} chứa một tệp nén khác bên trong ({part}); tệp không được mở.",
    "archive.false_size": "Tệp {file} khai sai kích thước của thành phần {part}; tệp không được mở.",
    "archive.odd_part": "Tệp {file} có thành phần XML bất thường ({part}); tệp không được mở.",
    "xml.dtd": "Tệp {file} khai báo DTD hoặc thực thể XML ({part}); loại khai báo này không được chấp nhận.",
    "xml.too_deep": "Tệp {file} có các phần tử XML lồng nhau quá sâu (giới hạn {limit}); tệp không được đọc.",
    "xml.broken": "Tệp {file} không phải là XML hợp lệ (dòng {line}).",
    "sheet.too_many_cells": "Bảng tính {file} có hơn {limit} ô; xin xuất nhật ký ra CSV hoặc Parquet.",
    "sheet.too_many_merged": "Bảng tính {file} có hơn {limit} vùng ô gộp; tệp không được mở.",
    "sheet.too_many_strings": "Bảng tính {file} có hơn {limit} chuỗi dùng chung; tệp không được mở.",
    "sheet.too_wide": "Bảng tính {file} có ô ở quá xa (dòng {rows}, cột {columns}, thành phần {part}); "
    "xin xóa các ô thừa rồi gửi lại.",
}
