"""Finds Java and has Maven fetch Neo4j Community, once for each version, into a cache folder."""

import contextlib
import fcntl
import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
POM = HERE / "pom.xml"
MAIN = HERE / "Neo4jServer.java"


def _version_in_pom(name: str) -> str:
    found = re.search(rf"<neo4j\.{name}>([\d.]+)</", POM.read_text(encoding="utf-8"))
    assert found is not None
    return found[1]


LTS = _version_in_pom("lts")
"""The long-term release, which the tests run on."""

CURRENT = _version_in_pom("current")
"""The current release, for machines with Java 21 or newer."""


class Neo4jMissing(RuntimeError):
    """This machine cannot run Neo4j; the message says what is missing."""


def java_needed(version: str) -> int:
    """Return the oldest Java that a Neo4j version runs on: calendar releases need 21, version 5 needs 17."""
    return 21 if int(version.partition(".")[0]) >= 2025 else 17


def java_for(version: str) -> Path | None:
    """Find a `java` new enough for a Neo4j version, with the compiler beside it; None if there is none.

    Looks at JAVA_HOME, then at the PATH, then at what the system has installed, the oldest that will do first.
    """
    homes: list[Path] = []
    if chosen := os.environ.get("JAVA_HOME"):
        homes.append(Path(chosen))
    if on_path := shutil.which("java"):
        homes.append(Path(on_path).resolve().parents[1])
    installed = [*Path("/usr/lib/jvm").glob("*"), *Path("/Library/Java").glob("JavaVirtualMachines/*/Contents/Home")]
    homes += sorted(installed, key=java_version)
    for home in homes:
        if java_version(home) >= java_needed(version) and (home / "bin" / "javac").exists():
            return home / "bin" / "java"
    return None


def java_version(home: Path) -> int:
    """Read the feature release of a Java installation, such as 17; 0 if it does not say."""
    with contextlib.suppress(OSError):
        found = re.search(r'JAVA_VERSION="(\d+)', (home / "release").read_text(encoding="utf-8"))
        return int(found[1]) if found else 0
    return 0


def require_java(version: str) -> Path:
    """Find Java, or raise Neo4jMissing."""
    java = java_for(version)
    if java is None:
        needed = java_needed(version)
        raise Neo4jMissing(
            f"Neo4j {version} needs a Java development kit, {needed} or newer: install one (on Debian "
            f"openjdk-{needed}-jdk-headless), or set JAVA_HOME to it."
        )
    return java


def cache_folder() -> Path:
    """Return the folder that keeps what was fetched: PARTNERSHIPS_CACHE_DIR, or a part of the user's cache."""
    if chosen := os.environ.get("PARTNERSHIPS_CACHE_DIR"):
        return Path(chosen).absolute()
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "partnership-explorer"


def fetch(version: str) -> Path:
    """Return the folder of a Neo4j version's jars; the first time, Maven fetches them (about a minute).

    Raises Neo4jMissing if Maven or Java is missing, or Maven cannot reach its repository.
    """
    lib = cache_folder() / "neo4j" / version / "lib"
    with _locked(lib.parent):
        if not lib.exists():
            draft = lib.with_name("lib.new")
            shutil.rmtree(draft, ignore_errors=True)
            _copy_dependencies(version, draft)
            draft.rename(lib)
    return lib


def compile_main(version: str) -> Path:
    """Return the jar of the compiled Neo4jServer.java: compiling it at each start would take 3 s of it.

    A jar, since Java shares the classes of no folder.
    """
    lib = fetch(version)
    jar = lib.with_name(f"main-{hashlib.sha256(MAIN.read_bytes()).hexdigest()[:12]}.jar")
    with _locked(lib.parent):
        if not jar.exists():
            draft = lib.with_name("main.new")
            compiler = require_java(version).with_name("javac")
            release = ["--release", str(java_needed(version))]
            _run([str(compiler), "-nowarn", *release, "-d", str(draft), "-cp", f"{lib}/*", str(MAIN)], "javac")
            shutil.make_archive(str(draft), "zip", draft)
            shutil.rmtree(draft)
            draft.with_name("main.new.zip").rename(jar)
    return jar


def archive(version: str) -> Path:
    """Return the file of the classes of a version as the Java that is here reads them fastest, whether or not it is there."""
    java = require_java(version).parents[1]
    parts = [(java / "release").read_text("utf-8")]
    parts += [f"{jar.name} {jar.stat().st_mtime_ns}" for jar in sorted(fetch(version).glob("*.jar"))]
    return compile_main(version).with_name(f"classes-{hashlib.sha256(' '.join(parts).encode()).hexdigest()[:16]}.jsa")


def _copy_dependencies(version: str, folder: Path) -> None:
    maven = shutil.which("mvn")
    if maven is None:
        raise Neo4jMissing(f"Neo4j {version} is fetched by Maven: install `mvn` (on Debian the package maven).")
    options = ["-q", "-B", "-ntp", "-Dstyle.color=never", "-Dmaven.artifact.threads=16"]
    goal = ["dependency:copy-dependencies", f"-Dneo4j.version={version}", f"-DoutputDirectory={folder}"]
    _run([maven, *options, "-f", str(POM), *goal], "Maven", JAVA_HOME=str(require_java(version).parents[1]))


def _run(command: list[str], name: str, **variables: str) -> None:
    outcome = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, **variables},
        check=False,
    )
    if outcome.returncode != 0:
        last = "\n".join(outcome.stdout.splitlines()[-15:])
        raise Neo4jMissing(f"{name} failed; its last lines:\n{last}")


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Let one process at a time fill a folder of the cache."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
