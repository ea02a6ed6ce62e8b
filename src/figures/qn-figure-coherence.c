/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures/kit/qn-charts.h"

/* What the coherence of a cycle is worth, moment by moment. */

static void
fill_coherence (const QnFigure *figure, int index, QnChart *chart)
{
  const QnSnapshot *s = figure->snapshot;
  const QnTable *table = qn_report_find (s->outcome->tables, "coherence");
  double start = 0;

  if (table == NULL)
    return;
  chart->x = (QnChartAxis) { .name = _("Time"), .symbol = "<i>t</i>", .dimension = QN_DIMENSION_TIME, .range = { 0, 0 } };
  chart->y = (QnChartAxis) { .name = _("Energy"), .symbol = "", .dimension = QN_DIMENSION_ENERGY, .range = { 0, 0 } };
  for (int i = 0; i < s->outcome->machine.n_strokes; i++)
    {
      const QnStroke *stroke = &s->outcome->machine.stroke[i];

      if (stroke->baths)
        qn_chart_add_band (chart, stroke->baths == 1u << QN_HOT ? (QnChartBand) { FALSE, start, start + stroke->duration, _("hot contact"), QN_HUE_HOT }
                                                                : (QnChartBand) { FALSE, start, start + stroke->duration, _("cold contact"), QN_HUE_COLD });
      start += stroke->duration;
    }
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 3, .name = _("free energy of coherence"), .hue = QN_HUE_REFERENCE, .dash = QN_DASH_LONG, .width = 1.8 });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 5, .name = _("incoherent ergotropy"), .hue = QN_HUE_WORK, .width = 2.2 });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 6, .name = _("coherent ergotropy"), .hue = QN_HUE_COHERENCE, .width = 2.8, .fill = 0.2 });
  chart->now = s->position * start;
}

const QnFigureClass qn_figure_class_coherence = {
  .info = { "coherence", N_("Coherent ergotropy"), N_("Coherent and incoherent ergotropy and the free energy of coherence over the cycle"), FALSE },
  QN_FIGURE_OF_CHARTS (1, fill_coherence),
  .sentence = N_("Ergotropy and free energy of coherence over the cycle. At its start the coherent ergotropy is %s, the incoherent one %s."),
  .told = { "ergotropy_coherent", "ergotropy_incoherent" },
};

/* Work of a coherent engine and of its dephased twin against the time of contact. */

static void
fill_twin (const QnFigure *figure, int index, QnChart *chart)
{
  const QnSnapshot *s = figure->snapshot;
  const QnTable *table = qn_report_find (s->outcome->tables, "twin");
  double here = s->outcome->machine.stroke[0].duration, work = qn_results_get (&s->outcome->results, "work_output"), difference = qn_results_get (&s->outcome->results, "work_difference");

  if (table == NULL)
    return;
  chart->x = (QnChartAxis) { .name = _("Hot contact"), .symbol = "<i>τ</i><sub>h</sub>", .dimension = QN_DIMENSION_TIME, .range = { 0, 0 } };
  chart->y = (QnChartAxis) { .name = _("Work per cycle"), .symbol = "<i>W</i>", .dimension = QN_DIMENSION_ENERGY, .range = { 0, 0 } };
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 4, .error = 5, .hue = QN_HUE_COHERENCE, .width = -1 });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 2, .name = _("dephased twin"), .hue = QN_HUE_REFERENCE, .dash = QN_DASH_LONG, .width = 2.2 });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 1, .name = _("coherent engine"), .hue = QN_HUE_WORK, .width = 2.8 });
  qn_chart_add_limit (chart, (QnChartLimit) { FALSE, 0, NULL, QN_HUE_REFERENCE });
  qn_chart_add_point (chart, (QnChartPoint) { here, work - difference, NULL, QN_HUE_REFERENCE });
  qn_chart_add_point (chart, (QnChartPoint) { here, work, qn_chart_keep (chart, qn_label_equals ("Δ<i>W</i>", difference, QN_DIMENSION_ENERGY)), QN_HUE_WORK });
}

const QnFigureClass qn_figure_class_twin = {
  .info = { "twin", N_("Engine and twin"), N_("Work of the engine with coherence and of its dephased twin against the contact time"), FALSE },
  QN_FIGURE_OF_CHARTS (1, fill_twin),
  .sentence = N_("Work per cycle against the contact time: %s with coherence, %s of the twin whose coherence is removed before each contact."),
  .told = { "work_output", "work_twin" },
};

/* Powers of one engine run in different ways, against the action of a cycle. */

static void
fill_equivalence (const QnFigure *figure, int index, QnChart *chart)
{
  const QnSnapshot *s = figure->snapshot;
  const QnTable *table = qn_report_find (s->outcome->tables, "equivalence");

  if (table == NULL)
    return;
  chart->x = (QnChartAxis) { .name = _("Action per cycle"), .symbol = "<i>s</i>", .scale = QN_SCALE_LOG, .range = QN_RANGE_EMPTY };
  chart->y = (QnChartAxis) { .name = _("Power"), .symbol = "<i>P</i>", .dimension = QN_DIMENSION_POWER, .range = { 0, 0 } };
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 4, .name = _("without coherence"), .hue = QN_HUE_REFERENCE, .dash = QN_DASH_LONG, .width = 2.4 });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 3, .name = _("four strokes"), .hue = QN_HUE_COLD, .width = 2.4 });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 2, .name = _("two strokes"), .hue = QN_HUE_THIRD, .width = 2.4 });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 1, .name = _("continuous"), .hue = QN_HUE_WORK, .width = 2.8 });
  qn_chart_add_limit (chart, (QnChartLimit) { TRUE, qn_results_get (&s->outcome->results, "action"), _("now"), QN_HUE_FOREGROUND });
}

const QnFigureClass qn_figure_class_equivalence = {
  .info = { "equivalence", N_("Equivalence of engines"), N_("Power of the continuous, two-stroke and four-stroke engine and of one without coherence against the action"), FALSE },
  QN_FIGURE_OF_CHARTS (1, fill_equivalence),
  .sentence = N_("Power of one three-level engine against the action of its cycle. At the present action: continuous %s, in four strokes %s, without coherence %s."),
  .told = { "power_continuous", "power_four_stroke", "power_stochastic" },
};

/* Daemonic ergotropy against the angle at which the auxiliary qubit is measured. */

static void
fill_daemon (const QnFigure *figure, int index, QnChart *chart)
{
  const QnSnapshot *s = figure->snapshot;
  const QnTable *table = qn_report_find (s->outcome->tables, "daemon");
  double angle = qn_experiment_get (&s->experiment, "auxiliary.angle");

  if (table == NULL)
    return;
  chart->x = (QnChartAxis) { .name = _("Measurement angle"), .symbol = "<i>θ</i>", .range = { 0, G_PI } };
  chart->y = (QnChartAxis) { .name = _("Daemonic ergotropy"), .symbol = "<i>ℰ</i><sub>D</sub>", .dimension = QN_DIMENSION_ENERGY, .range = { 0, 0 } };
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 1, .name = _("no auxiliary"), .hue = QN_HUE_REFERENCE, .dash = QN_DASH_LONG, .width = 2 });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 2, .name = _("classically correlated"), .hue = QN_HUE_THIRD, .width = 2.6 });
  qn_chart_add_curve (chart, (QnChartCurve) { .table = table, .y = 3, .name = _("entangled"), .hue = QN_HUE_COHERENCE, .width = 2.8 });
  qn_chart_add_point (chart, (QnChartPoint) { fmod (fmod (angle, G_PI) + G_PI, G_PI), qn_results_get (&s->outcome->results, "ergotropy_daemonic"), _("now"), QN_HUE_FOREGROUND });
}

const QnFigureClass qn_figure_class_daemon = {
  .info = { "daemon", N_("Daemonic ergotropy"), N_("Ergotropy after a measurement of an auxiliary qubit, against the measurement angle"), FALSE },
  QN_FIGURE_OF_CHARTS (1, fill_daemon),
  .sentence = N_("Daemonic ergotropy against the measurement angle. "
                 "At the present one: %s without an auxiliary qubit, %s with a classically correlated one, %s with an entangled one."),
  .told = { "ergotropy", "ergotropy_daemonic_classical", "ergotropy_daemonic_entangled" },
};
