"""The balancers of deploy/ as the drills run them: their own folder and ports, limits out of the way."""

import os
import pathlib
import re
import shutil
import signal

from film_drill import ROOT, free_port, need, wait_until


class Nginx:
    def __init__(self, drill, port):
        need("nginx")
        self.drill = drill
        self.folder = drill.folder / "nginx"
        shutil.copytree(ROOT / "deploy" / "nginx", self.folder)
        parts = self.folder / "filmtracker"
        user = "user root;\n" if os.geteuid() == 0 else ""
        (parts / "main.conf").write_text(f"{user}pid {self.folder}/nginx.pid;\nerror_log {self.folder}/error.log warn;\n")
        self.tls = free_port()
        drill.run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                  "-keyout", self.folder / "key.pem", "-out", self.folder / "certificate.pem")
        (parts / "listen.conf").write_text(
            f"listen 127.0.0.1:{port};\nlisten 127.0.0.1:{self.tls} ssl http2;\nserver_name localhost;\n"
            f"ssl_certificate {self.folder}/certificate.pem;\nssl_certificate_key {self.folder}/key.pem;\n")
        (parts / "access_log.conf").write_text(f"access_log {self.folder}/access.json filmtracker;\n")
        limits = (parts / "limits.conf").read_text()
        (parts / "limits.conf").write_text(re.sub(r"rate=\d+r/s", "rate=100000r/s", limits))
        self.settings = {"FILM_BALANCER": "nginx", "FILM_NGINX_CONFIG": self.folder / "nginx.conf",
                         "FILM_NGINX_PREFIX": self.folder}

    def start(self):
        self.process = self.drill.start("nginx", "-p", self.folder, "-c", self.folder / "nginx.conf", "-g", "daemon off;")
        wait_until((self.folder / "nginx.pid").exists, 10)

    def reload(self):
        self.process.send_signal(signal.SIGHUP)


class HaProxy:
    def __init__(self, drill, port):
        need("haproxy")
        self.drill = drill
        self.socket = drill.folder / "haproxy.sock"
        text = (ROOT / "deploy" / "haproxy" / "haproxy.cfg").read_text()
        text = re.sub(r'bind "\${FILM_BIND}" ssl .*', 'bind "${FILM_BIND}"', text)
        self.conf = drill.folder / "haproxy.cfg"
        self.conf.write_text(text)
        self.state = drill.folder / "haproxy-servers"
        self.environment = {**os.environ, "FILM_BIND": f"127.0.0.1:{port}", "FILM_ADMIN_SOCKET": str(self.socket),
                            "FILM_SERVER_STATE": str(self.state),
                            "FILM_METRICS_BIND": f"127.0.0.1:{free_port()}", "FILM_REQUESTS_MAX": "1000000"}
        self.settings = {"FILM_BALANCER": "haproxy", "FILM_HAPROXY_SOCKET": self.socket,
                         "FILM_HAPROXY_STATE": self.state}

    def start(self):
        self.process = self.drill.start("haproxy", "-W", "-f", self.conf, env=self.environment,
                                        log=self.drill.folder / "haproxy.log")
        wait_until(self.socket.exists, 10)

    def workers(self):
        return (pathlib.Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()).split()

    def reload(self):
        """As its unit does, but for what it saves before."""
        before = set(self.workers())
        self.process.send_signal(signal.SIGUSR2)
        wait_until(lambda: set(self.workers()) - before, 10)
