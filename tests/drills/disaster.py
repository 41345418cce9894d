#!/usr/bin/env python3
"""The database's machine is lost under load, and comes back from the backup (docs/runbooks/restore.md).

Full, incremental and archive, encrypted, with scripts/backup-database.sh. Real clients type all the
while. The postmaster is killed and its data destroyed, with the log in it; restored to the last moment;
clients hand over what the archive did not have yet. Then a mistake is undone by a restore to a chosen time.
"""

import os
import shutil
import signal
import time

from film_drill import (BIN, SCRIPTS, BackedUp, Crowd, Drill, Server, Typist, admin, make_production, need, options,
                        verify_ledger, wait_until)

RPO_MAX_S = 15 * 60
RTO_MAX_S = 2 * 3600


def main():
    arguments = options(__doc__, changes=(0, "changes in the database before (20,000; --long: 1,000,000)"),
                        archive_timeout=(0, "seconds after which a segment is closed (5; --long: 60)"))
    changes = arguments.changes or (1_000_000 if arguments.long else 20_000)
    archive_timeout = arguments.archive_timeout or (60 if arguments.long else 5)
    with Drill("disaster") as drill:
        need("pgbackrest", "jq")
        # ---- a database with a backup ----
        scene = BackedUp(drill, archive_timeout)
        postgres, database, script = scene.postgres, scene.database, scene.script

        crowd = None
        if (BIN / "filmtracker-crowd").exists():
            # The first one, as an installation begins: it makes the place where segments go from then on.
            script("backup-database.sh", "full")
            crowd = Crowd(drill, postgres.url("postgres"), 300)
            drill.figure("filled in", crowd.tell("fill", changes)["ms"] / 1000, "s")
            crowd.tell("keep")
        production = make_production(drill, database)
        server = Server(drill, database)
        server.start()
        typists = [Typist(drill, database, production, i, server.url) for i in range(4)]
        for typist in typists:
            typist.start(pace=0.1)
        drill.figure("changes in the database before", changes if crowd else 0)
        # As long as the archive is behind, a backup would not be one: backup-database.sh says so.
        begun = time.monotonic()
        drill.require(wait_until(lambda: postgres.sql(
            "SELECT count(*) FROM pg_ls_archive_statusdir() WHERE name LIKE '%.ready'") in ("0", "1"), 1200, 1),
            "the archive does not catch up")
        drill.figure("the archive has caught up after", time.monotonic() - begun, "s")

        begun = time.monotonic()
        script("backup-database.sh", "full")
        drill.figure("full backup", time.monotonic() - begun, "s")
        time.sleep(5)
        begun = time.monotonic()
        script("backup-database.sh", "incr")
        drill.figure("incremental backup", time.monotonic() - begun, "s")
        readable = drill.run("grep", "-rl", "Maya Lindqvist", scene.repository, scene.far, check=False)
        drill.require(readable.returncode == 1, "the repository has names in clear text")
        time.sleep(2 * archive_timeout if not arguments.long else archive_timeout * 3 // 2)

        # ---- the disaster ----
        lost_at = time.time()
        lost = time.monotonic()
        postgres.kill()
        shutil.rmtree(postgres.data)
        drill.note("the postmaster is killed, the data directory is gone with its log; people go on typing")
        server.stop()
        typed_before = sum(1 for t in typists for at, _ in t.saved if at <= lost_at)

        # As a person would: look, then restore.
        health = script("health-check.sh", check=False)
        drill.require(health.returncode == 1, "health-check.sh does not see that the database is gone")
        refused = script("restore-database.sh", "latest", check=False)
        drill.require(refused.returncode == 2, "it restores without being told --yes")
        script("restore-database.sh", "latest", "--yes")
        restored_in = time.monotonic() - lost

        # What the database itself has, before any device comes back.
        in_log = set(postgres.sql("SELECT encode(mid, 'hex') FROM change_log", "filmtracker").split())
        missing = [at for t in typists for at, mid in t.saved if at <= lost_at and mid.replace("-", "") not in in_log]
        rpo = lost_at - min(missing) if missing else 0.0
        drill.figure("reported saved by devices before", typed_before)
        drill.require(typed_before > 0, "nobody had saved anything")
        drill.figure("of those not in the restored database", len(missing))
        drill.figure("RPO of the database alone", rpo, "s")
        server.start()
        rto = time.monotonic() - lost
        drill.figure("database takes writes again after", restored_in, "s")
        drill.figure("RTO, until the server is ready", rto, "s")
        drill.require(rpo <= RPO_MAX_S, "RPO above 15 minutes")
        drill.require(rto <= RTO_MAX_S, "RTO above 2 hours")
        healed = time.monotonic()
        time.sleep(3)
        in_step = [t.finish(120) for t in typists]
        drill.require(all(in_step), "a device could not hand over everything")
        drill.figure("devices in step again after", time.monotonic() - healed, "s")
        verify_ledger(drill, database, production, [t.file for t in typists])
        all_saved = sum(len(t.saved) for t in typists)
        drill.figure("changes that anybody was told are saved, all in the log once", all_saved)
        chains = admin(drill, database, "audit", "verify", check=False)
        drill.require(chains.returncode == 0, f"audit verify: {(chains.stdout + chains.stderr)[-300:]}")
        if crowd:
            filled = crowd.about["database"]
            counted = postgres.sql("SELECT count(*) FROM change_log", filled.rsplit("/", 1)[1])
            drill.require(int(counted) >= changes, f"{counted} of {changes} changes are there")
            begun = time.monotonic()
            chains = admin(drill, filled, "audit", "verify", check=False)
            drill.require(chains.returncode == 0, f"audit verify of all: {(chains.stdout + chains.stderr)[-300:]}")
            drill.figure("rows of the restored database, each chain and digest of them recomputed", int(counted))
            drill.figure("that took", time.monotonic() - begun, "s")

        # ---- a mistake, undone ----
        script("backup-database.sh", "full")
        # pgBackRest counts in whole seconds: a moment in the second in which the backup ended is one before it, and
        # the log from the backup before that one has expired.
        time.sleep(1.1)
        rows_before = int(postgres.sql("SELECT count(*) FROM change_log", "filmtracker"))
        moment = postgres.sql("SELECT clock_timestamp()")
        time.sleep(1)
        postgres.sql("DELETE FROM change_log WHERE ctid IN (SELECT ctid FROM change_log LIMIT 20)", "filmtracker")
        postgres.sql("SELECT pg_switch_wal()")
        broken = admin(drill, database, "verify-log", "--production", production, check=False)
        drill.require(broken.returncode != 0, "verify-log does not see that rows are missing")
        server.stop()
        # Nothing may be stopped by what cannot be done.
        service = scene.service("blue")
        full = script("restore-database.sh", "latest", "--yes", check=False, PATH=f"{scene.full_disk()}:{os.environ['PATH']}")
        drill.require(full.returncode == 1 and "are free" in full.stderr and service.is_running(),
                      f"a disk without room is noticed too late: {full.stderr[-300:]}")
        if os.geteuid() == 0 and drill.run("mount", "--bind", postgres.data, postgres.data, check=False).returncode == 0:
            mounted = script("restore-database.sh", "latest", "--yes", check=False)
            drill.run("umount", "-l", postgres.data)
            drill.require(mounted.returncode == 1 and "mount point" in mounted.stderr and service.is_running(),
                          f"that the data cannot be moved aside is noticed too late: {mounted.stderr[-300:]}")
        # Somebody loses his nerve and presses Ctrl-C; run again it begins anew.
        aside = len(list(postgres.folder.glob("data.before-*")))
        process = drill.start(SCRIPTS / "restore-database.sh", "latest", "--to", moment, "--yes",
                              env={**os.environ, "FILM_ENVIRONMENT": str(scene.environment)})
        drill.require(wait_until(lambda: len(list(postgres.folder.glob("data.before-*"))) > aside
                                 and (postgres.data / "base").exists(), 120, 0.01), "the restore does not begin")
        os.killpg(process.pid, signal.SIGINT)
        drill.require(process.wait(60) != 0, "an interrupted restore says that it is done")
        drill.require(not service.is_running(), "the restore was interrupted before it had stopped anybody")
        # As if the near repository had gone with the machine.
        away = drill.folder / "repository.away"
        scene.repository.rename(away)
        begun = time.monotonic()
        script("restore-database.sh", "latest", "--to", moment, "--repo", "2", "--yes")
        away.rename(scene.repository)
        drill.figure("restore to a chosen time, out of the far repository", time.monotonic() - begun, "s")
        drill.require(service.is_running(), "the server that the interrupted restore had stopped is not started again")
        rows = int(postgres.sql("SELECT count(*) FROM change_log", "filmtracker"))
        drill.require(rows == rows_before, f"{rows} rows instead of {rows_before}")
        verify_ledger(drill, database, production, [t.file for t in typists])
        epochs = admin(drill, database, "epochs", "--production", production).stdout
        drill.require(len(epochs.strip().splitlines()) >= 2, "no new epoch was begun")


if __name__ == "__main__":
    main()
