"""As in Vietnamese: a day is written 23/11/2026 and a number 1.234,5 whichever language the words are."""

from baro.app.formats.vi.formats import *  # noqa: F403 - Django wants the formats as names of this module
