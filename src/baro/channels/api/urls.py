"""The addresses of the API."""

from django.urls import path
from ninja import NinjaAPI

from baro.channels.api.asking import Key, answer_refusals
from baro.channels.api.v1 import batches, imports

v1 = NinjaAPI(title="Ba Rõ", version="1", urls_namespace="api", auth=Key(), docs_url=None)
v1.add_router("/imports", imports.router)
v1.add_router("/batches", batches.router)
answer_refusals(v1)

urlpatterns = [path("v1/", v1.urls)]
