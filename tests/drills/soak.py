#!/usr/bin/env python3
"""A server under steady load for a long time: memory, descriptors and queues stay flat, nothing fails.

--minutes 10 at a release, 60 by hand. What is looked at begins after a tenth of the time, when caches are warm.
"""

import re
import statistics
import time

from film_drill import (BIN, Crowd, Drill, HttpLoad, Postgres, Server, Typist, get, make_production, options,
                        verify_ledger)

WATCHED = {"memory": "process_resident_memory_bytes", "descriptors": "process_open_fds", "threads": "process_threads",
           "waiting changes": "filmtracker_lane_waiting_mutations", "waiting reads": "filmtracker_read_waiting_jobs"}


def main():
    arguments = options(__doc__, minutes=(0.0, "how long (1; --long: 60)"), devices=(100, "of the crowd, if it is built"))
    minutes = arguments.minutes or (60.0 if arguments.long else 1.0)
    with Drill("soak") as drill:
        postgres = Postgres(drill)
        postgres.create()
        postgres.start()
        crowd = Crowd(drill, postgres.url("postgres"), arguments.devices) if (BIN / "filmtracker-crowd").exists() else None
        if crowd:
            database = crowd.about["database"]
        else:
            postgres.sql("CREATE DATABASE filmtracker")
            database = postgres.url()
        production = make_production(drill, database)
        server = Server(drill, database)
        server.start()
        typists = [Typist(drill, database, production, number, server.url) for number in range(4)]
        for typist in typists:
            typist.start(pace=0.25, wait=7200)
        if crowd:
            crowd.tell("connect", server.url)
            crowd.tell("write", 5000)
        def errors():
            return sum(float(n) for n in re.findall(r'^filmtracker_http_requests_total\{[^}]*status="5[^}]*\} (\S+)$',
                                                    get(server.http_url + "/metrics")[1], re.M))

        errors_before = errors()  # it was asked whether it was ready until it was
        load = HttpLoad(server.http, ["/api/v1/openapi.json", "/health/ready", "/metrics"], threads=4, pause=0.05)
        seen = {name: [] for name in WATCHED}
        begun = time.monotonic()
        while time.monotonic() - begun < minutes * 60:
            text = get(server.http_url + "/metrics")[1]
            for name, metric in WATCHED.items():
                found = re.search(rf"^{metric} (\S+)$", text, re.M)
                seen[name].append(float(found[1]) if found else 0.0)
            time.sleep(1)
        load.stop()
        for name, values in seen.items():
            steady = values[len(values) // 10:]
            quarter = max(1, len(steady) // 4)
            early, late = statistics.mean(steady[:quarter]), statistics.mean(steady[-quarter:])
            drill.note(f"{name}: {early:.0f} in the first quarter, {late:.0f} in the last, at most {max(steady):.0f}")
            if name == "memory":
                # The rows of the days that were written stay in memory up to a bound.
                drill.require(late <= early * 1.15 + 16 * 2**20, "memory grows")
            elif name in ("descriptors", "threads"):
                drill.require(late <= early + 5, f"{name} grow")
            else:
                drill.require(late <= early + 50, f"{name} pile up")
        failed = errors() - errors_before
        drill.figure("requests", load.asked)
        drill.figure("of those failed", len(load.failures))
        drill.require(not load.failures and failed == 0, f"{failed:.0f} errors, such as {load.failures[:3]}")
        if crowd:
            quiet = crowd.tell("quiet")
            drill.figure("changes of the crowd", quiet["acknowledged"])
            drill.figure("longest gap of a device", quiet["longest_gap_ms"], "ms")
            begun = time.monotonic()
            verify_ledger(drill, database, crowd.about["production"], [crowd.about["ledger"]])
            drill.figure("the log held against what was acknowledged in", time.monotonic() - begun, "s")
        for typist in typists:
            drill.require(typist.finish(120), f"{typist.name} is not in step")
        drill.figure("changes of whole clients", sum(len(t.saved) for t in typists))
        drill.require(all(t.saved for t in typists), "somebody saved nothing")
        verify_ledger(drill, database, production, [t.file for t in typists])


if __name__ == "__main__":
    main()
