"""What one command takes, and the machine that it runs on."""
import dataclasses
import datetime
import os
import pathlib
import platform
import re
import subprocess

HERE = pathlib.Path(__file__).resolve().parent


class Failed(Exception):
    """A command ended otherwise than it should, or what it made is not what was to be measured."""


@dataclasses.dataclass
class Taken:
    wall: float      # seconds
    cpu: float       # seconds, with the processes that it started
    memory: float    # bytes: the largest process
    others: float    # seconds of all cores that other programs used meanwhile; rough, since Linux counts them in hundredths
    said: str


def compiled(name, folder):
    """The C program of this folder, in that one."""
    program = folder / name
    subprocess.run([os.environ.get("CC", "gcc"), "-O2", "-o", program, HERE / f"{name}.c"], check=True)
    return program


def run(meter, command, cwd=None, environment=None):
    reading, writing = os.pipe()
    busy = busy_seconds()
    process = subprocess.Popen([meter, str(writing), *map(str, command)], cwd=cwd, env=clean_environment() | (environment or {}), pass_fds=[writing],
                               stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
    os.close(writing)
    said = process.communicate()[0]
    busy = busy_seconds() - busy
    with os.fdopen(reading) as figures:
        told = figures.read().split()
    if process.returncode or not told or told[3] != "0":
        raise Failed(f"{' '.join(map(str, command))}\n{said[-2000:]}")
    wall, cpu, memory = (float(figure) for figure in told[:3])
    return Taken(wall, cpu, memory, max(0.0, busy - cpu), said)


def clean_environment():
    """What a build may not depend on, made the same for each."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "TMPDIR")}
    return kept | {"LC_ALL": "C.UTF-8", "TZ": "UTC"}


def busy_seconds():
    """CPU time that the whole machine has used, and that its host has taken away."""
    counted = [int(figure) for figure in pathlib.Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:9]]
    user, nice, system, _, _, interrupts, soft_interrupts, stolen = counted
    return (user + nice + system + interrupts + soft_interrupts + stolen) / os.sysconf("SC_CLK_TCK")


def knows_flag(binary, flag):
    said = subprocess.run([binary, "build", "--help"], capture_output=True, text=True, env=clean_environment()).stdout
    return re.search(rf"^\s+{flag}\b", said, re.MULTILINE) is not None


def uncached(binary):
    """The flags of a build that remembers nothing but pictures."""
    return ["--no-cache"] if knows_flag(binary, "--no-cache") else []


# ---------------------------------------------------------------- the machine


def machine():
    """In words, without its name."""
    processor = re.search(r"^model name\s*:\s*(.+)$", pathlib.Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    system = re.search(r'^PRETTY_NAME="(.+)"$', pathlib.Path("/etc/os-release").read_text(), re.MULTILINE)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    return (f"{processor.group(1) if processor else platform.machine()}, {os.cpu_count()} cores, {memory:.0f} GB of memory; "
            f"Linux {platform.release()}, {system.group(1) if system else 'an unknown system'}")


def today():
    return datetime.date.today().isoformat()


def first_line(*command, cwd=None):
    """What a program says of itself, or "" when it is not there."""
    try:
        said = subprocess.run(command, cwd=cwd, capture_output=True, text=True).stdout
    except OSError:
        return ""
    return said.split("\n", 1)[0].strip()


def package_versions(*packages):
    """Debian's: name → version of those that are installed."""
    try:
        said = subprocess.run(["dpkg-query", "-W", "-f=${binary:Package} ${Version}\n", *packages], capture_output=True, text=True).stdout
    except OSError:
        return {}
    return {line.split()[0].split(":")[0]: line.split()[1] for line in said.splitlines() if len(line.split()) == 2}


def file_system(path):
    """The kind of the file system that a folder lies on: tmpfs, ext4 …"""
    mounts = [line.split()[1:3] for line in pathlib.Path("/proc/mounts").read_text().splitlines()]
    around = [(len(mount), kind) for mount, kind in mounts if path == pathlib.Path(mount) or pathlib.Path(mount) in path.parents]
    return max(around)[1]


def memory_available():
    return int(re.search(r"^MemAvailable:\s*(\d+)", pathlib.Path("/proc/meminfo").read_text(), re.MULTILINE).group(1)) * 1024
