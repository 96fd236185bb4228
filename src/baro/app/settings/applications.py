"""What Django is made of here: its parts, the way of a request, where pages lie."""

from pathlib import Path

WEB = Path(__file__).resolve().parents[2] / "channels" / "web"
AREAS = sorted(place for place in WEB.iterdir() if place.is_dir()) if WEB.exists() else []

ROOT_URLCONF = "baro.app.urls"
WSGI_APPLICATION = "baro.app.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "axes",
    "django_htmx",
    "ninja",
    "baro.records",
    "baro.channels.web.account.apps.OwnAccount",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "baro.channels.web.frame.headers.headers",
    "baro.channels.web.english.choosing.language",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "baro.channels.web.account.session_ends.session_ends",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
    "baro.channels.web.frame.gate.gate",
]

TEMPLATES = [
    {
        "NAME": "django",
        "BACKEND": "baro.channels.web.english.engine.Bilingual",
        "DIRS": [str(area / "templates") for area in AREAS],
        "APP_DIRS": True,
        "OPTIONS": {
            "libraries": {
                "devices": "baro.channels.web.account.templatetags.devices",
                "masking": "baro.channels.web.frame.templatetags.masking",
            },
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "baro.channels.web.frame.context.frame",
            ],
        },
    }
]

FORM_RENDERER = "baro.channels.web.english.widgets.BilingualFields"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024

# What reads and writes spreadsheets for the pages: rooms that a page does not import.
TABLE_READER = "baro.channels.intake.tables.read_sheets"
CATALOGUE_READER = "baro.channels.intake.portal.read_portal"
BOOK_WRITER = "baro.channels.exports.books.write_book"
LIST_WRITER = "baro.channels.exports.list_book.write_list"
TABLES_WRITER = "baro.channels.exports.xlsx.write_tables"
MAP_DRAWER = "baro.channels.exports.html.process_map.picture"
PROCESS_READER = "baro.channels.intake.processes.read_process"
PROCESS_WRITER = "baro.channels.intake.processes.write_process"
PROCESS_DRAWER = "baro.channels.exports.html.process_map.approved"
BOOK_DELIVERY = "baro.app.book_delivery.deliver_book"
BOOK_OPENING = "baro.app.book_opening.open_described"
PAPER_READER = "baro.channels.intake.papers.apart.read_apart"
MINUTES_WRITER = "baro.channels.exports.minutes.minutes_document"
PDF_WRITER = "baro.channels.exports.minutes_pdf.minutes_pdf"
QR_DRAWER = "baro.channels.exports.qr_codes.path_of"
STATEMENT_WRITER = "baro.channels.exports.statement_book.write_statement_book"
# What dossiers of a source are judged by.
PRESCRIPTION_OF = "baro.app.importing.prescription_for"
