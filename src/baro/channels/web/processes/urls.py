"""The addresses of the register of processes."""

from django.urls import path

from baro.channels.web.processes import (
    act_views,
    alike_views,
    clear_views,
    document_views,
    draft_acts,
    draft_views,
    file_views,
    review_views,
    views,
)

urlpatterns = [
    path("", views.processes, name="processes"),
    path("tai-ve", file_views.export, name="processes_export"),
    path("con-thieu", views.coverage, name="processes_lacking"),
    path("do-ro", clear_views.clear, name="processes_clear"),
    path("do-ro/tai-ve", clear_views.export, name="processes_clear_export"),
    path("so-sanh/", alike_views.works, name="processes_alike"),
    path("so-sanh/tai-ve", alike_views.export, name="processes_alike_export"),
    path("so-sanh/<str:process>/", alike_views.work, name="process_alike"),
    path("so-sanh/<str:process>/tai-ve", alike_views.work_export, name="process_alike_export"),
    path("so-sanh/<str:process>/ban-chung.xlsx", alike_views.common_steps, name="process_common_steps"),
    path("du-thao/", draft_views.drafts, name="process_drafts"),
    path("du-thao/tai-ve", draft_views.export, name="process_drafts_export"),
    path("du-thao/moi", draft_acts.new, name="process_draft_new"),
    path("du-thao/<str:draft>/", draft_views.draft, name="process_draft"),
    path("du-thao/<str:draft>/bang-buoc", draft_acts.write, name="process_draft_write"),
    path("du-thao/<str:draft>/xin-y-kien", draft_acts.ask, name="process_draft_ask"),
    path("du-thao/<str:draft>/y-kien/<str:unit>", draft_acts.say, name="process_draft_say"),
    path("du-thao/<str:draft>/tham-dinh", draft_acts.appraise, name="process_draft_appraise"),
    path("du-thao/<str:draft>/thoi", draft_acts.drop, name="process_draft_drop"),
    path("ra-soat/", review_views.reviews, name="reviews"),
    path("ra-soat/mo", review_views.new, name="review_new"),
    path("ra-soat/<str:campaign>/", review_views.review, name="review"),
    path("ra-soat/<str:campaign>/tai-ve", review_views.export, name="review_export"),
    path("phe-duyet", act_views.approve, name="process_approve"),
    path("<str:process>/", views.process, name="process"),
    path("<str:process>/bang-buoc.<str:ending>", file_views.steps, name="process_steps"),
    path("<str:process>/van-ban", document_views.document, name="process_document"),
    path("<str:process>/thay-the", act_views.replace, name="process_replace"),
    path("<str:process>/cong-bo", act_views.publish, name="process_publish"),
    path("<str:process>/het-ap-dung", act_views.retire, name="process_retire"),
    path("<str:process>/da-nam", act_views.acknowledge, name="process_acknowledge"),
]
