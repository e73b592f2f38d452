"""Which stores and engines are asked, and how is each started, loaded and asked?"""
import json
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import tools

JSON = "application/sparql-results+json"
VIRTUOSO = """[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa

[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx

[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
CheckpointInterval = 0
DirsAllowed = .

[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 4
Charset = UTF-8

[SPARQL]
ResultSetMaxRows = 1000000
"""


def free_ports(count):
    """Ports of the loopback that nobody listens at."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [opened.getsockname()[1] for opened in sockets]
    for opened in sockets:
        opened.close()
    return ports


def answers(url):
    """Whether a server answers a query."""
    try:
        return ask(url, "ASK {}") is not None
    except (OSError, ValueError):
        return False


@contextmanager
def running(command, folder, url):
    """A server that is started, waited for, and stopped by its own process id."""
    with open(folder / "server.log", "wb") as log:
        server = subprocess.Popen([str(word) for word in command], cwd=folder, stdout=log, stderr=log, start_new_session=True)
    try:
        until = time.monotonic() + 60
        while not answers(url):
            said = (folder / "server.log").read_text(errors="replace")[-2000:]
            assert server.poll() is None and time.monotonic() < until, f"{command[0]} does not start: {said}"
            time.sleep(0.05)
        yield server
    finally:
        server.send_signal(signal.SIGTERM)
        try:
            server.wait(20)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


@contextmanager
def oxigraph(folder):
    """Oxigraph's own server, whose default graph is the union of all."""
    (port,) = free_ports(1)
    url = f"http://127.0.0.1:{port}"
    program = Path(tools.ROOT / ".venv/bin/oxigraph")
    with running([program, "serve", "--bind", f"127.0.0.1:{port}", "--union-default-graph"], folder, f"{url}/query"):
        yield url


@contextmanager
def virtuoso(folder):
    """Debian's Virtuoso, with a database of its own; its endpoint for queries asks all graphs, its user `news` may write."""
    http, sql = free_ports(2)
    (folder / "virtuoso.ini").write_text(VIRTUOSO.format(http=http, sql=sql))
    url = f"http://127.0.0.1:{http}"
    with running(["virtuoso-t", "+foreground", "+configfile", "virtuoso.ini"], folder, f"{url}/sparql"):
        user = "exec=DB.DBA.USER_CREATE('news', 'secret'); GRANT SPARQL_UPDATE TO \"news\";"
        done = tools.run(["isql-vt", f"127.0.0.1:{sql}", "dba", "dba", user])
        assert done.returncode == 0 and b"Error" not in done.stderr + done.stdout, done.stdout + done.stderr
        yield url


@contextmanager
def rdflib_endpoint(folder, files):
    """rdflib-endpoint, which serves files."""
    (port,) = free_ports(1)
    url = f"http://127.0.0.1:{port}/"
    with running([tools.ROOT / ".venv/bin/rdflib-endpoint", "serve", "--host", "127.0.0.1", "--port", port, *files], folder, url):
        yield url


def load(documents, url, profile="reified", user=None, password=None):
    """Loads articles by newsgraph, each into a graph of its own."""
    known = {"NEWSGRAPH_STORE_USER": user, "NEWSGRAPH_STORE_PASSWORD": password} if user else {}
    done = tools.newsgraph("load", *documents, "--to", url, "--profile", profile, env={**os.environ, **known})
    assert done.returncode == 0, done.stderr.decode(errors="replace")


def ask(url, query, timeout=120):
    """The answer of a SPARQL endpoint: its rows, or yes or no."""
    body = urllib.parse.urlencode({"query": query}).encode()
    request = urllib.request.Request(url, body, {"Accept": JSON, "Content-Type": "application/x-www-form-urlencoded"})
    try:
        with urllib.request.urlopen(request, timeout=timeout) as answer:
            return table(answer.read())
    except urllib.error.HTTPError as error:
        raise ValueError(f"{error.code}: {error.read().decode(errors='replace')[:1500]}") from error


def table(text):
    """SPARQL's JSON as the names of the columns and rows of texts; what is not bound is None."""
    found = json.loads(text)
    if "boolean" in found:
        return found["boolean"]
    columns = found["head"]["vars"]
    return columns, [tuple(row[name]["value"] if name in row else None for name in columns) for row in found["results"]["bindings"]]


def jena(folder, files, queries, union=False):
    """Jena's TDB2: its loader, then its query command, each once for all queries in one start of the JVM."""
    store = folder / "tdb2"
    path = (tools.ROOT / "target/tools/jena.classpath").read_text().strip()
    loaded = tools.run(["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", path, "tdb2.tdbloader", "--loc", store, *files])
    assert loaded.returncode == 0, loaded.stderr.decode(errors="replace")
    return in_batch(folder, queries, lambda jobs: tools.run(
        ["java", "-XX:+UseSerialGC", "-cp", path, tools.READ / "Tdb.java", store, f"tdb2:unionDefaultGraph={str(union).lower()}"], jobs))


def comunica(folder, files, queries):
    """Comunica over files, by N3.js."""
    return in_batch(folder, queries, lambda jobs: tools.run(
        ["node", "--max-old-space-size=4096", tools.READ / "comunica.mjs", *files], jobs))


def in_batch(folder, queries, command):
    """Asks many queries in one start of a program: it gets lines `query file TAB answer file`."""
    jobs = []
    for number, query in enumerate(queries):
        asked, answer = folder / f"{number}.rq", folder / f"{number}.json"
        asked.write_text(query, encoding="utf-8")
        jobs.append((asked, answer))
    done = command("".join(f"{asked}\t{answer}\n" for asked, answer in jobs).encode())
    assert done.returncode == 0, done.stderr.decode(errors="replace")[-3000:]
    return [table(answer.read_bytes()) if answer.exists() else done.stdout.decode() for _, answer in jobs]
