#!/usr/bin/env python3
"""A server under steady load for a long time: memory, descriptors and queues stay flat, nothing fails.

--minutes 10 at a release, 60 by hand, --short a quarter. What is looked at begins after a tenth of the time, when
caches are warm. At its end scripts/database-report.sh says what the database has to tell of it.
"""

import os
import re
import statistics
import time
import urllib.parse

from film_drill import (BIN, Crowd, Drill, HttpLoad, Postgres, SCRIPTS, Server, Typist, environment_file, get,
                        make_production, options, verify_ledger, wait_until)

WATCHED = {"memory": "process_resident_memory_bytes", "descriptors": "process_open_fds", "threads": "process_threads",
           "waiting changes": "filmtracker_lane_waiting_mutations", "waiting reads": "filmtracker_read_waiting_jobs"}


def database_report(drill, postgres, name):
    """What is slow and how it is read; and each thing that the report is for, done to the database on purpose."""
    environment = environment_file(
        drill, FILM_SUPERVISOR="process", FILM_STATE=drill.folder / "state", FILM_CONFIG=drill.folder / "config",
        FILM_PG_BIN=postgres.bin, FILM_PG_SOCKET=postgres.folder, FILM_PG_PORT=postgres.port, FILM_PG_SUPERUSER="film",
        FILM_SCRATCH=drill.folder)

    def report(*words, expected=0):
        done = drill.run(SCRIPTS / "database-report.sh", *words, "--database", name, check=False,
                         env={**os.environ, "FILM_ENVIRONMENT": str(environment)})
        drill.require(done.returncode == expected,
                      f"database-report.sh {' '.join(map(str, words))} ended with {done.returncode}: {done.stderr[-400:]}")
        return done.stdout

    unseen = report("statements")
    drill.require("CREATE EXTENSION pg_stat_statements" in unseen, "what the report lacks is not said")
    postgres.sql("CREATE EXTENSION pg_stat_statements", name)
    said = report("statements")
    for line in said.splitlines()[:6]:
        drill.note(line)
    drill.require("change_log" in said, "the statements of the server are not in the report")

    # With so few rows PostgreSQL would read all of them: told not to, it shows whether there is an index for it.
    postgres.sql(f"ALTER DATABASE {name} SET enable_seqscan = off")
    plans = report("plans", "--limit", "40")
    slow = sorted(set(re.findall(r"Seq Scan on (change_log|entity|cell_digest|device|member)\b", plans)))
    drill.require("Index" in plans and not slow, f"no index helps to read {slow}: {plans if slow else ''}")
    kept = drill.folder / "plans.json"
    report("plans", "--keep", kept)
    report("plans", "--compare", kept)
    postgres.sql("".join(f"ALTER DATABASE {name} SET enable_{way} = off;" for way in ("indexscan", "indexonlyscan", "bitmapscan")))
    drill.require("ANOTHER PLAN" in report("plans", "--compare", kept, expected=4), "another plan is not told")

    postgres.sql("ALTER ROLE film PASSWORD 'hunter2'; CREATE INDEX planted ON change_log (person_id, received_ms); "
                 "CREATE TABLE planted_rows WITH (autovacuum_enabled = off) AS SELECT generate_series(1, 1000) AS n; "
                 "DELETE FROM planted_rows WHERE n > 100", name)
    found = []

    def is_told():
        found[:] = [report("indexes"), report("bloat")]
        return (re.search(r"change_log +\| planted +\|", found[0])
                and re.search(r"planted_rows +\| .* kB +\| +100 +\| +900 +\| +90\.0", found[1]))

    drill.require(wait_until(is_told, 60, 1), f"an index that nobody uses or dead rows are not told: {found}")
    drill.require("hunter2" not in report("all", "--limit", "200"), "the report has a password")


def main():
    arguments = options(__doc__, minutes=(0.0, "how long (1; --long: 60)"), devices=(0, "of the crowd (100; --short: 30)"),
                        short=(False, "a quarter of a minute"))
    minutes = arguments.minutes or (60.0 if arguments.long else 0.25 if arguments.short else 1.0)
    devices = arguments.devices or (30 if arguments.short else 100)
    with Drill("soak") as drill:
        postgres = Postgres(drill, settings={"shared_preload_libraries": "'pg_stat_statements'"})
        postgres.create()
        postgres.start()
        crowd = Crowd(drill, postgres.url("postgres"), devices) if (BIN / "filmtracker-crowd").exists() else None
        if crowd:
            database = crowd.about["database"]
        else:
            postgres.sql("CREATE DATABASE filmtracker")
            database = postgres.url()
        production = make_production(drill, database)
        server = Server(drill, database)
        server.start()
        typists = [Typist(drill, database, production, number, server.url) for number in range(2 if arguments.short else 4)]
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
            # On a busy machine they have typed more in the meantime than went over.
            drill.require(typist.finish(120 + 10 * minutes), f"{typist.name} is not in step")
        drill.figure("changes of whole clients", sum(len(t.saved) for t in typists))
        drill.require(all(t.saved for t in typists), "somebody saved nothing")
        verify_ledger(drill, database, production, [t.file for t in typists])
        server.stop()
        database_report(drill, postgres, urllib.parse.urlsplit(database).path[1:])


if __name__ == "__main__":
    main()
