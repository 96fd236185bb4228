"""The campaign of review in the demo: the processes of the department that the article visits. What was found is made up."""

from baro.rules.observed.reviews import Found
from baro.rules.prescribed.places.city import COMMITTEE, RESOURCES

ID, UNIT, DOCUMENT = "demo-ra-soat-1", COMMITTEE, "Mẫu 60/KH-UBND"
NAME = "Rà soát quy trình nội bộ của Sở (mẫu)"
BODIES = frozenset({RESOURCES})
FOUND = (
    (Found.KEEP, "", 9),
    (Found.AMEND, "Thời hạn chung không bằng tổng các bước.", 3),
    (Found.REPEAL, "Việc không còn làm sau khi hợp nhất.", 2),
)
"""What was found of so many processes, in the order of the register; of the others nothing yet."""
