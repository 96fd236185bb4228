"""Django's settings, a file per concern. What differs between authorities comes from the home and the environment."""

from baro.app.settings.applications import *  # noqa: F403 - Django wants all settings as names of one module
from baro.app.settings.authority import *  # noqa: F403
from baro.app.settings.identity import *  # noqa: F403
from baro.app.settings.language import *  # noqa: F403
from baro.app.settings.protection import *  # noqa: F403
from baro.app.settings.statics import *  # noqa: F403
