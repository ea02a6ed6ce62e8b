#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds a medium, a lab and a figure to a copy of the tree, as CONTRIBUTING.md says, in no more places than it says, builds it,
holds the medium to the contract of media and has quench-cli compute and draw them.
"""
import json
import os
import re
import shutil
import subprocess
import tempfile

from tree import TOP, files
from tap import case, missing, run

LICENCE = "/* SPDX-License-Identifier: GPL-3.0-or-later */\n"

# Two levels whose control is the gap and which X flips: the qubit without tunnelling, by the operators alone.
MEDIUM = LICENCE + """#include "core/medium/qn-operator-medium.h"

static void
init (QnMedium *medium, gboolean carry)
{
  medium->n = 2;
  medium->H1[1][1] = 1;
  medium->X[0][0][1] = medium->X[0][1][0] = 1;
  qn_operator_medium_complete (medium);
}

const QnMediumClass qn_medium_dummy = { .id = "dummy", .name = "dummy", .init = init };
"""

DRAW = """static QnMediumSpec
draw_dummy (GRand *rand)
{
  return (QnMediumSpec) { .klass = &qn_medium_dummy };
}

"""

LAB = LICENCE + """#include "core/medium/qn-medium-class.h"
#include "lab/qn-cyclic.h"

static const QnParameter parameters[] = {
  QN_TEMPERATURE_ROWS (2, 1),
  QN_COUPLING_ROWS (0.5, 0.5),
};

static gboolean
build (const QnExperiment *experiment, QnMachine *machine, GError **error)
{
  *machine = (QnMachine) { .n_baths = 2, .start_temperature = 1 };
  machine->medium.klass = &qn_medium_dummy;
  for (int k = 0; k < 2; k++)
    machine->bath[k] = (QnBath) { .temperature = qn_experiment_get (experiment, k ? "cold.temperature" : "hot.temperature"), .coupling = 0.5 };
  machine->n_strokes = 4;
  machine->stroke[0] = (QnStroke) { .id = "hot", .duration = 100, .from = 3, .to = 3, .baths = 1u << QN_HOT };
  machine->stroke[1] = (QnStroke) { .id = "expansion", .from = 3, .to = 2 };
  machine->stroke[2] = (QnStroke) { .id = "cold", .duration = 100, .from = 2, .to = 2, .baths = 1u << QN_COLD };
  machine->stroke[3] = (QnStroke) { .id = "compression", .from = 2, .to = 3 };
  return qn_machine_check (machine, error);
}

static const char *const figures[] = { "dummy", NULL };
static const QnPreset presets[] = { { .id = "textbook", .name = "Textbook", .text = "Nothing." }, { NULL } };
static const QnAboutSection about[] = { { NULL } };

const QnLab qn_lab_dummy = {
  .id = "dummy", .name = "Dummy", .summary = "Nothing", .icon = "quench-dummy-symbolic", .group = "Cycles",
  .parameters = parameters, .n_parameters = G_N_ELEMENTS (parameters), .results = qn_cyclic_results, .n_results = QN_CYCLIC_N_RESULTS,
  .figures = figures, .build = build, .presets = presets, .about = about,
};
"""

FIGURE = LICENCE + """#include "figures/kit/qn-figure-class.h"

static gboolean
update (QnFigure *figure, double seconds, gboolean held, gboolean changed)
{
  return changed;
}

static void
draw_static (QnFigure *figure, QnPen *pen)
{
  g_autofree char *text = g_strdup_printf ("%.9f", qn_results_get (&figure->snapshot->outcome->results, "efficiency"));
  QnLabel label = { text, QN_SIZE_NAME * pen->text, FALSE, pen->theme->line[QN_HUE_WORK], 0 };
  QnRect whole = qn_pen_whole (pen);

  qn_pen_text (pen, &label, whole, (QnSpot) { whole.x, whole.y, QN_ALIGN_START, QN_ALIGN_START });
}

static void
draw_live (QnFigure *figure, QnPen *pen)
{
}

static void
csv (QnFigure *figure, GString *out)
{
}

static char *
describe (QnFigure *figure)
{
  return g_strdup ("Nothing.");
}

const QnFigureClass qn_figure_class_dummy = {
  .info = { "dummy", "Dummy", "Nothing", FALSE },
  .update = update, .draw_static = draw_static, .draw_live = draw_live, .csv = csv, .describe = describe,
};
"""


class Tree:
    """A copy of the project that counts the files it is changed in."""

    def __init__(self, folder):
        self.top, self.touched = os.path.join(folder, "tree"), []
        for path in [f for f in files() if f.split("/")[0] in ("src", "data", "po", "tests", "meson.build", "meson_options.txt")]:
            os.makedirs(os.path.dirname(os.path.join(self.top, path)), exist_ok=True)
            shutil.copy(os.path.join(TOP, path), os.path.join(self.top, path))

    def write(self, path, text):
        with open(os.path.join(self.top, path), "w", encoding="utf-8") as file:
            file.write(text)
        self.touched.append(path)

    def append(self, path, line):
        with open(os.path.join(self.top, path), encoding="utf-8") as file:
            self.write(path, file.read() + line + "\n")

    def insert(self, path, before, text):
        with open(os.path.join(self.top, path), encoding="utf-8") as file:
            old = file.read()
        assert old.count(before) == 1, f"{path}: {before}"
        self.write(path, old.replace(before, text + before))

    def count(self, most):
        assert len(set(self.touched)) <= most, missing(sorted(set(self.touched)), f"more than {most} places")
        self.touched = []


FOLDER = tempfile.TemporaryDirectory()
TREE = Tree(FOLDER.name)
CLI = os.path.join(TREE.top, "_build/src/cli/quench-cli")


def cli(*arguments):
    done = subprocess.run([CLI, *arguments], cwd=FOLDER.name, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{arguments}: {done.stderr}"
    return done.stdout


@case("a medium is added in four places")
def _():
    TREE.write("src/core/medium/qn-medium-dummy.c", MEDIUM)
    TREE.append("src/core/medium/qn-media.def", "QN_MEDIUM (dummy)")
    TREE.insert("tests/core/media.c", "const TestMedium test_media", DRAW)
    TREE.insert("tests/core/media.c", "  { NULL },", '  { "dummy", draw_dummy, draw_any_cycle, .machines = 100, .slow = 600 },\n')
    TREE.write("src/lab/labs/qn-lab-dummy.c", LAB)
    TREE.count(4)


@case("a lab is added in three places")
def _():
    TREE.write("src/lab/labs/qn-lab-dummy.c", LAB)
    TREE.append("src/lab/qn-labs.def", "QN_LAB (dummy)")
    TREE.write("data/icons/actions/quench-dummy-symbolic.svg", "<svg/>")
    TREE.count(3)


@case("a figure is added in two places")
def _():
    TREE.write("src/figures/qn-figure-dummy.c", FIGURE)
    TREE.append("src/figures/figures.def", "QN_FIGURE (dummy, qn-figure-dummy.c)")
    TREE.count(2)


@case("the tree with all three is built without a warning")
def _():
    # Wherever the copy stands, ccache has met all but three of its files before.
    environment = {**os.environ, "CCACHE_BASEDIR": TREE.top, "CCACHE_NOHASHDIR": "1"}
    for command in (["meson", "setup", "_build", "-Dapp=false", "-Dwerror=true", "-Dbuildtype=plain", "-Doptimization=0"],
                    ["ninja", "-C", "_build", "src/cli/quench-cli", "tests/core/test-core-media"]):
        done = subprocess.run(command, cwd=TREE.top, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        assert done.returncode == 0, done.stdout[-4000:]


@case("the medium keeps the contract of media")
def _():
    done = subprocess.run([os.path.join(TREE.top, "_build/tests/core/test-core-media"), "-p", "/media/dummy"], capture_output=True, text=True, check=False)
    assert done.returncode == 0 and done.stdout.count("\nok ") >= 10, done.stdout + done.stderr


@case("the command line lists, computes and draws them")
def _():
    assert re.search(r"(?m)^dummy\b", cli("list", "labs")) and re.search(r"(?m)^dummy\b", cli("list", "figures"))
    results = json.loads(cli("run", "--lab", "dummy", "--format", "json"))["results"]
    assert abs(results["efficiency"] - 1 / 3) < 1e-9 and abs(results["residual_first_law"]) < 1e-12, results
    cli("figure", "dummy", "--lab", "dummy", "-o", "dummy.svg")
    with open(os.path.join(FOLDER.name, "dummy.svg"), encoding="utf-8") as file:
        assert "0.333333333" in file.read()


run()
