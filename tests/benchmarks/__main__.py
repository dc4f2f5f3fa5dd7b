"""`make bench`: all benchmarks, one after the other, each in a process of its own."""

import subprocess
import sys

BENCHMARKS = (
    "bench_search",
    "bench_engine",
    "bench_rebuild",
    "bench_finder",
    "bench_import",
    "bench_publish",
    "bench_admin",
    "bench_exports",
    "bench_backup",
    "bench_server",
    "bench_against",
    "bench_translate",
)

if __name__ == "__main__":
    for name in BENCHMARKS:
        subprocess.run([sys.executable, "-m", f"tests.benchmarks.{name}"], check=True)
