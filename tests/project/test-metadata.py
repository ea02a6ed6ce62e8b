#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Desktop file, AppStream metainfo, settings schema, icons, translations and package lists.

    test-metadata.py VERSION BUILT_DESKTOP_FILE BUILT_METAINFO
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

from tree import TOP, files, read, translated_files
from tap import Skip, case, missing, run

VERSION, DESKTOP, METAINFO = sys.argv[1:4]
ID = "io.github.quenchlab.Quench"


def validate(command, **env):
    if not shutil.which(command[0]):
        raise Skip(f"{command[0]} is not installed")
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **env})
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@case("the desktop file is valid")
def _():
    told = validate(["desktop-file-validate", DESKTOP])
    assert not told, told


@case("the AppStream metainfo is valid")
def _():
    validate(["appstreamcli", "validate", "--no-net", METAINFO])


@case("the metainfo tells this version first")
def _():
    releases = xml.parse(METAINFO).getroot().findall("releases/release")
    assert releases[0].get("version") == VERSION, f"{releases[0].get('version')} is not {VERSION}"


@case("desktop file, metainfo, schema and icon bear one id")
def _():
    root = xml.parse(METAINFO).getroot()
    assert root.findtext("id") == ID
    assert root.findtext("launchable") == ID + ".desktop"
    assert f"Icon={ID}\n" in read(f"data/{ID}.desktop.in")
    schema = xml.parse(os.path.join(TOP, f"data/{ID}.gschema.xml")).getroot()
    assert ID in [s.get("id") for s in schema.iter("schema")]
    assert os.path.exists(os.path.join(TOP, f"data/icons/apps/{ID}.svg"))


@case("the settings schema compiles strictly")
def _():
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(os.path.join(TOP, f"data/{ID}.gschema.xml"), folder)
        validate(["glib-compile-schemas", "--strict", "--dry-run", folder])


@case("the MIME type is valid and the desktop file's own")
def _():
    with tempfile.TemporaryDirectory() as folder:
        mime = os.path.join(folder, "mime")
        os.makedirs(os.path.join(mime, "packages"))
        shutil.copy(os.path.join(TOP, f"data/{ID}.mime.xml"), os.path.join(mime, "packages"))
        told = validate(["update-mime-database", mime], XDG_DATA_DIRS=folder, XDG_DATA_HOME=folder)
        assert not told, told
        with open(os.path.join(mime, "types"), encoding="utf-8") as types:
            kinds = types.read().split()
    named = re.search(r"MimeType=([^;]+);", read(f"data/{ID}.desktop.in"))[1]
    assert named in kinds, f"{named} is not among {kinds}"


@case("icons are drawings of the right size, symbolic ones only filled shapes")
def _():
    paths = files("data/icons", ends=".svg")
    bad = []
    for path in paths:
        root, symbolic = xml.parse(os.path.join(TOP, path)).getroot(), path.endswith("-symbolic.svg")
        size = "16" if symbolic else "128"
        if (root.get("width"), root.get("height"), root.get("viewBox")) != (size, size, f"0 0 {size} {size}"):
            bad.append(f"{path}: not {size} by {size}")
        # GTK paints the paths, rectangles and circles of a symbolic icon with the text's colour, strokes not.
        if symbolic and any(e.get("stroke") or e.get("fill") == "none" for e in root.iter()):
            bad.append(f"{path}: has strokes")
    assert len(paths) >= 4 and not bad, missing(bad, "icons")


@case("the Flatpak manifest builds this program")
def _():
    manifest = json.loads(read(f"flatpak/{ID}.json"))
    assert (manifest["id"], manifest["command"]) == (ID, "quench")
    ours = manifest["modules"][-1]
    assert ours["buildsystem"] == "meson" and ours["sources"] == [{"type": "dir", "path": ".."}]
    options = {o[2:].split("=")[0] for o in ours["config-opts"]}
    assert options <= set(re.findall(r"option\('(\w+)'", read("meson_options.txt"))), f"unknown options among {options}"


@case("every icon of Quench that is named anywhere exists")
def _():
    there = {os.path.basename(f)[:-4] for f in files("data/icons", ends=".svg")}
    named = {m for f in files("src", "ui", ends=(".c", ".ui")) for m in re.findall(r"\bquench-[a-z-]+-symbolic\b", read(f))}
    assert named <= there, missing(sorted(named - there), "no such icon")
    listed = {f"quench-{lab.replace('_', '-')}-symbolic" for lab in re.findall(r"QN_LAB \((\w+)\)", read("src/lab/qn-labs.def"))}
    assert named <= listed, missing(sorted(named - listed), "no lab's, so not in the resources")


@case("po/POTFILES lists the files with text for users, and no others")
def _():
    listed = [line for line in read("po/POTFILES").split("\n") if line and not line.startswith("#")]
    wanted = translated_files()
    absent, extra = sorted(set(wanted) - set(listed)), sorted(set(listed) - set(wanted))
    assert not absent and not extra, missing([f"+ {f}" for f in absent] + [f"- {f}" for f in extra], "run tools/update-potfiles")
    assert listed == sorted(set(listed)), "not sorted"


@case("the messages can be extracted, and the translations fit them")
def _():
    if not shutil.which("xgettext"):
        raise Skip("gettext is not installed")
    with tempfile.TemporaryDirectory() as folder:
        pot = os.path.join(folder, "quench.pot")
        validate(["xgettext", f"--directory={TOP}", f"--files-from={TOP}/po/POTFILES", "--from-code=UTF-8", "--keyword=_",
                  "--keyword=N_", "--keyword=C_:1c,2", "--keyword=NC_:1c,2", "--keyword=ngettext:1,2", f"--output={pot}"])
        with open(pot, encoding="utf-8") as file:
            assert file.read().count("\nmsgid ") > 1, "no message found"
        for language in [l.strip() for l in read("po/LINGUAS").split("\n") if l.strip() and not l.startswith("#")]:
            validate(["msgfmt", "--check", "-o", os.devnull, os.path.join(TOP, f"po/{language}.po")])


def package_list(name):
    sections, section = {}, None
    for line in read(f"packages/{name}.txt").split("\n"):
        line = line.split("#")[0].strip()
        if line.startswith("["):
            section = sections.setdefault(line.strip("[]"), [])
        elif line:
            section.append(line)
    return sections


@case("the README names the packages of the lists, all of them and no others")
def _():
    text, bad = read("README.md"), []
    for name in ("debian", "fedora", "arch"):
        block = re.search(rf"<!-- packages: {name} -->\s*```sh\n(.*?)```", text, re.DOTALL)
        assert block, f"no block of packages for {name}"
        words = re.sub(r"^.*?(install|-S)\b", "", block[1].replace("\\\n", " "), flags=re.DOTALL).split()
        told = {w for w in words if not w.startswith("-")}
        real = {p for packages in package_list(name).values() for p in packages}
        bad += [f"{name}: + {p}" for p in sorted(real - told)] + [f"{name}: - {p}" for p in sorted(told - real)]
    assert not bad, missing(bad, "correct the README")


@case("the lists of packages have the same sections, and no package twice")
def _():
    lists = {name: package_list(name) for name in ("debian", "fedora", "arch")}
    for name, sections in lists.items():
        assert list(sections) == ["build", "run", "test", "coverage"], f"{name}: {list(sections)}"
        every = [p for packages in sections.values() for p in packages]
        assert len(every) == len(set(every)), f"{name}: a package stands twice"


@case("every file and picture that the documents point to exists")
def _():
    bad = []
    for document in ("README.md", "CONTRIBUTING.md", "src/DESIGN.md"):
        for link in re.findall(r"\]\(([^)#\s]+)\)|<img[^>]* src=\"([^\"]+)\"", read(document)):
            path = link[0] or link[1]
            if not re.match(r"https?:", path) and not os.path.exists(os.path.join(TOP, os.path.dirname(document), path)):
                bad.append(f"{document}: {path}")
    assert not bad, missing(bad, "not there")


run()
