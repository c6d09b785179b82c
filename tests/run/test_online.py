"""A run that asks: one request an address, the store, words that fail no build, recordings, archives, an end by Ctrl-C."""

import json
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from tests.commands import COMMAND, environment, one_sentence, provlint
from tests.read.repositories import git
from tests.run.sites import NOT_THERE, PAGE, Reply, serving

HOST = "eels.co.uk"


def report(folder: Path, *options: str, **more: Any) -> dict[str, Any]:
    done = provlint("check", "--isolated", "--output-format", "json", *options, folder=folder, **more)
    assert done.stdout, done.stderr
    return {"exit": done.returncode, "text": done.stdout, **json.loads(done.stdout)}


def verdicts(found: dict[str, Any]) -> dict[str, str]:
    return {link["url"].partition("//")[2].partition("/")[2]: link["verdict"] for link in found["links"]}


def ids(found: dict[str, Any]) -> list[str]:
    return [finding["id"] for finding in found["findings"]]


@pytest.fixture
def cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(tmp_path_factory.mktemp("cache"))


def document(folder: Path, port: int, *paths: str) -> None:
    links = "\n\n".join(f"The [count](http://{HOST}:{port}/{path}) was read." for path in paths)
    (folder / "a.md").write_text(f"---\ndate: 2019-03-01\n---\n\n{links}\n")


def test_an_address_is_asked_once_and_told_at_every_place(tmp_path: Path, cache: str) -> None:
    with serving({"/eels": PAGE}) as server:
        document(tmp_path, server.port, "eels", "eels#count", "eels#nothing", "gone")
        (tmp_path / "b.md").write_text(f"<http://{HOST}:{server.port}/eels>\n")
        found = report(tmp_path, ".", *server.options(HOST), "--cache-dir", cache, "--archive", "none")
        assert server.asked.count(f"{HOST}/eels") == 1
    assert verdicts(found) == {"eels": "ok", "eels#count": "ok", "eels#nothing": "fragment-missing", "gone": "dead"}
    whole = next(link for link in found["links"] if link["url"].endswith("/eels"))
    assert [place["path"] for place in whole["places"]] == ["a.md", "b.md"]
    assert (whole["status"], whole["final_url"]) == (200, whole["url"])
    assert whole["checked_at"].endswith("Z")
    assert ids(found) == ["PL108", "PL101"]
    assert found["summary"]["links"] == {"found": 5, "unique": 4, "checked": 4}
    assert found["exit"] == 1


def test_no_more_hosts_are_asked_at_once_than_the_system_has_descriptors_for(tmp_path: Path) -> None:
    def slow(_: str) -> Reply:
        time.sleep(0.2)
        return PAGE

    hosts = [f"eels-{number}.co.uk" for number in range(100)]
    with serving({"/": slow}) as server:
        (tmp_path / "a.md").write_text("\n\n".join(f"<http://{host}:{server.port}/>" for host in hosts))
        found = report(tmp_path, "--no-cache", "a.md", *server.options(*hosts), limits={"RLIMIT_NOFILE": 64})
    assert {link["verdict"] for link in found["links"]} == {"ok"}


def test_the_second_run_asks_nobody(tmp_path: Path, cache: str) -> None:
    with serving({"/eels": PAGE}) as server:
        document(tmp_path, server.port, "eels", "gone")
        options = (*server.options(HOST), "--cache-dir", cache, "--archive", "none")
        first = report(tmp_path, ".", *options)
        asked = len(server.asked)
        assert report(tmp_path, ".", *options) == first
        assert len(server.asked) == asked
        report(tmp_path, ".", *options, "--no-cache")
        assert len(server.asked) == 2 * asked


def test_what_could_not_be_verified_fails_no_build(tmp_path: Path, cache: str) -> None:
    pages: dict[str, Reply] = {
        "/wall": (403, {}, "no"),
        "/busy": (429, {}, ""),
        "/in": (401, {}, ""),
        "/pay": (402, {}, ""),
    }
    with serving(pages) as server:
        document(tmp_path, server.port, *(path.strip("/") for path in pages))
        found = report(
            tmp_path, ".", *server.options(HOST), "--cache-dir", cache, "--fail-on", "info", "--ignore", "PL0"
        )
    assert sorted(ids(found)) == ["PL109", "PL113", "PL114", "PL115"]
    assert found["summary"]["infos"] == 4
    assert found["exit"] == 0


def test_a_lasting_redirect_is_mended_with_its_fragment(tmp_path: Path, cache: str) -> None:
    moved: Reply = (301, {"Location": "/a(b)/counts"}, "")
    with serving({"/eels": moved, "/a(b)/counts": PAGE}) as server:
        document(tmp_path, server.port, "eels#count")
        found = report(tmp_path, ".", *server.options(HOST), "--cache-dir", cache)
    (finding,) = found["findings"]
    assert finding["id"] == "PL102"
    assert finding["fix"]["safe"]
    assert finding["fix"]["edits"][0]["text"].endswith("/a%28b%29/counts#count")


def test_secrets_are_masked_wherever_they_could_stand(tmp_path: Path, cache: str) -> None:
    secret = "s3cr3tS3cr3tS3cr3t"
    with serving({"/eels": (302, {"Location": f"/private?token={secret}"}, ""), "/private": PAGE}) as server:
        (tmp_path / "a.md").write_text(
            f"[a](http://{HOST}:{server.port}/eels) [b](http://{HOST}:{server.port}/gone?api_key={secret}) "
            f"[c](http://user:{secret}@{HOST}:{server.port}/eels)\n"
        )
        record = tmp_path / "web.jsonl"
        found = report(
            tmp_path, "a.md", *server.options(HOST), "--cache-dir", cache, "--record", str(record), "--archive", "none"
        )
        assert any(secret in asked for asked in server.asked)
    assert secret not in found["text"]
    assert secret not in record.read_text()
    assert not any(secret.encode() in file.read_bytes() for file in Path(cache).iterdir())
    assert set(verdicts(found).values()) == {"ok", "redirected-temporary", "dead"} - {"ok"}


def test_credentials_of_the_environment_stand_nowhere(tmp_path: Path, cache: str) -> None:
    with serving({"/eels": PAGE}) as server:
        document(tmp_path, server.port, "eels")
        found = report(
            tmp_path,
            ".",
            *server.options(HOST),
            "--cache-dir",
            cache,
            PROVLINT_CREDENTIALS_EELS_CO_UK="reader:word9word",
        )
    assert verdicts(found) == {"eels": "ok"}
    assert "word9word" not in found["text"]


def test_a_recording_gives_the_same_bytes_without_a_network(tmp_path: Path, cache: str) -> None:
    with serving({"/eels": PAGE, "/wall": (403, {}, "no"), "/available": _available}) as server:
        document(tmp_path, server.port, "eels#count", "wall", "gone")
        archive = ("--archive", f"http://{HOST}:{server.port}/available")
        first = report(tmp_path, ".", *server.options(HOST), "--cache-dir", cache, "--record", "../web.jsonl", *archive)
    again = report(tmp_path, ".", "--replay", "../web.jsonl")
    assert again["text"] == first["text"]
    document(tmp_path, server.port, "new")
    assert verdicts(report(tmp_path, ".", "--replay", "../web.jsonl")) == {"new": "unchecked"}


def _available(asked: str) -> Reply:
    copy = {
        "available": True,
        "status": "200",
        "timestamp": "20190214120000",
        "url": "http://web.archive.org/web/2019/x",
    }
    return 200, {"Content-Type": "application/json"}, json.dumps({"archived_snapshots": {"closest": copy}, "q": asked})


def test_a_dead_page_is_offered_the_copy_of_its_day(tmp_path: Path, cache: str) -> None:
    with serving({"/available": _available}) as server:
        document(tmp_path, server.port, "gone")
        archive = f"http://{HOST}:{server.port}/available"
        found = report(tmp_path, ".", *server.options(HOST), "--cache-dir", cache, "--archive", archive)
        assert server.asked[-1].endswith("%2Fgone&timestamp=20190301")
    (finding,) = found["findings"]
    assert finding["message"].endswith("an archive has a copy of 2019-02-14")
    assert finding["fix"] == {
        "safe": False, "edits": [{**finding["fix"]["edits"][0], "text": "https://web.archive.org/web/2019/x"}],
    }  # fmt: skip


def test_without_a_network_rules_are_skipped_and_nothing_is_kept(tmp_path: Path, cache: str) -> None:
    names = ("alpha", "beta", "gamma")
    (tmp_path / "a.md").write_text("".join(f"[x](http://{name}.invalid.co.uk/)\n" for name in names))
    # An address in a network that a machine has no way to, and that nobody may be asked at: routing fails.
    options = ("--online", "--cache-dir", cache, "--archive", "none", "--timeout", "4", "--allow-private", "all")
    led = [word for name in names for word in ("--resolve", f"{name}.invalid.co.uk:80:[100::1]")]
    found = report(tmp_path, ".", *options, *led)
    if any(link["reason"] == "its server did not answer in time" for link in found["links"]):
        pytest.skip("this machine has a way to every network")
    assert found["exit"] == 0
    assert {rule["why"] for rule in found["summary"]["skipped_rules"]} == {"no network"}
    assert set(verdicts(found).values()) == {"transient"}
    assert provlint("check", "--isolated", ".", *options, *led, "--require-network", folder=tmp_path).returncode == 2


def test_the_cache_is_never_among_the_documents(tmp_path: Path) -> None:
    with serving({"/eels": PAGE}) as server:
        document(tmp_path, server.port, "eels")
        done = provlint("check", "--isolated", ".", *server.options(HOST), "--cache-dir", "kept", folder=tmp_path)
    assert "No store is used: the cache folder lies in ." in done.stdout
    assert not (tmp_path / "kept").exists()


def test_a_home_that_cannot_be_written_harms_nothing(tmp_path: Path) -> None:
    with serving({"/eels": PAGE}) as server:
        document(tmp_path, server.port, "eels")
        found = report(tmp_path, ".", *server.options(HOST), "--cache-dir", "/dev/null/provlint")
    assert verdicts(found) == {"eels": "ok"}


def test_the_settings_skip_and_rename(tmp_path: Path, cache: str) -> None:
    with serving({"/teapot": (418, {}, "")}) as server:
        document(tmp_path, server.port, "teapot", "secret/eels")
        (tmp_path / "provlint.toml").write_text(
            f'[web]\nskip = ["*/secret/*"]\n[web.hosts."{HOST}".status-codes]\n418 = "ok"\n'
        )
        done = provlint(
            "check", ".", "--output-format", "json", *server.options(HOST), "--cache-dir", cache, folder=tmp_path
        )
        assert {*server.asked} == {f"{HOST}/teapot"}
    assert verdicts(json.loads(done.stdout)) == {"teapot": "ok", "secret/eels": "skipped"}


def test_a_repository_opens_no_private_network(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("words\n")
    (tmp_path / "provlint.toml").write_text('[web]\nallow-private = ["10.0.0.0/8"]\n')
    assert "web.allow-private: can only be given on the command line" in one_sentence(
        provlint("check", folder=tmp_path)
    )
    assert provlint("check", "--trust-config", folder=tmp_path).returncode in (0, 1)


def test_ctrl_c_ends_with_what_was_learnt(tmp_path: Path, cache: str) -> None:
    def slow(_: str) -> Reply:
        time.sleep(30)
        return PAGE

    with serving({"/eels": PAGE, "/slow": slow}) as server:
        (tmp_path / "a.md").write_text(
            f"[a](http://{HOST}:{server.port}/eels) [b](http://pike.co.uk:{server.port}/slow)\n"
        )
        command = [*COMMAND, "check", "--isolated", "--output-format", "json", ".", *server.options(HOST, "pike.co.uk")]
        process = subprocess.Popen(
            [*command, "--cache-dir", cache],
            cwd=tmp_path,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        while len(server.asked) < 2:
            time.sleep(0.05)
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=20)
    assert process.returncode == 130, errors
    assert verdicts(json.loads(output)) == {"eels": "ok", "slow": "unchecked"}
    assert errors.decode().endswith("provlint: interrupted\n")


def test_progress_is_for_terminals_and_logs(tmp_path: Path, cache: str) -> None:
    with serving({"/eels": PAGE}) as server:
        document(tmp_path, server.port, "eels")
        options = (".", "--isolated", *server.options(HOST), "--cache-dir", cache, "--no-cache")
        assert provlint("check", *options, folder=tmp_path, CI="").stderr == ""
        assert "provlint: asked 1 of 1 addresses" in provlint("check", *options, folder=tmp_path, CI="true").stderr
        assert provlint("check", *options, "--no-progress", folder=tmp_path, CI="true").stderr == ""


def test_clean_removes_what_was_kept_and_nothing_else(tmp_path: Path, cache: str) -> None:
    with serving({"": NOT_THERE}) as server:
        document(tmp_path, server.port, "eels")
        report(tmp_path, ".", *server.options(HOST), "--cache-dir", cache, "--archive", "none")
    (Path(cache) / "mine.txt").write_text("mine")
    assert "removed" in provlint("clean", "--cache-dir", cache, folder=tmp_path).stderr
    assert [file.name for file in Path(cache).iterdir()] == ["mine.txt"]


def test_a_copy_is_asked_for_of_the_day_on_which_the_line_was_written(tmp_path: Path, cache: str) -> None:
    asked: list[str] = []

    def available(path: str) -> Reply:
        asked.append(path)
        return _available(path)

    with serving({"/available": available}) as server:
        (tmp_path / "a.md").write_text(f"The [count](http://{HOST}:{server.port}/gone) was read.\n")
        day = ("--date", "2020-02-03T12:00:00Z")
        for command in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "words", *day)):
            git(tmp_path, *command)
        archive = ("--archive", f"http://{HOST}:{server.port}/available")
        found = report(tmp_path, "a.md", *server.options(HOST), "--cache-dir", cache, *archive)
    assert "timestamp=20200203" in asked[0]
    assert "2019-02-14" in found["findings"][0]["message"]
