"""Where this authority's data live, and the secret its cookies are signed with."""

import base64
import os

from baro.app.databases import database
from baro.app.home import furnished_home
from baro.app.home_settings import read_home_settings
from baro.records.ledger.key_files import key_file
from baro.records.sqlite import use_own_sqlite

use_own_sqlite()

HOME = furnished_home()
HOME_SETTINGS = read_home_settings(HOME)
SECRET_KEY = base64.urlsafe_b64encode(key_file(HOME / "keys" / "cookies.key")).decode()
ROWS_KEY = key_file(HOME / "keys" / "rows.key")  # by which PostgreSQL knows that a scope was told by this home
DATABASES = {"default": database(HOME, os.environ.get("BARO_DATABASE", ""))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FILE_UPLOAD_TEMP_DIR = str(HOME / "files")
FILE_UPLOAD_PERMISSIONS = 0o600
CACHES = {
    "default": {  # counts of failed codes, shared by the server's processes; nothing of the records
        "BACKEND": "baro.app.once_cache.OnceCache",
        "LOCATION": str(HOME / "web" / "cache"),
    }
}
