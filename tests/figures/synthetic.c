/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "synthetic.h"

#include <math.h>
#include <string.h>

#include "core/medium/qn-medium-ladder.h"
#include "core/medium/qn-medium-oscillator.h"
#include "core/medium/qn-medium-qubit.h"
#include "core/medium/qn-oscillator.h"

#define POINTS 64

typedef struct
{
  double hot, cold;       /* temperatures */
  double w_hot, w_cold;
  double relaxation;      /* rate times duration of a contact */
  double friction;        /* population added by each drive */
  double tilt;            /* tunnelling D */
  double inversion;       /* population added in the hot contact */
  int levels;
  double squeezing;       /* other than 0: an oscillator */
} Recipe;

static const struct
{
  const char *name;
  Recipe recipe;
} kinds[TEST_N_KINDS] = {
  [TEST_ENGINE] = { "engine", { 4, 0.5, 4, 1, 2, 0, 0, 0, 2 } },
  [TEST_REFRIGERATOR] = { "refrigerator", { 1, 0.8, 4, 1, 2, 0, 0, 0, 2 } },
  [TEST_ACCELERATOR] = { "accelerator", { 4, 0.5, 2, 3, 2, 0, 0, 0, 2 } },
  [TEST_HEATER] = { "heater", { 2, 1, 4, 1.6, 2, 0.12, 0, 0, 2 } },
  [TEST_IDLE] = { "idle", { 2, 1, 2, 1, 2, 0, 0, 0, 2 } },
  [TEST_TILTED] = { "tilted", { 4, 0.5, 4, 1, 1.2, 0.01, 1, 0, 2 } },
  [TEST_INVERTED] = { "inverted", { 4, 0.5, 4, 1, 2, 0, 0, 0.4, 2 } },
  [TEST_LADDER] = { "ladder", { 6, 1, 2, 0.8, 2, 0, 0, 0, 8 } },
  [TEST_SMALL] = { "small", { 2.02, 1, 2, 1, 0.02, 0, 0, 0, 2 } },
  [TEST_NEAR_CARNOT] = { "near-carnot", { 2.02, 1.98, 2.0202, 1.9801, 5, 0, 0, 0, 2 } },
  [TEST_OSCILLATOR] = { "oscillator", { 4, 0.5, 4, 1, 2, 0, 0, 0, 8, 0.4 } },
};

const char *
test_kind_name (TestKind kind)
{
  return kinds[kind].name;
}

TestKind
test_kind_for (const char *figure, TestKind kind)
{
  return strcmp (figure, "wigner") == 0 ? TEST_OSCILLATOR : kind;
}

static void
make_machine (const Recipe *r, QnMachine *m)
{
  const double duration[4] = { 10, 5, 10, 5 };
  const char *const ids[4] = { "hot", "expansion", "cold", "compression" };
  const double ends[5] = { r->w_hot, r->w_hot, r->w_cold, r->w_cold, r->w_hot };

  memset (m, 0, sizeof *m);
  m->medium = r->squeezing != 0 ? qn_oscillator_spec () : r->levels > 2 ? qn_ladder_spec (r->levels, NULL, NULL) : qn_qubit_spec (r->tilt);
  m->n_baths = 2;
  m->bath[QN_HOT] = (QnBath) { r->hot, 0.1, QN_SPECTRUM_BOSONIC };
  m->bath[QN_COLD] = (QnBath) { r->cold, 0.1, QN_SPECTRUM_BOSONIC };
  m->n_strokes = 4;
  for (int i = 0; i < 4; i++)
    m->stroke[i] = (QnStroke) { ids[i], duration[i], QN_RAMP_LINEAR, ends[i], ends[i + 1], i == 0 ? 1u << QN_HOT : i == 2 ? 1u << QN_COLD : 0, FALSE, 0 };
  m->start_temperature = r->cold;
}

static double
gap_at (const Recipe *r, double w)
{
  return sqrt (w * w + r->tilt * r->tilt);
}

/* Gibbs "excitation" x = exp(-gap/T) relaxes; for two levels p_1 = x/(1+x). */
static double
thermal_p (const Recipe *r, double w, double temperature)
{
  double x = exp (-gap_at (r, w) / temperature);

  return x / (1 + x);
}

/* Levels and populations from the upper population p of the lowest pair (a geometric ladder for more levels). */
static void
fill_levels (const Recipe *r, double w, double p, QnReading *s)
{
  double x = p / (1 - p), z = 0, gap = gap_at (r, w);

  s->n_levels = r->levels;
  for (int n = 0; n < r->levels; n++)
    {
      s->level[n] = r->levels == 2 ? (n - 0.5) * gap : n * gap;
      z += s->population[n] = pow (x, n);
    }
  for (int n = 0; n < r->levels; n++)
    s->population[n] /= z;
  s->energy = s->entropy = s->purity = 0;
  for (int n = 0; n < r->levels; n++)
    {
      double q = s->population[n];

      s->energy += q * s->level[n];
      s->entropy -= q > 0 ? q * log (q) : 0;
      s->purity += q * q;
    }
  s->temperature = x < 1 - 1e-9 ? gap / -log (x) : NAN;
}

static void
fill_bloch (const Recipe *r, double w, double phase, QnReading *s)
{
  double gap = gap_at (r, w), z = s->population[1] - s->population[0], c = r->tilt > 0 ? 0.12 : 0;

  s->axis[0] = r->tilt / gap;
  s->axis[2] = w / gap;
  s->bloch[0] = z * s->axis[0] + c * cos (phase) * s->axis[2];
  s->bloch[1] = c * sin (phase);
  s->bloch[2] = z * s->axis[2] - c * cos (phase) * s->axis[0];
  s->coherence_l1 = c;
  s->coherence_relative = c * c;
  s->force = -(r->levels == 2 ? s->bloch[2] / 2 : s->energy / w);
  s->trace = 1;
  s->min_eigenvalue = 0;
}

/* The coordinates of rho that belong to populations and Bloch vector. */
static void
fill_state (const Recipe *r, QnReading *s)
{
  s->n_state = r->levels;
  memcpy (s->state, s->population, sizeof *s->state * r->levels);
  if (r->levels > 2)
    return;
  s->state[0] = (1 + s->bloch[2]) / 2;
  s->state[1] = (1 - s->bloch[2]) / 2;
  if (r->tilt == 0)
    return;
  s->n_state = 4;
  s->state[2] = s->bloch[0] / G_SQRT2;
  s->state[3] = -s->bloch[1] / G_SQRT2;
}

/* The populations' geometric ladder squeezed: N = nu cosh 2r, M = -nu sinh 2r exp(i phase). */
static void
fill_oscillator (const Recipe *r, double w, double p, double phase, QnReading *s)
{
  double x = p / (1 - p), nu = x / (1 - x) + 0.5, N = nu * cosh (2 * r->squeezing), M = -nu * sinh (2 * r->squeezing);

  s->n_state = QN_OSCILLATOR_D;
  s->state[0] = 1;
  s->state[1] = (N + M * cos (phase)) / w;
  s->state[2] = (N - M * cos (phase)) * w;
  s->state[3] = M * sin (phase);
  qn_oscillator_populations (w, s->state, s->n_levels, s->population);
  for (int n = 0; n < s->n_levels; n++)
    s->level[n] = w * (n + 0.5);
  s->energy = qn_oscillator_energy (w, s->state);
  s->entropy = qn_oscillator_entropy (nu);
  s->temperature = qn_oscillator_temperature (w, s->energy);
  s->purity = 0.5 / nu;
  s->force = -w * s->state[1];
}

typedef struct
{
  Recipe recipe;
  QnMachine machine;
  double start[5]; /* p at the start of each stroke */
} Model;

static double
target_p (const Model *m, int stroke)
{
  const Recipe *r = &m->recipe;

  return stroke == 0 ? thermal_p (r, r->w_hot, r->hot) + r->inversion : thermal_p (r, r->w_cold, r->cold);
}

static double
p_at (const Model *m, int stroke, double fraction)
{
  if (stroke % 2 == 1)
    return m->start[stroke] + m->recipe.friction * fraction;
  return target_p (m, stroke) + (m->start[stroke] - target_p (m, stroke)) * exp (-m->recipe.relaxation * fraction);
}

/* The limit cycle: one round is affine in the starting p. */
static void
solve (Model *m)
{
  double keep = exp (-m->recipe.relaxation), f = m->recipe.friction;
  double ph = target_p (m, 0), pc = target_p (m, 2), c;

  if (m->recipe.relaxation <= 0)
    keep = 1 - 1e-9;
  /* p -> ph + (p - ph) k -> + f -> pc + (. - pc) k -> + f */
  c = pc + (ph * (1 - keep) + f - pc) * keep + f;
  m->start[0] = c / (1 - keep * keep);
  for (int i = 0; i < 4; i++)
    m->start[i + 1] = p_at (m, i, 1);
}

static void
sample (const Model *m, int stroke, double fraction, QnReading *s)
{
  const QnStroke *k = &m->machine.stroke[stroke];
  double t = 0, period = qn_machine_period (&m->machine);

  memset (s, 0, sizeof *s);
  for (int i = 0; i < stroke; i++)
    t += m->machine.stroke[i].duration;
  s->time = t + fraction * k->duration;
  s->stroke = stroke;
  s->fraction = fraction;
  s->control = k->from + (k->to - k->from) * fraction;
  fill_levels (&m->recipe, s->control, p_at (m, stroke, fraction), s);
  fill_bloch (&m->recipe, s->control, 10 * G_PI * s->time / period, s);
  fill_state (&m->recipe, s);
  if (m->recipe.squeezing != 0)
    fill_oscillator (&m->recipe, s->control, p_at (m, stroke, fraction), 10 * G_PI * s->time / period, s);
}

/* Heat and work by the first law along the samples: work on drives, heat on contacts. */
static void
keep_books (QnReading *samples, gsize n, const QnMachine *machine, QnLedger *ledger)
{
  for (gsize i = 1; i < n; i++)
    {
      QnReading *a = &samples[i - 1], *b = &samples[i];
      guint baths = machine->stroke[b->stroke].baths;
      double de = b->energy - a->energy;

      memcpy (b->heat, a->heat, sizeof b->heat);
      b->work_output = a->work_output;
      if (baths == 0)
        b->work_output -= de;
      else
        b->heat[baths == 1u << QN_HOT ? QN_HOT : QN_COLD] += de;
    }
  memset (ledger, 0, sizeof *ledger);
  ledger->n_strokes = machine->n_strokes;
  ledger->n_baths = 2;
  ledger->n_levels = samples[0].n_levels;
  ledger->period = qn_machine_period (machine);
  memcpy (ledger->heat, samples[n - 1].heat, sizeof ledger->heat);
  ledger->work_output = samples[n - 1].work_output;
  ledger->energy_scale = MAX (machine->stroke[0].from, machine->stroke[2].from);
  ledger->unique = TRUE;
}

static QnCurve *
make_curve (const Model *m, QnLedger *ledger)
{
  gsize n = 4 * (POINTS + 1), k = 0;
  QnReading *samples = g_new0 (QnReading, n);

  for (int stroke = 0; stroke < 4; stroke++)
    for (int i = 0; i <= POINTS; i++)
      sample (m, stroke, (double) i / POINTS, &samples[k++]);
  keep_books (samples, n, &m->machine, ledger);
  return qn_curve_new (samples, n);
}

static void
set_result (QnResults *results, const char *id, double value)
{
  int i = results->lab != NULL ? qn_lab_result_index (results->lab, id) : -1;

  if (i >= 0)
    results->number[i] = value;
}

static void
make_results (QnSnapshot *s, const Recipe *r)
{
  QnResults *results = &s->solution->outcome->results;
  double hot = s->outcome->ledger.heat[QN_HOT], cold = s->outcome->ledger.heat[QN_COLD], work = s->outcome->ledger.work_output;

  results->lab = s->experiment.lab;
  for (int i = 0; i < QN_MAX_RESULTS; i++)
    results->number[i] = NAN;
  results->mode = qn_mode (hot, cold, work, s->outcome->ledger.energy_scale);
  set_result (results, "work_output", work);
  set_result (results, "heat_hot", hot);
  set_result (results, "heat_cold", cold);
  set_result (results, "carnot", results->mode == QN_MODE_REFRIGERATOR ? r->cold / (r->hot - r->cold) : 1 - r->cold / r->hot);
  set_result (results, "curzon_ahlborn", 1 - sqrt (r->cold / r->hot));
  set_result (results, "efficiency", results->mode == QN_MODE_ENGINE ? work / hot : NAN);
  set_result (results, "cop", results->mode == QN_MODE_REFRIGERATOR ? -cold / work : NAN);
}

/* Losses that go as one over the time: fast cycles are none of the kind any more, slow ones idle. */
static void
make_sweep (QnSnapshot *s, TestKind kind)
{
  const gsize n = 80;
  QnSweepCurve *curve = g_new0 (QnSweepCurve, 1);

  g_atomic_ref_count_init (&curve->ref);
  curve->serial = 1 + (guint64) kind;
  curve->experiment = s->experiment;
  curve->axis = qn_sweep_time_axis ();
  curve->progress = 1;
  curve->n = n;
  curve->points = g_new0 (QnSweepPoint, n);
  for (gsize i = 0; i < n; i++)
    {
      QnSweepPoint *point = &curve->points[i];
      double period = pow (10, -0.5 + 3.0 * (double) i / (double) (n - 1)), left = 1 - 3 / period;
      double hot = s->outcome->ledger.heat[QN_HOT], work = s->outcome->ledger.work_output * left;

      point->at = period / s->outcome->ledger.period;
      point->results = s->outcome->results;
      point->results.mode = left > 0 ? s->outcome->results.mode : QN_MODE_ACCELERATOR;
      set_result (&point->results, "period", period);
      set_result (&point->results, "power", work / period);
      set_result (&point->results, "efficiency", point->results.mode == QN_MODE_ENGINE ? work / hot : NAN);
      set_result (&point->results, "cop", point->results.mode == QN_MODE_REFRIGERATOR ? qn_results_get (&s->outcome->results, "cop") * left : NAN);
    }
  s->sweep = curve;
}

/* A hill of power over a plain where the machine is a heater; a refrigerator on one side, a hole in a corner. */
static QnGrid *
make_grid (QnGridPlan plan)
{
  QnGrid *grid;

  plan.axis[0].n = 21;
  if (plan.n_axes > 1)
    plan.axis[1].n = 15;
  grid = qn_grid_new (&plan);
  for (gsize i = 0; i < grid->n; i++)
    {
      double x = qn_grid_index (&plan, i, 0) / 10.0 - 1, y = plan.n_axes > 1 ? qn_grid_index (&plan, i, 1) / 7.0 - 1 : 0, power = 0.4 - x * x - 0.7 * y * y;
      const double values[] = { power, power > 0 ? 0.3 + 0.3 * x : NAN, 0.75, 0.5 };

      qn_grid_fill (grid, i, power > 0 ? QN_MODE_ENGINE : x < 0 ? QN_MODE_REFRIGERATOR : QN_MODE_HEATER, 0, values, plan.n_axes > 1 && i < 3 ? "for this test" : NULL);
    }
  qn_grid_tabulate (grid);
  return grid;
}

/* The same for all snapshots, as between two of one experiment. */
static void
take_grids (QnSnapshot *s)
{
  static QnGrid *line, *map;

  if (!line)
    {
      line = make_grid (qn_over_line (&s->experiment));
      map = make_grid (qn_over_map (&s->experiment));
    }
  s->line = qn_grid_ref (line);
  s->map = qn_grid_ref (map);
}

static void
make_trail (QnSnapshot *s, const Model *m, double position, int history)
{
  double time = position * s->outcome->ledger.period;
  gsize n = 0, before;

  s->trail = g_new0 (QnReading, s->solution->limit->n * 2);
  for (gsize i = 0; history > 0 && i < s->solution->limit->n; i++)
    if (s->solution->limit->samples[i].time > time)
      {
        s->trail[n] = s->solution->limit->samples[i];
        s->trail[n++].time -= s->outcome->ledger.period;
      }
  before = n;
  for (gsize i = 0; i < s->solution->limit->n && s->solution->limit->samples[i].time <= time; i++)
    s->trail[n++] = s->solution->limit->samples[i];
  for (gsize i = 0; i < n; i++)
    {
      s->trail[i].time += history * s->outcome->ledger.period;
      s->trail[i].cycle = i < before ? history - 1 : history;
    }
  s->n_trail = n;
  s->now = s->trail[n - 1];
  s->position = position;
  s->running = position > 0 || history > 0;
}

/* Cycles that close in on the limit cycle; the first two are disturbed beyond any limit and without value. */
static void
make_history (QnSnapshot *s, int history)
{
  s->n_history = (gsize) MIN (history, QN_HISTORY_LENGTH);
  s->history = g_new0 (QnCycleRecord, s->n_history + 1);
  for (gsize i = 0; i < s->n_history; i++)
    {
      QnCycleRecord *record = &s->history[i];
      double off = exp (-0.4 * (double) i);

      record->ledger.cycle = history - (int) s->n_history + (int) i;
      record->ledger.work_output = s->outcome->ledger.work_output * (1 - off);
      record->mode = s->outcome->results.mode;
      record->efficiency = qn_results_get (&s->outcome->results, "efficiency") * (1 - 0.5 * off);
      record->cop = qn_results_get (&s->outcome->results, "cop") * (1 - 0.5 * off);
      record->transient = off > 1e-3;
      if (i == 0)
        record->efficiency = record->cop = 99;
      if (i == 1)
        record->efficiency = record->cop = NAN;
    }
}

QnSnapshot *
test_snapshot_new (TestKind kind, double position, int history)
{
  static guint64 serial = 0;
  QnSnapshot *s = g_new0 (QnSnapshot, 1);
  Model model = { kinds[kind].recipe }, slow;
  const QnLab *lab = qn_lab_find ("otto");

  g_atomic_ref_count_init (&s->ref);
  s->serial = ++serial;
  s->valid = TRUE;
  if (lab != NULL)
    qn_experiment_init (&s->experiment, lab);
  make_machine (&model.recipe, &model.machine);
  solve (&model);
  s->solution = qn_solution_new_empty (&s->experiment);
  s->outcome = s->solution->outcome;
  s->solution->outcome->machine = model.machine;
  s->solution->limit = make_curve (&model, &s->solution->outcome->ledger);
  slow = model;
  slow.recipe.relaxation = 30;
  slow.recipe.friction = 0;
  slow.recipe.inversion = 0;
  solve (&slow);
  s->solution->reference = make_curve (&slow, &s->solution->reference_ledger);
  make_results (s, &model.recipe);
  make_sweep (s, kind);
  take_grids (s);
  make_trail (s, &model, position, history);
  make_history (s, history);
  return s;
}
