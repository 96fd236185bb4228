"""The ground under the tests: a home that is thrown away, and the database that `BARO_TEST_DATABASE` asks for.

`sqlite` (the default) or `postgresql`: a private server is started once, by the first process, and goes with it.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

if "BARO_TEST_HOME" not in os.environ:
    os.environ["BARO_TEST_HOME"] = tempfile.mkdtemp(prefix="baro-test-")
    atexit.register(shutil.rmtree, os.environ["BARO_TEST_HOME"], ignore_errors=True)
    os.environ.pop("BARO_DATABASE", None)
    if os.environ.get("BARO_TEST_DATABASE", "sqlite") == "postgresql":
        from a_server import a_server

        server = a_server(Path(os.environ["BARO_TEST_HOME"]) / "pg")
        os.environ["BARO_DATABASE"] = server.get_uri()

os.environ["BARO_HOME"] = os.environ["BARO_TEST_HOME"]
os.environ["DJANGO_SETTINGS_MODULE"] = "baro.app.settings"

import django

django.setup()

from hypothesis import settings  # noqa: E402

settings.register_profile("house", deadline=None)  # a loaded machine is slow, and no test asserts on time
settings.load_profile("house")

import emptying_tables  # noqa: E402, F401 - lets a test that commits empty its tables in spite of the triggers
from application_role import application, sign_on  # noqa: E402, F401 - fixtures: work as the application's role
