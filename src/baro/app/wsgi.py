"""The door for a web server."""

import os

from django.core.wsgi import get_wsgi_application

from baro.app.long_lived import keep_long_lived
from baro.app.numbering import start_numbering
from baro.app.telling import start_telling

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baro.app.settings")
application = get_wsgi_application()
keep_long_lived()
start_numbering()
start_telling()
