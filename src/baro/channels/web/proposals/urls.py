"""The addresses of proposals for two persons."""

from django.urls import path

from baro.channels.web.proposals import act_views, views

urlpatterns = [
    path("", views.proposals, name="proposals"),
    path("<str:proposal_id>/", views.one, name="proposal"),
    path("<str:proposal_id>/phe-duyet", act_views.approve, name="proposal_approve"),
    path("<str:proposal_id>/tu-choi", act_views.refuse, name="proposal_refuse"),
    path("<str:proposal_id>/rut", act_views.withdraw, name="proposal_withdraw"),
    path("<str:proposal_id>/thuc-hien", act_views.carry_out, name="proposal_carry_out"),
]
