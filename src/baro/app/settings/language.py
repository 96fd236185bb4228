"""Vietnamese, and Vietnam's time."""

from baro.app.catalogue import catalogue_folder
from baro.rules.prescribed.zones import VIETNAM

USE_TZ = True
TIME_ZONE = VIETNAM
USE_I18N = True
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt")]
LOCALE_PATHS = [str(catalogue_folder())]
FORMAT_MODULE_PATH = ["baro.app.formats"]
