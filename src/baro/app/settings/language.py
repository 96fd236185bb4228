"""Vietnamese, English for who chooses it, and Vietnam's time."""

from pathlib import Path

from baro.app.catalogue import catalogue_folder
from baro.rules.prescribed.zones import VIETNAM

USE_TZ = True
TIME_ZONE = VIETNAM
USE_I18N = True
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
ENGLISH_MESSAGES = str(Path(__file__).resolve().parents[4] / "locale" / "en" / "LC_MESSAGES")
MESSAGES_READER = "baro.app.catalogue.entries"
LOCALE_PATHS = [str(catalogue_folder())]
FORMAT_MODULE_PATH = ["baro.app.formats"]
