"""The addresses of bodies and people."""

from django.urls import path

from baro.channels.web.organisation import (
    body_act_views,
    body_views,
    closing_views,
    handover_views,
    mapped_views,
    origin_views,
    person_act_views,
    person_views,
    sheet_views,
    tree_views,
)

urlpatterns = [
    path("", tree_views.tree, name="organisation"),
    path("quy-doi", mapped_views.mapped, name="mapped"),
    path("nguon-goc/", origin_views.shown, name="origins"),
    path("nguon-goc/tai-ve", origin_views.export, name="origins_export"),
    path("bang-tinh/", sheet_views.sheets, name="sheets"),
    path("bang-tinh/mau", sheet_views.template, name="sheet_template"),
    path("bang-tinh/tai-ve", sheet_views.export, name="sheet_export"),
    path("bang-tinh/kiem-tra", sheet_views.check, name="sheet_check"),
    path("bang-tinh/nhan", sheet_views.receive, name="sheet_receive"),
    path("don-vi/moi", body_act_views.new, name="body_new"),
    path("don-vi/<str:body_id>/", body_views.body, name="body"),
    path("don-vi/<str:body_id>/thay-doi", body_act_views.change, name="body_change"),
    path("don-vi/<str:body_id>/dinh-chinh", body_act_views.correct, name="body_correct"),
    path("don-vi/<str:body_id>/ket-thuc", closing_views.closing, name="body_close"),
    path("don-vi/<str:body_id>/ban-giao", handover_views.handover, name="body_handover"),
    path("don-vi/<str:body_id>/ban-giao/ghi", handover_views.hand, name="body_hand"),
    path("nguoi/", person_views.list_people, name="people"),
    path("nguoi/moi", person_act_views.new, name="person_new"),
    path("nguoi/<str:person_id>/", person_views.one, name="person"),
    path("nguoi/<str:person_id>/ghi/<str:name>", person_act_views.do_act, name="person_act"),
    path("nguoi/<str:person_id>/ket-thuc/<str:kind>/<str:held_id>", person_act_views.end, name="held_end"),
    path("nguoi/<str:person_id>/dinh-chinh/<str:kind>/<str:held_id>", person_act_views.correct, name="held_correct"),
]
