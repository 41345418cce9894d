#!/usr/bin/env python3
"""The nightly look at the backups, and what it is for: a backup that was damaged on purpose.

scripts/verify-backup.sh over a whole repository, with a restore into a scratch cluster; then with a byte
flipped, and with a file gone: each time it has to say so, with its exit code and to Prometheus. Besides:
a backup that was interrupted, a look without any backup, and settings and keys from and back to disk.
"""

import os
import shutil
import signal
import sqlite3
import time
from pathlib import Path

from film_drill import (BIN, BackedUp, Drill, SCRIPTS, Server, Typist, admin, environment_file, make_production, need,
                        options, stop, wait_until)


def flip(path):
    # The middle of the file: past every header, in what is compressed and encrypted.
    with open(path, "r+b") as file:
        file.seek(path.stat().st_size // 2)
        byte = file.read(1)
        file.seek(-1, os.SEEK_CUR)
        file.write(bytes([byte[0] ^ 0x40]))


def database_backups(drill):
    scene = BackedUp(drill)
    none = scene.script("verify-backup.sh", check=False)
    drill.require(none.returncode == 1, "verify-backup.sh is content without any backup")
    production = make_production(drill, scene.database)
    server = Server(drill, scene.database)
    server.start()
    typist = Typist(drill, scene.database, production, 0, server.url)
    typist.start(pace=0.02)
    time.sleep(3)
    drill.require(typist.finish(60), "the device is not in step")
    server.stop()

    said = scene.script("backup-database.sh", "full", "--dry-run")
    drill.require("would run" in said.stderr and not list(scene.repository.glob("backup/film/2*")),
                  "--dry-run has made a backup")
    scene.script("backup-database.sh", "full")
    # Somebody presses Ctrl-C in the midst of one; run again it is made.
    half = drill.start(SCRIPTS / "backup-database.sh", env={**os.environ, "FILM_ENVIRONMENT": str(scene.environment)})
    drill.require(wait_until(lambda: len(list(scene.repository.glob("backup/film/2*"))) > 1, 120, 0.01), "the backup does not begin")
    os.killpg(half.pid, signal.SIGINT)
    drill.require(half.wait(60) != 0, "an interrupted backup says that it is made")
    scene.script("backup-database.sh")
    made = [len(list(repository.glob("backup/film/2*"))) for repository in (scene.repository, scene.far)]
    drill.require(made == [2, 1], f"backups in the two repositories: {made}")
    drill.require(scene.figures().get('filmtracker_backup_repository_last_success_timestamp_seconds{repository="2"}', 0) > 0,
                  "Prometheus is not told of the far backup")
    drill.require(time.time() - scene.figures().get("filmtracker_backup_last_success_timestamp_seconds", 0) < 300,
                  "Prometheus is not told of the backup")
    begun = time.monotonic()
    scene.script("verify-backup.sh")
    drill.figure("every file against its checksum", time.monotonic() - begun, "s")
    begun = time.monotonic()
    scene.script("verify-backup.sh", "--restore", "--repo", "1")
    drill.figure("restored, tables, indexes and chains checked", time.monotonic() - begun, "s")
    figures = scene.figures()
    drill.require(figures.get("filmtracker_backup_verify_failed") == 0, "a whole backup counts as damaged")
    drill.require("filmtracker_backup_last_verified_timestamp_seconds" in figures
                  and "filmtracker_backup_last_restore_timestamp_seconds" in figures, "Prometheus is not told of the check")
    # Without the near one the far one has to be enough, with its own log.
    away = drill.folder / "repository.away"
    scene.repository.rename(away)
    far = scene.script("verify-backup.sh", "--restore", "--repo", "2", check=False)
    away.rename(scene.repository)
    drill.require(far.returncode == 0 and "repository 2: restored" in far.stderr,
                  f"the far repository alone is not enough: {far.stderr[-400:]}")
    left = list(drill.folder.glob("filmtracker-verify.*"))
    drill.require(not left, "the scratch cluster is left")

    bundle = max(scene.repository.glob("backup/film/*F/bundle/*"), key=lambda path: path.stat().st_size)
    copy = drill.folder / "bundle.good"
    shutil.copy2(bundle, copy)
    flip(bundle)
    damaged = scene.script("verify-backup.sh", check=False)
    drill.require(damaged.returncode == 1, f"a flipped byte is not noticed (exit code {damaged.returncode})")
    drill.require(scene.figures().get("filmtracker_backup_verify_failed") == 1, "Prometheus is not told of the damage")
    shutil.copyfile(copy, bundle)
    bundle = max(scene.far.glob("backup/film/*F/bundle/*"), key=lambda path: path.stat().st_size)
    shutil.copy2(bundle, copy)
    flip(bundle)
    damaged = scene.script("verify-backup.sh", check=False)
    drill.require(damaged.returncode == 1 and "repository 2" in damaged.stderr, "a flipped byte in the far repository is not noticed")
    shutil.copyfile(copy, bundle)
    scene.script("verify-backup.sh")
    drill.require(scene.figures().get("filmtracker_backup_verify_failed") == 0, "the damage is repaired and still told")

    # Not the first: what is older than every backup nobody needs.
    segments = sorted(path for path in scene.repository.glob("archive/film/*/*/*") if path.suffix == ".zst")
    segment = segments[len(segments) // 2]
    moved = drill.folder / "segment"
    shutil.move(segment, moved)
    missing = scene.script("verify-backup.sh", "--restore", check=False)
    drill.require(missing.returncode == 1, "a missing segment of the log is not noticed")
    shutil.move(moved, segment)
    if os.geteuid() == 0:
        shutil.chown(segment, "postgres", "postgres")
    drill.note("noticed: a flipped byte, a missing segment, no backup at all")


def application_backups(drill):
    need("age", "sqlite3")
    for name in ("etc", "var", "archives", "state2", "pgbackrest", "nginx/filmtracker"):
        (drill.folder / name).mkdir(parents=True)
    (drill.folder / "etc" / "server.conf").write_text("listen=127.0.0.1:1\n")
    (drill.folder / "etc" / "pgpass").write_text("secret\n")
    (drill.folder / "etc" / "pgpass").chmod(0o600)
    database = drill.folder / "var" / "filmtracker-server.sqlite"
    production = make_production(drill, f"sqlite:{database}")
    key = drill.folder / "key.txt"
    drill.run("age-keygen", "-o", key)
    recipient = next(line.split(": ")[1] for line in key.read_text().splitlines() if "public key" in line)
    environment = environment_file(
        drill, FILM_STATE=drill.folder / "state2", FILM_CONFIG=drill.folder / "etc", FILM_DATA=drill.folder / "var",
        FILM_PGBACKREST_CONFIG=drill.folder / "nowhere", FILM_NGINX_CONFIG=drill.folder / "nginx" / "nginx.conf",
        FILM_AGE_RECIPIENT=recipient, FILM_BACKUPS=drill.folder / "archives", FILM_SCRATCH=drill.folder,
        FILM_METRICS_FOLDER=drill.folder / "metrics", FILM_SUPERVISOR="process", FILM_BALANCER="none",
        FILM_BACKUP_COPY=drill.folder / "copy-elsewhere")

    def script(name, *words, check=True):
        return drill.run(SCRIPTS / name, *words, check=check, env={**os.environ, "FILM_ENVIRONMENT": str(environment)})

    copy = drill.folder / "copy-elsewhere"
    copy.write_text(f"#!/bin/sh\nexec cp \"$@\" {drill.folder}/elsewhere/\n")
    copy.chmod(0o755)
    (drill.folder / "nginx" / "nginx.conf").write_text("events {}\n")
    unfinished = drill.folder / "archives" / ".application-20260101T000000Z.tar.age.making"
    unfinished.write_text("of one that was interrupted\n")
    failed = script("backup-application.sh", check=False)
    drill.require(failed.returncode == 1 and not (drill.folder / "metrics" / "filmtracker_application_backup.prom").exists(),
                  "an archive that could not be copied elsewhere counts as made")
    (drill.folder / "elsewhere").mkdir()
    time.sleep(1)  # its name has the second
    archive = script("backup-application.sh").stdout.strip()
    drill.require("application-" in archive, "no archive is named")
    drill.require(not unfinished.exists(), "what an interruption left stays for ever")
    elsewhere = sorted(path.name for path in (drill.folder / "elsewhere").iterdir())
    drill.require(elsewhere == [Path(archive).name, Path(archive).name + ".sha256"], f"elsewhere is {elsewhere}")
    listed = script("restore-application.sh", archive, "--identity", key, "--dry-run").stdout
    drill.require("etc/pgpass" in listed and "nginx/nginx.conf" in listed, "the listing lacks a file")
    target = drill.folder / "target"
    target.mkdir()
    script("restore-application.sh", archive, "--identity", key, "--root", target)
    back = target / str(drill.folder / "etc" / "pgpass").lstrip("/")
    drill.require(back.read_text() == "secret\n" and back.stat().st_mode & 0o777 == 0o600, "a secret came back otherwise")
    restored = target / str(database).lstrip("/")
    listed = admin(drill, f"sqlite:{restored}", "list-productions").stdout
    drill.require(production in listed, "the SQLite database came back without its production")
    with sqlite3.connect(restored) as check:
        drill.require(check.execute("PRAGMA integrity_check").fetchone()[0] == "ok", "the SQLite database is damaged")

    # Once more over a database that has got a change since, which is in its log only.
    last = sqlite3.connect(restored)
    last.execute("PRAGMA journal_mode = WAL")
    last.execute("PRAGMA wal_autocheckpoint = 0")
    last.execute("CREATE TABLE only_in_the_log (x)")
    last.execute("INSERT INTO only_in_the_log VALUES (7)")
    last.commit()
    kept = [Path(f"{restored}{end}").read_bytes() for end in ("", "-wal")]
    last.close()
    for end, content in zip(("", "-wal"), kept):
        Path(f"{restored}{end}").write_bytes(content)  # as a server that was killed leaves it
    script("restore-application.sh", archive, "--identity", key, "--root", target)
    with sqlite3.connect(f"{restored}.before-restore") as check:
        try:
            found = check.execute("SELECT x FROM only_in_the_log").fetchall()
        except sqlite3.Error as problem:
            found = problem
        drill.require(found == [(7,)], f"what was there before is kept without its last change: {found}")
    with sqlite3.connect(restored) as check:
        drill.require(not check.execute("SELECT 1 FROM sqlite_master WHERE name = 'only_in_the_log'").fetchall(),
                      "the database that was put back has the log of the one before")

    # Over a server that runs nothing is put back.
    stand_in = drill.start("sleep", "60", env={**os.environ, "FILM_SERVICE": "server"})
    (drill.folder / "state2" / "server.pid").write_text(f"{stand_in.pid}\n")
    refused = script("restore-application.sh", archive, "--identity", key, check=False)
    stop(stand_in)
    drill.require(refused.returncode == 1 and "server runs" in refused.stderr, f"it restores under a server that runs: {refused.stderr}")

    flip(Path(archive))
    damaged = script("restore-application.sh", archive, "--identity", key, "--root", target, check=False)
    drill.require(damaged.returncode == 1, "a damaged archive is restored")
    Path(archive + ".sha256").unlink()
    damaged = script("restore-application.sh", archive, "--identity", key, "--root", target, check=False)
    drill.require(damaged.returncode == 1, "without its checksum a damaged archive is restored")
    drill.note("settings, a secret and an SQLite database came back; a damaged archive is refused")


def main():
    options(__doc__)
    with Drill("backups") as drill:
        database_backups(drill)
        application_backups(drill)


if __name__ == "__main__":
    main()
