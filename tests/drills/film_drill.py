"""What the drills have in common: a folder, processes that end with it, a PostgreSQL, devices, load.

Only Python's own library. Ports are below 32768, where no outgoing connection takes them, and
everything is on loopback.
"""

import argparse
import datetime
import http.client
import json
import os
import pathlib
import queue
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "scripts"
BIN = pathlib.Path(os.environ.get("FILM_BINARY_DIR", ROOT / "build" / "ci")) / "bin"
SKIPPED = 77
# The scripts' Python is this one: one that a version manager puts in between starts a shell or two each time.
os.environ["PATH"] = f"{pathlib.Path(sys.executable).parent}:{os.environ['PATH']}"


class Skip(Exception):
    pass


class Broken(Exception):
    pass


class Drill:
    """with Drill("disaster") as drill: … The figures are printed, and the exit code says what holds."""

    def __init__(self, name, arguments=None):
        self.name = name
        self.arguments = arguments
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix=f"filmtracker-{name}.", dir="/var/tmp"))
        self.folder.chmod(0o755)
        self.processes = []
        self.endings = []
        self.figures = []
        self.broken = []
        self.begun = time.monotonic()

    def __enter__(self):
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
        return self

    def __exit__(self, kind, value, trace):
        for ending in reversed(self.endings):
            try:
                ending()
            except Exception as problem:  # the rest has to end, too
                print(f"  while ending: {problem}", file=sys.stderr)
        for process in reversed(self.processes):
            stop(process)
        keep = os.environ.get("FILM_KEEP")
        code = 0
        if kind is Skip:
            print(f"{self.name}: SKIPPED, {value}")
            code = SKIPPED
        elif kind is not None and kind is not SystemExit:
            self.require(False, f"{kind.__name__}: {value}")
            if kind is not Broken:
                import traceback
                traceback.print_exception(kind, value, trace)
            code = 1
        elif kind is SystemExit:
            code = value.code
        if code not in (SKIPPED,):
            verdict = "BROKEN" if self.broken else "ended early" if code else "holds"
            print(f"{self.name}: {verdict}, {time.monotonic() - self.begun:.0f} s", flush=True)
            code = code or (1 if self.broken else 0)
        if keep or (code not in (0, SKIPPED)):
            print(f"  what is left: {self.folder}")
        else:
            shutil.rmtree(self.folder, ignore_errors=True)
        sys.stdout.flush()
        os._exit(code or 0)

    def figure(self, what, value, unit=""):
        text = f"{value:.1f}" if isinstance(value, float) else str(value)
        self.figures.append((what, value, unit))
        print(f"  {what}: {text}{' ' + unit if unit else ''}", flush=True)

    def note(self, text):
        print(f"  {text}", flush=True)

    def require(self, holds, what):
        if not holds:
            self.broken.append(what)
            print(f"  BROKEN: {what}", flush=True)
        return holds

    def start(self, *command, log=None, **options):
        with open(log or self.folder / "processes.log", "ab") as out:
            process = subprocess.Popen([str(part) for part in command], stdout=options.pop("stdout", out),
                                       stderr=out, stdin=options.pop("stdin", subprocess.DEVNULL),
                                       start_new_session=True, **options)
        self.processes.append(process)
        return process

    def run(self, *command, check=True, timeout=600, **options):
        begun = time.monotonic()
        done = subprocess.run([str(part) for part in command], capture_output=True, text=True,
                              timeout=timeout, **options)
        with open(self.folder / "commands.log", "a") as log:
            log.write(f"$ {' '.join(str(part) for part in command)}\n{done.stdout}{done.stderr}[{done.returncode}, "
                      f"{time.monotonic() - begun:.1f} s, until {time.monotonic() - self.begun:.1f} s]\n")
        if check and done.returncode != 0:
            raise Broken(f"{' '.join(str(part) for part in command)[:200]} ended with {done.returncode}: "
                         f"{(done.stderr or done.stdout).strip()[-600:]}")
        return done


def stop(process, sig=signal.SIGTERM, patience=10):
    if process.poll() is not None:
        return
    try:
        os.killpg(process.pid, sig)
        process.wait(patience)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(10)
    except ProcessLookupError:
        pass


def need(*programs):
    for program in programs:
        if not shutil.which(program):
            raise Skip(f"{program} is not installed")


_given = set()


def free_port():
    while True:
        port = random.randrange(20000, 32000)
        if port in _given:
            continue
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        _given.add(port)
        return port


def wait_until(is_so, seconds, step=0.05):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if is_so():
            return True
        time.sleep(step)
    return bool(is_so())


def listens(port):
    # Not by connecting: a port that nobody listens on may connect to itself.
    wanted = f"{port:04X}"
    for line in pathlib.Path("/proc/net/tcp").read_text().splitlines()[1:]:
        fields = line.split()
        if fields[3] == "0A" and fields[1].endswith(":" + wanted):
            return True
    return False


def get(url, timeout=5):
    """Status and body, or (0, reason)."""
    import urllib.error
    import urllib.request
    try:
        with urllib.request.urlopen(url, timeout=timeout) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode(errors="replace")
    except OSError as error:
        return 0, str(error)


class Postgres:
    """A cluster with its checks on and its writes on disk: what a backup or a failover is worth."""

    def __init__(self, drill, name="data", settings=None):
        found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"))
        if not found:
            raise Skip("PostgreSQL is not installed")
        self.bin = found[-1]
        self.drill = drill
        self.folder = drill.folder / "postgres"
        self.folder.mkdir(exist_ok=True)
        self.data = self.folder / name
        self.port = free_port()
        self.as_user = []
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres", "postgres")
            self.as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"]
        self.settings = {"port": self.port, "listen_addresses": "'127.0.0.1'",
                         "unix_socket_directories": f"'{self.folder}'", "max_connections": 100,
                         "shared_buffers": "128MB", **(settings or {})}
        drill.endings.append(self.stop)

    def tool(self, name, *arguments, **options):
        return self.drill.run(*self.as_user, self.bin / name, *arguments, cwd="/", **options)

    def create(self):
        self.tool("initdb", "-D", self.data, "-U", "film", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8",
                  "--data-checksums", "--no-sync", "--no-instructions")
        with open(self.data / "postgresql.conf", "a") as conf:
            for key, value in self.settings.items():
                conf.write(f"{key} = {value}\n")

    def start(self):
        self.tool("pg_ctl", "-D", self.data, "-l", f"{self.data}.log", "-w", "-t", "60", "-s", "start")

    def stop(self):
        if (self.data / "postmaster.pid").exists():
            self.tool("pg_ctl", "-D", self.data, "-m", "immediate", "-s", "stop", check=False)

    def pid(self):
        return int((self.data / "postmaster.pid").read_text().split()[0])

    def kill(self):
        """As a machine that is lost: everything at once, and nothing is flushed."""
        pid = self.pid()
        children = [int(c) for c in pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
        for each in [pid] + children:
            try:
                os.kill(each, signal.SIGKILL)
            except ProcessLookupError:
                pass
        wait_until(lambda: not pathlib.Path(f"/proc/{pid}").exists(), 10)

    def sql(self, text, database="postgres"):
        done = self.tool("psql", "-XAtq", "-h", self.folder, "-p", self.port, "-U", "film", "-d", database,
                         "-v", "ON_ERROR_STOP=1", "-c", text)
        return done.stdout.strip()

    def url(self, database="filmtracker"):
        return f"postgresql://film@127.0.0.1:{self.port}/{database}"


class BackedUp:
    """A cluster with two encrypted repositories of pgBackRest, and the scripts told about all of it."""

    def __init__(self, drill, archive_timeout=5):
        need("pgbackrest", "jq")
        self.drill = drill
        self.repository = drill.folder / "repository"
        self.far = drill.folder / "far"  # as the one on S3 is, on a disk
        self.metrics = drill.folder / "metrics"
        conf = drill.folder / "pgbackrest.conf"
        self.postgres = postgres = Postgres(drill, settings={
            "archive_mode": "on", "archive_timeout": archive_timeout,
            "archive_command": f"'pgbackrest --config={conf} --stanza=film archive-push %p'"})
        for name in ("repository", "far", "spool", "lock", "log", "metrics", "state", "config", "backups"):
            (drill.folder / name).mkdir()
            if os.geteuid() == 0:
                shutil.chown(drill.folder / name, "postgres", "postgres")
        conf.write_text(f"""[global]
repo1-path={self.repository}
repo1-cipher-type=aes-256-cbc
repo1-cipher-pass=of-this-drill-only
repo1-retention-full=2
repo1-bundle=y
repo2-path={self.far}
repo2-cipher-type=aes-256-cbc
repo2-cipher-pass=of-this-drill-only-too
repo2-retention-full=2
repo2-retention-archive-type=full
repo2-retention-archive=1
repo2-bundle=y
compress-type=zst
process-max=2
start-fast=y
spool-path={drill.folder}/spool
lock-path={drill.folder}/lock
log-path={drill.folder}/log
log-level-console=warn
log-level-stderr=off
[film]
pg1-path={postgres.data}
pg1-port={postgres.port}
pg1-socket-path={postgres.folder}
pg1-user=film
""")
        if os.geteuid() == 0:
            shutil.chown(conf, "postgres", "postgres")
        conf.chmod(0o600)
        postgres.create()
        postgres.start()
        postgres.sql("CREATE DATABASE filmtracker")
        self.database = postgres.url()
        self.environment = environment_file(
            drill, FILM_SUPERVISOR="process", FILM_BALANCER="none", FILM_STATE=drill.folder / "state",
            FILM_CONFIG=drill.folder / "config", FILM_HOME=drill.folder / "home", FILM_PGBACKREST_CONFIG=conf, FILM_PG_BIN=postgres.bin,
            FILM_PG_DATA=postgres.data, FILM_PG_SOCKET=postgres.folder, FILM_PG_PORT=postgres.port,
            FILM_PG_SUPERUSER="film", FILM_DATABASE=f"'{self.database}'", FILM_SERVER=BIN / "filmtracker-server",
            FILM_METRICS_FOLDER=self.metrics, FILM_SCRATCH=drill.folder, FILM_BACKUPS=drill.folder / "backups")

    def script(self, name, *words, check=True, **more):
        return self.drill.run(SCRIPTS / name, *words, check=check, timeout=3600,
                              env={**os.environ, "FILM_ENVIRONMENT": str(self.environment), **more})

    def service(self, name):
        """A server that the scripts know, as they start it themselves."""
        return Service(self, name)

    def full_disk(self):
        """A folder for PATH with a df that finds a disk nearly full."""
        folder = self.drill.folder / "full-disk"
        folder.mkdir(exist_ok=True)
        (folder / "df").write_text("#!/bin/sh\necho Avail\necho 1000\n")
        (folder / "df").chmod(0o755)
        return folder

    def figures(self):
        """What the scripts have told Prometheus."""
        found = {}
        for file in self.metrics.glob("*.prom"):
            for line in file.read_text().splitlines():
                if not line.startswith("#"):
                    name, value = line.rsplit(" ", 1)
                    found[name] = float(value)
        return found


class Service:
    def __init__(self, scene, name):
        self.scene, self.name = scene, name
        folder = scene.drill.folder
        (folder / "home" / name).mkdir(parents=True)
        (folder / "home" / name / "bin").symlink_to(BIN)
        (folder / "config" / "server.conf").write_text(f"database={scene.database}\ndata={folder}/data-{name}\nlog=json\n")
        (folder / "config" / f"{name}.env").write_text(
            f"FILMTRACKER_LISTEN=127.0.0.1:{free_port()}\nFILMTRACKER_HTTP=127.0.0.1:{free_port()}\n")
        scene.drill.endings.append(lambda: self._do(f"stop_service {name}"))
        self._do(f"start_service {name}; wait_ready {name} 60")

    def _do(self, words, check=True):
        return self.scene.drill.run("bash", "-c", f". {SCRIPTS}/lib/operations.sh; load_environment; {words}", check=check,
                                    env={**os.environ, "FILM_ENVIRONMENT": str(self.scene.environment)})

    def is_running(self):
        return self._do(f"is_running {self.name}", check=False).returncode == 0


class Server:
    def __init__(self, drill, database, name="server", *options):
        self.drill = drill
        self.port, self.http = free_port(), free_port()
        self.database = database
        self.name = name
        self.options = options
        self.process = None

    @property
    def url(self):
        return f"ws://127.0.0.1:{self.port}"

    @property
    def http_url(self):
        return f"http://127.0.0.1:{self.http}"

    def start(self, patience=60):
        self.process = self.drill.start(
            BIN / "filmtracker-server", "serve", "--database", self.database, "--listen", f"127.0.0.1:{self.port}",
            "--http", f"127.0.0.1:{self.http}", "--data", self.drill.folder / f"data-{self.name}", "--log", "json",
            "--hello-per-second", "20000", "--requests-per-minute", "1000000", *self.options,
            log=self.drill.folder / f"{self.name}.log")
        if not wait_until(lambda: listens(self.http) and get(self.http_url + "/health/ready")[0] == 200, patience):
            raise Broken(f"{self.name} is not ready: {get(self.http_url + '/health/ready')}")

    def stop(self, sig=signal.SIGTERM):
        stop(self.process, sig, 20)


def admin(drill, database, *arguments, check=True):
    return drill.run(BIN / "filmtracker-server", "admin", *arguments, "--database", database, check=check,
                     timeout=7200)


PEOPLE = [("Maya Lindqvist", "Camera", "1st AC"), ("Ruben Castellane", "Camera", "Operator"),
          ("Priya Nair", "Production", "Coordinator"), ("Nils Aaberg", "Electric", "Lamp operator"),
          ("Ines Duarte", "Sound", "Mixer"), ("Tomas Berg", "Grip", "Key grip"),
          ("Aiko Mori", "Costume", "Designer"), ("Lea Fontaine", "Make-up", "Artist")]


def make_production(drill, database):
    made = admin(drill, database, "create-production", "--title", "Drill", "--zone", "Europe/Oslo",
                 "--week-ends", "saturday", "--currency", "EUR")
    production = made.stdout.strip()
    crew = drill.folder / "crew.csv"
    crew.write_text("Name,Department,Position,Unit\n" + "".join(f"{a},{b},{c},Main\n" for a, b, c in PEOPLE))
    admin(drill, database, "import-crew", "--production", production, crew)
    return production


class Typist:
    """Somebody at a real client, who saves and syncs. What was reported saved is in `saved`, with the
    moment, and in a file that verify-log reads."""

    def __init__(self, drill, database, production, number, url):
        self.drill = drill
        self.person = PEOPLE[number][0]
        self.name = self.person.split()[0].lower()
        self.number = number
        self.saved = []
        self.lines = 0
        self.file = drill.folder / f"saved-{self.name}.txt"
        self.file.touch()
        self.environment = {**os.environ, "FILMTRACKER_SECRETS": "plain", "QT_QPA_PLATFORM": "offscreen",
                            "TZ": "UTC", "LC_ALL": "C.UTF-8", "HOME": str(drill.folder)}
        made = admin(drill, database, "invite", "--production", production, "--person", self.person)
        code = made.stdout.strip().splitlines()[-1].split()[-1]
        self.command("join", "--server", url, "--code", code, "--device", self.name)
        self.command("sync", "--wait", "60")

    def command(self, *arguments, check=True, timeout=120):
        return self.drill.run(BIN / "filmtracker-cli", "--data", self.drill.folder / f"device-{self.name}",
                              *arguments, env=self.environment, check=check, timeout=timeout)

    def start(self, pace=0.2, wait=600):
        self.pace = pace
        self.process = self.drill.start(
            BIN / "filmtracker-cli", "--data", self.drill.folder / f"device-{self.name}", "run", "--wait", str(wait),
            "--stdin", stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=self.environment,
            log=self.drill.folder / f"device-{self.name}.log")
        self.typing = True
        self.hands = threading.Thread(target=self._type, daemon=True)
        self.eyes = threading.Thread(target=self._read, daemon=True)
        self.eyes.start()
        self.hands.start()

    def _line(self):
        day = datetime.date(2025, 11, 1) + datetime.timedelta(days=self.lines % 28)
        variant = self.lines // 28
        self.lines += 1
        return (f"{day}\t{self.person}\t07{variant // 60 % 60:02} 1300-13{30 + self.number % 30:02} "
                f"18{variant % 60:02}\n")

    def _type(self):
        while self.typing:
            try:
                self.process.stdin.write(self._line().encode())
                self.process.stdin.flush()
            except OSError:
                return
            time.sleep(self.pace)

    def _read(self):
        with open(self.file, "a") as ledger:
            for line in self.process.stdout:
                text = line.decode()
                if text.startswith("saved "):
                    self.saved.append((time.time(), text[6:42]))
                    ledger.write(text)
                    ledger.flush()

    def finish(self, patience):
        """Ends the typing; True when everything is confirmed by then."""
        self.typing = False
        self.hands.join(10)
        try:
            self.process.stdin.close()
        except OSError:
            pass
        try:
            code = self.process.wait(patience)
        except subprocess.TimeoutExpired:
            stop(self.process)
            return False
        self.eyes.join(10)
        return code == 0


class Crowd:
    """Many devices that are no more than a session of the protocol: filmtracker-crowd."""

    def __init__(self, drill, postgres_url, devices, watchers=0):
        program = BIN / "filmtracker-crowd"
        if not program.exists():
            raise Skip("filmtracker-crowd is not built")
        self.process = drill.start(program, "--postgres", postgres_url, "--devices", str(devices),
                                   "--watchers", str(watchers), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   log=drill.folder / "crowd.log")
        self.about = self._answer()

    def _answer(self):
        line = self.process.stdout.readline()
        if not line:
            raise Broken("the crowd has ended")
        answer = json.loads(line)
        if "error" in answer:
            raise Broken("the crowd: " + answer["error"])
        return answer

    def tell(self, *words):
        self.process.stdin.write((" ".join(str(w) for w in words) + "\n").encode())
        self.process.stdin.flush()
        return self._answer()

    def end(self):
        self.process.stdin.close()
        self.process.wait(30)


class HttpLoad:
    """Threads that ask for paths one after the other over kept connections. A request on a connection
    that was closed meanwhile is sent once more, as browsers and QNetworkAccessManager do."""

    def __init__(self, port, paths, threads=8, pause=0.01):
        self.port, self.paths, self.pause = port, paths, pause
        self.asked = 0
        self.again = 0
        self.failures = []
        self.seconds = []
        self.lock = threading.Lock()
        self.going = True
        self.threads = [threading.Thread(target=self._ask, args=(i,), daemon=True) for i in range(threads)]
        for thread in self.threads:
            thread.start()

    def _ask(self, number):
        connection = None
        turn = number
        while self.going:
            path = self.paths[turn % len(self.paths)]
            turn += 1
            begun = time.monotonic()
            problem = again = None
            for attempt in (1, 2):
                kept = connection is not None
                try:
                    if connection is None:
                        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=15)
                    connection.request("GET", path)
                    answer = connection.getresponse()
                    answer.read()
                    problem = None if answer.status == 200 else f"{path}: {answer.status}"
                    if answer.will_close:
                        connection.close()
                        connection = None
                    break
                except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError) as error:
                    connection.close()
                    connection = None
                    problem = f"{path}: {error!r}"
                    again = kept
                    if not kept:
                        break
                except (OSError, http.client.HTTPException) as error:
                    connection.close()
                    connection = None
                    problem = f"{path}: {error!r}"
                    break
            with self.lock:
                self.asked += 1
                self.again += 1 if again else 0
                self.seconds.append(time.monotonic() - begun)
                if problem:
                    self.failures.append((time.time(), problem))
            time.sleep(self.pause)

    def stop(self):
        self.going = False
        for thread in self.threads:
            thread.join(20)

    def p(self, share):
        with self.lock:
            ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


def verify_ledger(drill, database, production, files):
    """Everything that was reported saved is in the log exactly once; log, chain and records agree."""
    done = admin(drill, database, "verify-log", "--production", production, *files, check=False)
    drill.require(done.returncode == 0, f"verify-log: {(done.stdout + done.stderr).strip()[-400:]}")
    return done.stdout


def environment_file(drill, **values):
    path = drill.folder / "operations.env"
    path.write_text("".join(f"{key}={value}\n" for key, value in values.items()))
    return path


def options(description, **extra):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--long", action="store_true", help="what a release is held against")
    for name, (default, text) in extra.items():
        kind = {"action": "store_true"} if default is False else {"type": type(default), "default": default}
        parser.add_argument("--" + name.replace("_", "-"), help=text, **kind)
    return parser.parse_args()
