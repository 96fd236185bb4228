"""Sentences about the roles and the protection of a PostgreSQL database."""

SENTENCES = {
    "database.goes_past_policies": "Vai trò {role} vượt qua được bảo vệ theo dòng (SUPERUSER hoặc BYPASSRLS). Hãy cho ứng dụng chạy bằng baro_app.",
    "database.no_role": "Chưa có vai trò {role} trong PostgreSQL. Hãy chạy các lệnh mà «baro database roles» in ra, bằng quyền quản trị.",
    "database.not_owner": "Các bảng cần được nâng cấp mà vai trò này không sở hữu chúng. Hãy chạy «baro database migrate» bằng vai trò baro_owner.",
    "database.not_postgresql": "Lệnh này dành cho PostgreSQL; thư mục dữ liệu này dùng SQLite. Hãy đặt BARO_DATABASE trước khi gọi.",
    "database.other_home": "Cơ sở dữ liệu không nhận khóa keys/rows.key của thư mục dữ liệu này, nên không dòng nào được đọc. Hãy chạy «baro database migrate» bằng vai trò baro_owner.",
    "database.owns_tables": "Vai trò {role} sở hữu {count} bảng nên gỡ được lớp bảo vệ. Hãy cho ứng dụng chạy bằng vai trò không sở hữu bảng nào.",
    "database.rows_not_kept": "Bảng {table} chưa được bảo vệ theo dòng. Hãy chạy «baro database migrate» bằng vai trò baro_owner.",
}
