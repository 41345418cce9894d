#!/usr/bin/env python3
"""What security-audit.sh has worked out: components, their advisories, secrets where they do not belong.

    audit.py sbom PROGRAM              the list of components, CycloneDX 1.5
    audit.py advisories SBOM TRACKER   what Debian's tracker (its data/json) says about them
    audit.py secrets [--but PATTERN] PATH...    files with a key, a token or a password in them

One finding a line. Exit code: 0 none, 1 some, 2 not understood.
"""

import glob
import json
import os
import re
import subprocess
import sys

SECRETS = {
    "a private key": rb"-----BEGIN [A-Z ]*PRIVATE KEY-----",
    "a key of age": rb"AGE-SECRET-KEY-1[0-9A-Z]{20}",
    "a key of AWS": rb"\bAKIA[0-9A-Z]{16}\b",
    "a token (JWT)": rb"\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{20,}",
    "a token of GitHub": rb"\bgh[pousr]_[A-Za-z0-9]{36}\b",
    "a personal token of ours": rb"\bfilmtracker_[A-Za-z0-9_-]{43}\b",
    # Not one that a shell or a person has to put in.
    "a password in an address": rb"[a-z]://[^:/@\s\"'<>{}$%]+:(?!CHANGE|PASSWORD|\.\.\.)[^@/\s\"'<>{}$%(]{3,}@[a-zA-Z0-9]",
    "a passphrase": rb"(?m)^\s*repo\d-(?:cipher-pass|s3-key-secret)=(?!CHANGE-ME|of-this)\S+",
}
PIECE = 4 * 1024 * 1024
OVERLAP = 64 * 1024  # longer than any of them


def said(*command):
    return subprocess.run(command, capture_output=True, text=True).stdout


def sbom(program):
    # Linked, and what is loaded at run time, which no linker knows.
    linked = subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout
    files = {line.split("=>")[1].split()[0] for line in linked.splitlines() if "=> /" in line}
    files |= set(glob.glob("/usr/lib/*/qt6/plugins/sqldrivers/libqsql*.so") + glob.glob("/usr/lib/*/qt6/plugins/tls/*.so"))
    # Asked all at once, by every name that a merged /usr gives a file: one question takes as long as fifty.
    tried = sorted({one for path in files for one in (path, path.removeprefix("/usr"), "/usr" + path)})
    packages = {line.split(": ")[0].split(":")[0].split(",")[0] for line in said("dpkg", "-S", *tried).splitlines()
                if not line.startswith("diversion ")}
    components = []
    for line in sorted(said("dpkg-query", "-W", "-f", "${Package} ${Version} ${Architecture}\n", *sorted(packages)).splitlines()):
        name, version, arch = line.split()
        if any(one["name"] == name for one in components):
            continue  # of another architecture besides
        components.append({"type": "library", "name": name, "version": version, "bom-ref": name,
                           "purl": f"pkg:deb/debian/{name}@{version.replace('+', '%2B').replace(':', '%3A')}?arch={arch}"})
    print(json.dumps({"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
                      "metadata": {"component": {"type": "application", "name": "filmtracker-server",
                                                 "bom-ref": "filmtracker-server"}},
                      "components": components}, indent=1))
    return 0


def advisories(components, tracker, release=None):
    """The tracker names source packages. What has no fix yet is told and is no finding: nobody could do anything."""
    release = release or next((line.split("=")[1].strip() for line in open("/etc/os-release")
                               if line.startswith("VERSION_CODENAME=")), "bookworm")
    known = json.load(open(tracker))
    sources = {}
    for component in json.load(open(components))["components"]:
        source, version = said("dpkg-query", "-W", "-f", "${source:Package} ${source:Version}\n",
                               component["name"]).split()[:2]
        sources[source] = version
    findings = unfixed = 0
    for source, installed in sorted(sources.items()):
        for name, issue in sorted(known.get(source, {}).items()):
            there = issue.get("releases", {}).get(release)
            if not there:
                continue
            fixed = there.get("fixed_version")
            if there.get("status") == "open" or not fixed:
                unfixed += there.get("status") == "open" and there.get("urgency") not in ("unimportant", "end-of-life")
            elif fixed != "0" and subprocess.run(["dpkg", "--compare-versions", installed, "lt", fixed]).returncode == 0:
                print(f"{name}: {source} {installed} is vulnerable, {fixed} is not")
                findings += 1
    print(f"{len(sources)} source packages, {unfixed} issues of theirs without a fix yet", file=sys.stderr)
    return 1 if findings else 0


def files_of(paths):
    for path in paths:
        if os.path.isfile(path):
            yield path
        for folder, _, names in os.walk(path):
            for name in names:
                found = os.path.join(folder, name)
                if os.path.isfile(found) and not os.path.islink(found):
                    yield found


def pieces_of(path):
    """The file in parts that overlap, each with the number of its first line. None of a program: they have the
    words that stand before a key, and no key."""
    line = 1
    with open(path, "rb") as file:
        data = file.read(PIECE)
        if b"\0" in data[:8192]:
            return
        while data:
            yield line, data
            more = file.read(PIECE)
            if not more:
                return
            # From the beginning of a line, where there is one: some of them stand there only.
            begin = max(0, len(data) - OVERLAP)
            begin = data.find(b"\n", begin) + 1 or begin
            line += data.count(b"\n", 0, begin)
            data = data[begin:] + more


def secrets(paths, but=None):
    findings = 0
    for path in files_of(paths):
        if but and re.search(but, path):
            continue
        missing = dict(SECRETS)
        try:
            for line, data in pieces_of(path):
                for what, pattern in list(missing.items()):
                    found = re.search(pattern, data)
                    if found:
                        # The place and never the secret itself.
                        print(f"{path}:{line + data.count(10, 0, found.start())}: {what}")
                        findings += 1
                        del missing[what]
        except OSError:
            continue
    return 1 if findings else 0


def main(words):
    but = None
    if words[:1] == ["secrets"] and words[1:2] == ["--but"]:
        but = words[2]
        words = ["secrets", *words[3:]]
    if words[:1] == ["sbom"] and len(words) == 2:
        return sbom(words[1])
    if words[:1] == ["advisories"] and len(words) in (3, 4):
        return advisories(*words[1:])
    if words[:1] == ["secrets"] and len(words) > 1:
        return secrets(words[1:], but)
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
