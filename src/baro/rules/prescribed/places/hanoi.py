"""All the facts about Hà Nội together."""

from baro.rules.prescribed.bodies import Bodies
from baro.rules.prescribed.places.city import CITY_FACTS, CITY_SUCCESSIONS
from baro.rules.prescribed.places.facts import bodies_of
from baro.rules.prescribed.places.thach_that import THACH_THAT_FACTS, THACH_THAT_SUCCESSIONS

HANOI: Bodies = bodies_of((*CITY_FACTS, *THACH_THAT_FACTS), (*CITY_SUCCESSIONS, *THACH_THAT_SUCCESSIONS))
