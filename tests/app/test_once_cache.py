"""Of many who bring the same thing at once, one is first."""

from concurrent.futures import ThreadPoolExecutor

from baro.app.once_cache import OnceCache


def test_of_many_at_once_exactly_one_is_first(tmp_path):
    caches = [OnceCache(str(tmp_path), {}) for _ in range(8)]
    with ThreadPoolExecutor(8) as many:
        for n in range(100):
            kept = list(many.map(lambda cache, n=n: cache.add(f"code-{n}", "y", 60), caches))
            assert kept.count(True) == 1
