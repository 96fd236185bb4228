"""The addresses of coordination rules and what they oblige to."""

from django.urls import path

from baro.channels.web.coordination import act_views, views

urlpatterns = [
    path("", views.rules, name="coordination"),
    path("lan", views.owed, name="coordination_owed"),
    path("lan/tai-ve", views.export, name="coordination_export"),
    path("quy-che/<str:rule>/", views.rule, name="coordination_rule"),
    path("quy-che/<str:rule>/nghia-vu", act_views.new, name="obligation_new"),
    path("nghia-vu/<str:obligation>/", views.one_obligation, name="obligation"),
    path("nghia-vu/<str:obligation>/het-ap-dung", act_views.end, name="obligation_end"),
    path("nghia-vu/<str:obligation>/ghi/<str:word>", act_views.tell, name="obligation_tell"),
    path("nghia-vu/<str:obligation>/rut/<int:number>", act_views.take_back, name="obligation_take_back"),
]
