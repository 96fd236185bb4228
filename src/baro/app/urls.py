"""Which address opens which page. To add an area, write one line in `AREAS`."""

from django.urls import URLPattern, URLResolver, include, path

# (where it begins, the module with its `urlpatterns`)
AREAS = (
    ("", "baro.channels.web.start.urls"),
    ("api/", "baro.channels.api.urls"),
    ("viec-cua-toi/", "baro.channels.web.work.urls"),
    ("thong-bao/", "baro.channels.web.notices.urls"),
    ("ho-so/", "baro.channels.web.dossiers.urls"),
    ("so-ho-so/", "baro.channels.web.books.urls"),
    ("cau-hoi/", "baro.channels.web.dossiers.question_urls"),
    ("lien-thong/", "baro.channels.web.joint.urls"),
    ("nhiem-vu/chi-tieu/", "baro.channels.web.targets.urls"),
    ("nhiem-vu/", "baro.channels.web.tasks.urls"),
    ("phoi-hop/", "baro.channels.web.coordination.urls"),
    ("kien-nghi/", "baro.channels.web.coordination.upward_urls"),
    ("don-gian-hoa/", "baro.channels.web.coordination.simplification_urls"),
    ("so-hoa/", "baro.channels.web.digitised.urls"),
    ("giao-ban/", "baro.channels.web.briefing.urls"),
    ("nhap-du-lieu/ten/", "baro.channels.web.names.urls"),
    ("nhap-du-lieu/", "baro.channels.web.imports.urls"),
    ("thu-tuc/", "baro.channels.web.catalogue.urls"),
    ("quy-trinh/", "baro.channels.web.processes.urls"),
    ("to-chuc/", "baro.channels.web.organisation.urls"),
    ("de-nghi/", "baro.channels.web.proposals.urls"),
    ("quyen/", "baro.channels.web.grants.urls"),
    ("huy-du-lieu/", "baro.channels.web.erasures.urls"),
    ("tra-cuu/", "baro.channels.web.lookup.urls"),
    ("tai-khoan/", "baro.channels.web.account.urls"),
    ("ngon-ngu", "baro.channels.web.english.urls"),
)

urlpatterns: list[URLPattern | URLResolver] = [path(begins, include(module)) for begins, module in AREAS]

handler400 = "baro.channels.web.frame.errors.bad_request"
handler403 = "baro.channels.web.frame.errors.forbidden"
handler404 = "baro.channels.web.frame.errors.not_found"
handler500 = "baro.channels.web.frame.errors.broken"
