"""The compiled file of shipped rules: the same as the TOML, used only while it is fresh, ignored when damaged."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from provlint.rulebook import compiled, shipped
from provlint.rulebook.rule_folder import read_folder
from tests.rulebook.rule_texts import SHIPPED, SHORT_NOTE, WIKI_LINK, write_rules

ROOT = Path(__file__).parents[2]
RULE_NAMES = """
from provlint.model.settings import Settings
from provlint.rulebook import load
print(*sorted(rule.name for rule in load(Settings()).rules))
"""


def test_the_shipped_rules_are_the_same_compiled_and_as_toml(tmp_path: Path) -> None:
    rules = shipped.rules_from_toml(shipped.rules_folder())
    assert rules
    compiled.write(str(tmp_path / "c"), rules, None)
    assert compiled.read(str(tmp_path / "c"), None) == rules
    assert shipped.shipped_rules() == rules


def test_every_key_survives_compiling(tmp_path: Path) -> None:
    write_rules(tmp_path / "ours" / "links", wiki_link=SHIPPED)
    user = write_rules(tmp_path / "theirs", wiki_link=WIKI_LINK, short_note=SHORT_NOTE)
    rules = read_folder(str(tmp_path / "ours"), "rules", shipped=True) + read_folder(str(user), "desk")
    compiled.write(str(tmp_path / "c"), rules, None)
    again = compiled.read(str(tmp_path / "c"), None)
    assert again == rules
    assert [type(rule.fix) for rule in again] == [type(rule.fix) for rule in rules]
    assert [list(map(type, rule.examples)) for rule in again] == [list(map(type, rule.examples)) for rule in rules]


def test_a_compiled_file_counts_only_while_nothing_changed(tmp_path: Path) -> None:
    folder = write_rules(tmp_path / "rules" / "links", wiki_link=SHIPPED).parent
    file = str(tmp_path / "c")
    rules = read_folder(str(folder), "rules", shipped=True)
    compiled.write(file, rules, compiled.stamp_of(str(folder)))
    assert compiled.read(file, compiled.stamp_of(str(folder))) == rules

    rule, other = folder / "links" / "wiki-link.toml", folder / "links" / "other.toml"
    other.touch()
    assert compiled.read(file, compiled.stamp_of(str(folder))) is None
    other.unlink()
    assert compiled.read(file, compiled.stamp_of(str(folder))) == rules
    status = rule.stat()
    os.utime(rule, ns=(status.st_atime_ns, status.st_mtime_ns + 1))
    assert compiled.read(file, compiled.stamp_of(str(folder))) is None
    os.utime(rule, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert compiled.read(file, compiled.stamp_of(str(folder))) == rules
    rule.rename(other)
    assert compiled.read(file, compiled.stamp_of(str(folder))) is None


def test_a_damaged_or_foreign_compiled_file_is_as_good_as_none(tmp_path: Path) -> None:
    file = tmp_path / "c"
    assert compiled.read(str(file), None) is None
    compiled.write(str(file), shipped.rules_from_toml(shipped.rules_folder()), None)
    whole = file.read_bytes()
    for damaged in (b"", b"x", whole[:10], whole[:-1], whole + b"x", whole[:50] + b"\0" + whole[51:], b"X" + whole[1:]):
        file.write_bytes(damaged)
        assert compiled.read(str(file), None) is None, damaged[:60]
    file.write_bytes(whole)
    assert compiled.read(str(file), ()) is None  # made for another place
    assert compiled.read(str(file), None) is not None


def copy_of_checkout(folder: Path) -> Path:
    """What a build needs of this checkout, elsewhere, so that building leaves no trace here."""
    folder.mkdir()
    for name in ("provlint", "rules"):
        copytree(ROOT / name, folder / name, ignore=ignore_patterns("__pycache__", "*.marshal"))
    for name in ("pyproject.toml", "hatch_build.py", "LICENSE", ".gitignore"):
        (folder / name).write_bytes((ROOT / name).read_bytes())
    (folder / "README.md").write_text("provlint")
    return folder


def build(checkout: Path, call: str) -> Path:
    """The wheel that a call of hatchling's build interface makes, as pip would make it."""
    pytest.importorskip("hatchling")
    pytest.importorskip("editables")
    code = f"from hatchling import build; build.{call}('dist')"
    subprocess.run([sys.executable, "-c", code], cwd=checkout, check=True, capture_output=True)
    (wheel,) = (checkout / "dist").glob("*.whl")
    return wheel


def rule_names(folder: Path) -> list[str]:
    """The rules that a provlint found in `folder` knows."""
    code = f"import sys; sys.path[0] = {str(folder)!r}; import provlint; print(provlint.__path__[0]){RULE_NAMES}"
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    run = [sys.executable, "-W", "error", "-c", code]
    output = subprocess.run(run, cwd=folder.parent, env=environment, check=True, capture_output=True, text=True).stdout
    package, names = output.splitlines()
    assert Path(package) == folder / "provlint"
    return names.split()


def test_a_wheel_carries_the_rules_and_their_compiled_file(tmp_path: Path) -> None:
    checkout = copy_of_checkout(tmp_path / "checkout")
    expected = sorted(rule.name for rule in shipped.rules_from_toml(str(checkout / "rules")))
    wheel = build(checkout, "build_wheel")
    installed = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as archive:
        assert archive.testzip() is None
        assert len(archive.namelist()) == len(set(archive.namelist()))
        archive.extractall(installed)
    assert not list(checkout.rglob("*.marshal"))
    assert not list(installed.rglob("hatch_build*"))

    file = installed / "provlint" / "rulebook" / "shipped.marshal"
    assert rule_names(installed) == expected
    some_rule = next((installed / "provlint" / "rules").rglob("[a-z]*-[a-z]*.toml"))
    some_rule.unlink()
    assert rule_names(installed) == expected  # from the compiled file, which a wheel's rules are trusted to equal
    file.write_bytes(file.read_bytes()[:-1])
    assert rule_names(installed) == [name for name in expected if name != some_rule.stem]

    first = wheel.read_bytes()
    assert build(checkout, "build_wheel").read_bytes() == first


def test_an_editable_install_compiles_beside_the_code_and_sees_new_rules(tmp_path: Path) -> None:
    checkout = copy_of_checkout(tmp_path / "checkout")
    expected = sorted(rule.name for rule in shipped.rules_from_toml(str(checkout / "rules")))
    assert rule_names(checkout) == expected  # a plain checkout
    wheel = build(checkout, "build_editable")
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if ".dist-info/" not in name]
        assert [Path(name).suffix for name in names] == [".pth"]
    assert (checkout / "provlint" / "rulebook" / "shipped.marshal").exists()
    assert rule_names(checkout) == expected
    new = SHIPPED.replace('"wiki-link"', '"wiki-page"')
    write_rules(checkout / "rules" / "links", wiki_page=new)
    assert rule_names(checkout) == sorted([*expected, "wiki-page"])


def test_a_rule_that_cannot_stand_fails_the_build(tmp_path: Path) -> None:
    checkout = copy_of_checkout(tmp_path / "checkout")
    write_rules(checkout / "rules" / "links", wiki_page=SHIPPED)
    with pytest.raises(subprocess.CalledProcessError) as failed:
        build(checkout, "build_wheel")
    assert b"rules/links/wiki-page.toml: name: must equal the file's name" in failed.value.stderr


def run_bare(checkout: Path, code: str) -> str:
    """What code prints in a Python that has its standard library and the checkout, nothing else."""
    run = [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(checkout)!r})\n{code}"]
    return subprocess.run(run, check=True, capture_output=True, text=True).stdout


def test_compiling_the_rules_needs_nothing_but_the_standard_library() -> None:
    """A build runs in an environment that holds the build tool alone."""
    code = "from provlint.rulebook import shipped; print(len(shipped.rules_from_toml(shipped.rules_folder())))"
    assert int(run_bare(ROOT, code)) > 0


def test_the_usual_start_imports_little(tmp_path: Path) -> None:
    checkout = copy_of_checkout(tmp_path / "checkout")
    run_bare(checkout, "from provlint.rulebook import shipped; shipped.compile_rules()")
    names = run_bare(checkout, f"{RULE_NAMES}print(*sys.modules)").splitlines()[-1].split()
    assert "provlint.rulebook.compiled" in names
    assert not {"tomllib", "ast", "pathlib", "difflib", "inspect", "json", "pydantic"} & set(names)
