"""Machines of a drill: network namespaces on one bridge, whose cable can be pulled out."""

import os
import pathlib
import random
import signal
import subprocess

from film_drill import Broken, Postgres, Skip, get, need, stop, wait_until


class Network:
    def __init__(self, drill):
        need("ip")
        if os.geteuid() != 0:
            raise Skip("needs root: network namespaces stand for machines")
        self.drill = drill
        self.machines = []
        self.name = f"ft{os.getpid() % 1000000}"
        taken = drill.run("ip", "-4", "route", "show").stdout
        self.net = next(net for net in (f"10.77.{random.randrange(1, 250)}" for _ in range(100)) if f"{net}." not in taken)
        drill.endings.append(self.end)
        if drill.run("ip", "link", "add", self.name, "type", "bridge", check=False).returncode != 0:
            raise Skip("no bridge can be made here")
        drill.run("ip", "addr", "add", f"{self.net}.1/24", "dev", self.name)
        drill.run("ip", "link", "set", self.name, "up")

    def machine(self, name):
        made = Machine(self, name, len(self.machines))
        self.machines.append(made)
        return made

    def end(self):
        for machine in self.machines:
            subprocess.run(["ip", "netns", "del", machine.space], capture_output=True)
        subprocess.run(["ip", "link", "del", self.name], capture_output=True)


class Machine:
    def __init__(self, network, name, number):
        self.network = network
        self.name = name
        self.space = f"{network.name}-{name}"
        self.cable = f"{network.name}v{number}"
        self.address = f"{network.net}.{10 + number}"
        self.prefix = ["ip", "netns", "exec", self.space]
        run = network.drill.run
        if run("ip", "netns", "add", self.space, check=False).returncode != 0:
            raise Skip("no network namespace can be made here")
        run("ip", "link", "add", self.cable, "type", "veth", "peer", "name", "eth0", "netns", self.space)
        run("ip", "-n", self.space, "addr", "add", f"{self.address}/24", "dev", "eth0")
        for device in ("lo", "eth0"):
            run("ip", "-n", self.space, "link", "set", device, "up")
        run("ip", "link", "set", self.cable, "up")
        self.heal()

    def cut(self):
        """Nothing goes in or out any more, and nobody is told."""
        self.network.drill.run("ip", "link", "set", self.cable, "nomaster")

    def heal(self):
        self.network.drill.run("ip", "link", "set", self.cable, "master", self.network.name)


class DatabaseMachine(Postgres):
    def __init__(self, drill, machine):
        super().__init__(drill, settings={"listen_addresses": "'*'"})
        self.machine = machine
        self.as_user = [*machine.prefix, *self.as_user]

    def stop(self):
        if (self.data / "postmaster.pid").exists():
            self.signal_all(signal.SIGCONT)
        super().stop()

    def create(self):
        super().create()
        with open(self.data / "pg_hba.conf", "a") as rules:
            rules.write(f"host all all {self.machine.network.net}.0/24 trust\n")

    def url(self, database="filmtracker"):
        return f"postgresql://film@{self.machine.address}:{self.port}/{database}"

    def here(self, database="filmtracker"):
        """Through its socket, which no cable has to do with."""
        return f"postgresql://film@/{database}?host={self.folder}&port={self.port}"

    def signal_all(self, which):
        pid = self.pid()
        children = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        for each in [pid, *map(int, children)]:
            try:
                os.kill(each, which)
            except ProcessLookupError:
                pass


class ServerMachine:
    """A server with a name that the scripts know: what they would have started themselves."""

    def __init__(self, drill, machine, name, program, config, state):
        self.drill, self.machine, self.name, self.program = drill, machine, name, program
        self.config, self.state = config, state
        self.http_url = f"http://{machine.address}:7421"
        (config / f"{name}.env").write_text(
            f"FILMTRACKER_LISTEN={machine.address}:7420\nFILMTRACKER_HTTP={machine.address}:7421\n")
        self.process = None

    def start(self):
        settings = dict(line.split("=", 1) for line in (self.config / f"{self.name}.env").read_text().splitlines())
        self.process = self.drill.start(
            *self.machine.prefix, self.program, "serve", "--config", self.config / "server.conf",
            log=self.state / f"{self.name}.log", env={**os.environ, **settings, "FILM_SERVICE": self.name})
        (self.state / f"{self.name}.pid").write_text(f"{self.process.pid}\n")
        if not wait_until(self.is_ready, 60, 0.2):
            raise Broken(f"{self.name} is not ready: {get(self.http_url + '/health/ready')}")

    def is_ready(self):
        return get(self.http_url + "/health/ready", 2)[0] == 200

    def figure(self, pattern):
        """The sum of all figures with that beginning, or None where it does not answer."""
        status, text = get(self.http_url + "/metrics", 3)
        if status != 200:
            return None
        return sum(float(line.rsplit(" ", 1)[1]) for line in text.splitlines() if line.startswith(pattern))

    def devices(self):
        return int(self.figure('filmtracker_sessions{phase="live"}') or 0)

    def stop(self):
        stop(self.process, signal.SIGTERM, 20)
        (self.state / f"{self.name}.pid").unlink()

    def pause(self):
        self.process.send_signal(signal.SIGSTOP)

    def go_on(self):
        self.process.send_signal(signal.SIGCONT)
