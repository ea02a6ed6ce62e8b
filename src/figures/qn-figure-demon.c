/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-charts.h"

/* The demon's ledger of entropy, step by step: of what it works on alone, of its memory, of everything; and its work against
 * the error probability. */

enum { STEP, SYSTEM, RESERVOIR, APPARENT, MEMORY, CORRELATION, MEMORY_RESERVOIR, TOTAL };

static void
add_steps (QnChart *chart)
{
  static const char *const names[] = { N_("measure"), N_("feedback"), N_("return"), N_("erase") };

  for (int i = 0; i < 4; i++)
    qn_chart_add_band (chart, (QnChartBand) { FALSE, i, i + 1, _(names[i]), i % 2 ? QN_HUE_FOREGROUND : QN_HUE_REFERENCE });
}

static void
fill_ledger (const QnSnapshot *s, const QnTable *table, QnChart *chart)
{
  gboolean demon = qn_report_find (s->outcome->tables, "errors") != NULL;

  chart->heading = _("Entropy ledger");
  chart->x = (QnChartAxis) { .name = _("Step"), .symbol = "", .range = { 0, 4 } };
  chart->y = (QnChartAxis) { .name = _("Change of entropy"), .symbol = "Δ<i>S</i>", .dimension = QN_DIMENSION_ENTROPY, .range = { 0, 1.5 } }; /* room for the steps' names on top */
  chart->now = 4 * s->position;
  add_steps (chart);
  if (demon)
    {
      qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = APPARENT, .name = _("qubit and its reservoir"), .hue = QN_HUE_HOT, .width = 2.4, .dash = QN_DASH_LONG });
      qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = CORRELATION, .name = _("correlation −<i>I</i>"), .hue = QN_HUE_REFERENCE, .width = 2, .dash = QN_DASH_DASHED });
    }
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = MEMORY, .name = _("memory"), .hue = QN_HUE_COHERENCE, .width = 2, .dash = QN_DASH_DASHED });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = MEMORY_RESERVOIR, .name = _("memory’s reservoir"), .hue = QN_HUE_COLD, .width = 2, .dash = QN_DASH_DOTTED });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = TOTAL, .name = _("total"), .hue = QN_HUE_FOREGROUND, .width = 3.2 });
}

static void
fill_errors (const QnSnapshot *s, const QnTable *table, QnChart *chart)
{
  chart->heading = _("Work and error probability");
  chart->x = (QnChartAxis) { .name = _("Error probability"), .symbol = "<i>p</i><sub>err</sub>", .range = { 0, 0.5 } };
  chart->y = (QnChartAxis) { .name = _("Work"), .symbol = "<i>W</i>", .dimension = QN_DIMENSION_ENERGY, .range = { 0, 0 } };
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 3, .name = _("work of erasure"), .hue = QN_HUE_COHERENCE, .width = 2.2, .dash = QN_DASH_LONG });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 2, .name = _("bound <i>TI</i>"), .hue = QN_HUE_REFERENCE, .width = 1.8, .dash = QN_DASH_DASHED });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 1, .name = _("extracted work"), .hue = QN_HUE_WORK, .width = 3 });
  qn_chart_add_value (chart, qn_experiment_get (&s->experiment, "demon.error"), qn_results_get (&s->outcome->results, "work_output"), "<i>W</i>", QN_DIMENSION_ENERGY, QN_HUE_WORK);
}

static void
fill_ledger_or_errors (const QnFigure *figure, int index, QnChart *chart)
{
  const QnSnapshot *s = figure->snapshot;
  const QnTable *ledger = qn_report_find (s->outcome->tables, "ledger"), *errors = qn_report_find (s->outcome->tables, "errors");

  if (index == 0 && ledger != NULL)
    fill_ledger (s, ledger, chart);
  else if (index == 1 && errors != NULL)
    fill_errors (s, errors, chart);
  else if (index == 1)
    chart->note = _("No demon acts here: nothing is measured, no work is extracted, and the erasure still needs work.");
}

const QnFigureClass qn_figure_class_demon_ledger = {
  .info = { "demon-ledger", N_("Demon’s ledger"),
            N_("Entropy of qubit, memory and reservoirs, step by step, and the demon’s work against the error probability"), FALSE },
  QN_FIGURE_OF_CHARTS (2, fill_ledger_or_errors),
  .sentence = N_("Entropy ledger of a demon: it extracts %s, erasing its record costs %s, and the total entropy grows by %s."),
  .told = { "work_output", "erasure_work", "entropy_production" },
};

/* The work that erasing the record takes against the time it may take, above Landauer's bound. */

static void
fill_erasure (const QnFigure *figure, int index, QnChart *chart)
{
  const QnSnapshot *s = figure->snapshot;
  const QnTable *table = qn_report_find (s->outcome->tables, "erasure");
  double T = qn_experiment_get (&s->experiment, "memory.temperature"), bound = T * qn_results_get (&s->outcome->results, "memory_entropy");

  if (table == NULL)
    return;
  chart->x = (QnChartAxis) { .name = _("Erasure time"), .symbol = "<i>τ</i><sub>m</sub>", .dimension = QN_DIMENSION_TIME, .scale = QN_SCALE_LOG, .range = QN_RANGE_EMPTY };
  chart->y = (QnChartAxis) { .name = _("Work of erasure"), .symbol = "<i>W</i><sub>m</sub>", .dimension = QN_DIMENSION_ENERGY, .range = { 0, 0 } };
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 1, .name = _("work of erasure"), .hue = QN_HUE_COHERENCE, .width = 2.8 });
  qn_chart_add_limit (chart, (QnChartLimit) { FALSE, bound, _("Landauer bound"), QN_HUE_REFERENCE });
  if (qn_experiment_get (&s->experiment, "memory.slow") == 0)
    qn_chart_add_value (chart, qn_experiment_get (&s->experiment, "memory.duration"), qn_results_get (&s->outcome->results, "erasure_work"), "<i>W</i><sub>m</sub>",
                        QN_DIMENSION_ENERGY, QN_HUE_COHERENCE);
}

const QnFigureClass qn_figure_class_erasure = {
  .info = { "erasure", N_("Work of erasure"), N_("Work of erasing the record against the erasure time, with the Landauer bound"), FALSE },
  QN_FIGURE_OF_CHARTS (1, fill_erasure),
  .sentence = N_("Work of erasing the record against the erasure time: %s, with the Landauer bound at %s."),
  .told = { "erasure_work", "landauer" },
};
