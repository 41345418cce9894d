#!/usr/bin/env python3
"""Whether what the guides of operations tell somebody to type is there to be typed.

    docs_fit.py        and that slips made on purpose are found

In docs/operations.md, operations-coverage.md, docs/runbooks/ and deploy/README.md: every script and every option of one against its
--help, the commands of filmtracker-server and filmtracker-admin against their help, units of systemd, metrics of
ours, links, alerts with a page; every question to psql is asked (FILM_TEST_POSTGRES), every pipe behind
journalctl is fed with lines that the programs wrote (tests/fixtures/logs) and has to say something.
One fault a line. Exit code: 0 none, 1 some. What could not be asked is said.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
BIN = pathlib.Path(os.environ.get("FILM_BINARY_DIR", ROOT / "build" / "ci")) / "bin"
LINES = ROOT / "tests" / "fixtures" / "logs"
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")

# A page with a slip of each kind, and what has to be said of it.
SLIPS = """
    health-check.sh --quite
    backup-databse.sh full
    filmtracker-server admin epoch --production ID
    filmtracker-server admin devices --produktion ID
    systemctl status filmtracker-backup-half.timer
    psql -c "SELECT no_such_column FROM pg_stat_archiver"
    journalctl -u 'filmtracker-server*' | grep '^{' | jq -c 'select(.mesage == "answered")'
`filmtracker_no_such_total`, `--no-such-option`, `soak --hours 3`, [away](away.md)
"""
FOUND = ("health-check.sh has no --quite", "there is no backup-databse.sh", "has no epoch", "devices has no --produktion",
         "there is no filmtracker-backup-half.timer", 'column "no_such_column" does not exist', "says nothing: cat",
         "there is no metric filmtracker_no_such_total", "nothing has --no-such-option", "the drill soak has no --hours",
         "there is no away.md")

wrong, unseen = [], []
_help = {}


def said(*command, **options):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=120, **options)


def help_of(path):
    if path not in _help:
        done = said(path, "--help", cwd=ROOT)
        _help[path] = done.stdout + done.stderr
    return _help[path]


def commands(text):
    """What stands in backticks, and the lines of blocks: with their continuation, without the prompt."""
    blocks = re.sub(r"(?ms)^```\w*\n(.*?)^```", lambda m: "\n".join("    " + line for line in m[1].splitlines()), text)
    for line in re.findall(r"(?m)^ {4,}(\S.*)$", blocks):
        yield line.removeprefix("# ")
    for span in re.findall(r"`([^`\n]+)`", re.sub(r"(?m)^ {4,}.*$", "", blocks)):
        yield span


def script_named(name):
    # In the tree's own words, or as a bare name.
    for folder in ("scripts", "tests/deploy", "tests/drills", "deploy/container", "deploy/monitoring/grafana", "deploy/compose"):
        if (ROOT / folder / name.rsplit("/", 1)[-1]).is_file():
            return ROOT / folder / name.rsplit("/", 1)[-1]
    return None


def look_at_scripts(page, command):
    if re.match(r"\S*: |\d{4}-\d\d-\d\dT|info |warning ", command):
        return  # something that was seen, and not a command
    for found in re.finditer(r"([\w./-]*[\w-]+\.(?:sh|py))\b([^|;&#)]*)", command):
        name, rest = found[1], found[2]
        script = script_named(name)
        if script is None:
            wrong.append(f"{page}: there is no {name}")
            continue
        for option in OPTION.findall(rest):
            if option not in OPTION.findall(help_of(script)):
                wrong.append(f"{page}: {script.name} has no {option}")


def look_at_drills(page, command):
    found = re.match(r"(\w+)((?: --[a-z-]+(?: [\w,]+)?)+)$", command)
    script = found and ROOT / "tests" / "drills" / f"{found[1]}.py"
    if script and script.is_file():
        for option in OPTION.findall(found[2]):
            if option not in OPTION.findall(help_of(script)):
                wrong.append(f"{page}: the drill {found[1]} has no {option}")


def look_at_admin(page, command, server, client):
    for found in re.finditer(r"filmtracker-(server admin|admin) ([a-z-]+)(?: ([a-z][a-z-]*))?([^|;&#]*)", command):
        listed = server if found[1] == "server admin" else client
        if listed is None:
            continue
        line = next((one for one in listed if one[:2] == [found[2], found[3]]),
                    next((one for one in listed if one[0] == found[2] and (len(one) < 2 or not one[1].isalpha())), None))
        if line is None:
            wrong.append(f"{page}: filmtracker-{found[1]} has no {found[2]} {found[3] or ''}")
            continue
        known = OPTION.findall(" ".join(word for one in listed if one[0] == found[2] for word in one))
        for option in OPTION.findall(found[4] or ""):
            if option not in known + ["--database", "--json", "--server"]:
                wrong.append(f"{page}: filmtracker-{found[1]} {found[2]} has no {option}")


def admin_help(*command):
    if not (BIN / command[0]).exists():
        unseen.append(f"{command[0]} is not built: its commands")
        return None
    return [line.split() for line in said(BIN / command[0], *command[1:]).stdout.splitlines() if line.startswith("  ")]


def look_at_units(page, text):
    for unit in set(re.findall(r"filmtracker-[a-z-]+\.(?:service|timer)", text)):
        if not (ROOT / "deploy" / "systemd" / unit).exists():
            wrong.append(f"{page}: there is no {unit}")
    for jobs in re.findall(r"filmtracker-\{([a-z,-]+)\}\.timer", text):
        for job in jobs.split(","):
            if not (ROOT / "deploy" / "systemd" / f"filmtracker-{job}.timer").exists():
                wrong.append(f"{page}: there is no filmtracker-{job}.timer")


def look_at_metrics(page, text, known):
    # The backups' have their names from the scripts; tests/deploy/configurations.sh holds rules against both.
    for name in set(re.findall(r"\bfilmtracker[_:][a-z0-9_:]+", text)):
        if name.startswith("filmtracker_backup_repository") or name in ("filmtracker_sync", "filmtracker_http"):
            continue
        # `grep '^filmtracker_redis'` means all that begin so.
        if re.sub(r"_(bucket|count|sum)$", "", name) not in known and not any(one.startswith(name + "_") for one in known):
            wrong.append(f"{page}: there is no metric {name}")


def look_at_links(page, folder, text):
    for link in re.findall(r"\]\(([^)#\s]+)", text):
        if "://" not in link and not (folder / link).exists():
            wrong.append(f"{page}: there is no {link}")


def look_at_options(page, command, known):
    if command.startswith("--"):
        option = OPTION.match(command)
        # Those with a point are of Prometheus' programs.
        if option and command[option.end():][:1] != "." and option[0] not in known:
            wrong.append(f"{page}: nothing has {option[0]}")


class Database:
    def __init__(self):
        self.url = os.environ.get("FILM_TEST_POSTGRES")
        self.ready = bool(self.url) and (BIN / "filmtracker-server").exists() and shutil.which("psql")
        if not self.ready:
            unseen.append("no PostgreSQL (scripts/with_postgres.sh): the questions to psql")
            return
        self.all, self.name = self.url, f"docs_{os.getpid()}"
        said("psql", "-Xq", self.all, "-c", f"CREATE DATABASE {self.name}")
        self.url = urllib.parse.urlsplit(self.all)._replace(path=f"/{self.name}").geturl()
        made = said(BIN / "filmtracker-server", "admin", "create-production", "--title", "Docs", "--zone", "Europe/Oslo",
                    "--week-ends", "saturday", "--currency", "EUR", "--database", self.url)
        if made.returncode:
            wrong.append(f"no database for the questions to psql: {made.stderr}")
            self.ready = False

    def ask(self, page, command):
        found = re.match(r'psql\b.*? -c "([^"]+)"', command)
        if found and self.ready:
            done = said("psql", "-XAt", "-v", "ON_ERROR_STOP=1", self.url, "-c", found[1])
            if done.returncode:
                wrong.append(f"{page}: psql does not understand: {done.stderr.strip()}")


    def end(self):
        if self.ready:
            said("psql", "-Xq", self.all, "-c", f"DROP DATABASE {self.name} WITH (FORCE)")


def look_at_pipes(page, command):
    if page != "logs.md" or "_SYSTEMD_UNIT" in command:
        return
    lines = LINES / "nginx.jsonl"
    if command.startswith("journalctl") and "|" in command:
        lines = LINES / ("system.jsonl" if "postgresql@" in command else "server.jsonl")
        command = f"cat {lines} | {command.split('|', 1)[1]}"
    elif command.startswith("jq "):
        command = command.replace("/var/log/nginx/filmtracker.json", str(lines))
    else:
        return
    done = said("bash", "-o", "pipefail", "-c", command)
    if done.returncode or not done.stdout.strip():
        wrong.append(f"{page}: says nothing: {command} {done.stderr.strip()}")


def main():
    if sys.argv[1:]:
        print(__doc__)
        return 0 if sys.argv[1:] == ["--help"] else 2
    server, client = admin_help("filmtracker-server", "admin", "help"), admin_help("filmtracker-admin", "help")
    metrics = set(re.findall(r"`(filmtracker_\w+)`", (ROOT / "docs" / "metrics.md").read_text()))
    for path in (ROOT / "deploy" / "monitoring").glob("*.rules.yml"):
        metrics |= set(re.findall(r"(?m)record: (\S+)", path.read_text()))
    for path in (ROOT / "scripts").glob("*.sh"):
        metrics |= set(re.findall(r"put_figure \S+ (filmtracker_\w+)", path.read_text()))
    options = set()
    for path in [*(ROOT / "scripts").glob("*.sh"), *(ROOT / "tests" / "drills").glob("[!f]*.py"), *(ROOT / "tests" / "deploy" / name for name in ("bare_system.sh", "package.sh"))]:
        if path.name not in ("run.sh", "test.sh", "with_postgres.sh"):
            options |= set(OPTION.findall(help_of(path)))
    if (BIN / "filmtracker-server").exists():
        options |= set(OPTION.findall(help_of(BIN / "filmtracker-server")))
    else:
        options = None
    database = Database()
    looked = 0

    def look_at(name, folder, text):
        nonlocal looked
        look_at_units(name, text)
        look_at_metrics(name, text, metrics)
        look_at_links(name, folder, text)
        for command in commands(text):
            looked += 1
            look_at_scripts(name, command)
            look_at_drills(name, command)
            look_at_admin(name, command, server, client)
            if options is not None:
                look_at_options(name, command, options)
            database.ask(name, command)
            look_at_pipes(name, command)

    look_at("logs.md", ROOT, SLIPS)
    slips, wrong[:] = list(wrong), []
    if not unseen:
        wrong.extend(f"a slip is not found: {one}" for one in FOUND if not any(one in line for line in slips))
    for page in [ROOT / "docs" / "operations.md", ROOT / "docs" / "operations-coverage.md", *sorted((ROOT / "docs" / "runbooks").glob("*.md")), ROOT / "deploy" / "README.md"]:
        look_at(page.name, page.parent, page.read_text())
    database.end()
    for one in unseen:
        print(f"not seen: {one}")
    for one in sorted(set(wrong)):
        print(one)
    print(f"{looked} commands and names looked at")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
