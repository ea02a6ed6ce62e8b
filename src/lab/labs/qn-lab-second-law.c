/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The second law by partial trace: a qubit collides with a stream of others, all are kept, and entropy grows only for observers
 * who do not know all correlations. M. Esposito, K. Lindenberg & C. Van den Broeck, New J. Phys. 12, 013013 (2010). */

#include <math.h>

#include "core/protocols/qn-collisions.h"
#include "lab/qn-continuous.h"
#include "lab/qn-outcome.h"
#include "lab/qn-results.h"

static const QnParameter parameters[] = {
  QN_TEMPERATURE_ROW ("system", "s", N_ ("System temperature"), N_ ("Initial temperature of the system"), 5),
  QN_TEMPERATURE_ROW ("environment", "e", N_ ("Environment temperature"), N_ ("Initial temperature of every environment qubit"), 0.35),
  { .id = "system.spacing", .symbol = "<i>ω</i><sub>s</sub>", .name = N_ ("System level spacing"), .meaning = N_ ("Level spacing of the system"),
    .group = QN_GROUP_LEVELS, .dimension = QN_DIMENSION_ENERGY, .initial = 1, .soft_min = 0.1, .soft_max = 5, .hard_min = 1e-6, .hard_max = 1e6 },
  { .id = "environment.spacing", .symbol = "<i>ω</i><sub>e</sub>", .name = N_ ("Environment level spacing"),
    .meaning = N_ ("Level spacing of the environment qubits. If it differs from the system’s, the collisions do work"),
    .group = QN_GROUP_LEVELS, .dimension = QN_DIMENSION_ENERGY, .initial = 1, .soft_min = 0.1, .soft_max = 5, .hard_min = 1e-6, .hard_max = 1e6 },
  { .id = "environment.size", .symbol = "<i>n</i>", .name = N_ ("Environment qubits"),
    .meaning = N_ ("Number of qubits with which the system collides, one after the other. All of them are kept"),
    .group = QN_GROUP_COUPLING, .kind = QN_VALUE_INTEGER, .initial = 5, .soft_min = 1, .soft_max = QN_COLLISIONS_SIZE, .hard_min = 1, .hard_max = QN_COLLISIONS_SIZE },
  { .id = "environment.rounds", .symbol = "<i>r</i>", .name = N_ ("Rounds"),
    .meaning = N_ ("Number of times that the same qubits pass by. With 1 every qubit is fresh; from 2 on they return with their correlations"),
    .group = QN_GROUP_COUPLING, .kind = QN_VALUE_INTEGER, .initial = 1, .soft_min = 1, .soft_max = 5, .hard_min = 1, .hard_max = QN_MAX_STROKES },
  { .id = "swap.angle", .symbol = "<i>θ</i>", .name = N_ ("Swap angle"),
    .meaning = N_ ("Strength of a collision, <i>θ</i> in exp(−i <i>θ</i> SWAP). At π/2 the two qubits exchange their states"),
    .group = QN_GROUP_COUPLING, .dimension = QN_DIMENSION_ANGLE, .initial = 0.7, .soft_max = G_PI, .hard_min = -1e3, .hard_max = 1e3 },
  { .id = "initial.coherence", .symbol = "<i>c</i>", .name = N_ ("Initial coherence"),
    .meaning = N_ ("Initial coherence of the system, relative to the maximum that its populations allow. At 1 the initial state is pure"),
    .group = QN_GROUP_DRIVE, .initial = 0, .soft_max = 1, .hard_max = 1 },
  { .id = "observer.kept", .symbol = "<i>k</i>", .name = N_ ("Observed qubits"),
    .meaning = N_ ("Number of environment qubits whose joint state with the system the observer knows. The others are known one by one"),
    .group = QN_GROUP_DRIVE, .kind = QN_VALUE_INTEGER, .initial = 0, .soft_max = QN_COLLISIONS_SIZE, .hard_max = QN_COLLISIONS_SIZE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (parameters) <= QN_MAX_PARAMETERS);

static const QnResult results[] = {
  QN_NUMBER_RESULT ("entropy_production", "Σ", N_ ("Entropy production"),
                    N_ ("Entropy produced if the environment is treated as a reservoir, Δ<i>S</i><sub>s</sub> − <i>Q</i>/<i>T</i><sub>e</sub>. "
                        "It equals <i>I</i> + <i>D</i> and is never negative"), ENTROPY),
  QN_NUMBER_RESULT ("mutual_information", "<i>I</i>", N_ ("Mutual information"),
                    N_ ("Correlation of system and environment, <i>S</i><sub>s</sub> + <i>S</i><sub>e</sub> − <i>S</i>"), ENTROPY),
  QN_NUMBER_RESULT ("relative_entropy", "<i>D</i>", N_ ("Environment relative entropy"),
                    N_ ("Distance of the environment from its initial state, <i>D</i>(<i>ρ</i><sub>e</sub>‖<i>ρ</i><sub>e</sub>(0))"), ENTROPY),
  QN_NUMBER_RESULT ("entropy_whole", "<i>S</i>", N_ ("Total entropy"),
                    N_ ("Von Neumann entropy of system and environment together, −Tr[<i>ρ</i> ln <i>ρ</i>]. "
                        "The collisions are unitary, so it is constant"), ENTROPY),
  QN_NUMBER_RESULT ("entropy_parts", "Σ<sub>i</sub><i>S</i><sub>i</sub>", N_ ("Sum of local entropies"),
                    N_ ("Sum of the entropies of all single qubits. It is the entropy for an observer who knows no correlation"), ENTROPY),
  QN_NUMBER_RESULT ("entropy_observer", "<i>S</i><sub>k</sub>", N_ ("Observer’s entropy"),
                    N_ ("Entropy that the observer assigns, <i>S</i>(system and <i>k</i> qubits) + Σ <i>S</i>(each of the others)"), ENTROPY),
  QN_NUMBER_RESULT ("entropy", "<i>S</i><sub>s</sub>", N_ ("Entropy of the system"),
                    N_ ("Von Neumann entropy of the system after the last collision, −Tr[<i>ρ</i><sub>s</sub> ln <i>ρ</i><sub>s</sub>]"), ENTROPY),
  QN_NUMBER_RESULT ("entropy_environment", "<i>S</i><sub>e</sub>", N_ ("Entropy of the environment"),
                    N_ ("Von Neumann entropy of all environment qubits together after the last collision"), ENTROPY),
  QN_NUMBER_RESULT ("total_correlation", "<i>C</i>", N_ ("Total correlation"),
                    N_ ("Correlation among all qubits, Σ<sub>i</sub><i>S</i><sub>i</sub> − <i>S</i>"), ENTROPY),
  QN_NUMBER_RESULT ("heat_cold", "<i>Q</i>", N_ ("Heat"), N_ ("Heat from the environment into the system, −Δ<i>E</i><sub>e</sub>"), ENERGY),
  QN_NUMBER_RESULT ("work_output", "<i>W</i>", N_ ("Work"),
                    N_ ("Work that the collisions deliver, −(Δ<i>E</i><sub>s</sub> + Δ<i>E</i><sub>e</sub>). It is 0 for equal level spacings"), ENERGY),
  QN_NUMBER_RESULT ("energy", "<i>E</i><sub>s</sub>", N_ ("Energy of the system"),
                    N_ ("Energy of the system after the last collision, <i>ω</i><sub>s</sub> <i>p</i><sub>1</sub>"), ENERGY),
  QN_NUMBER_RESULT ("temperature_system", "<i>T</i><sub>s</sub>", N_ ("Temperature of the system"),
                    N_ ("Temperature of the system after the last collision, <i>ω</i><sub>s</sub>/ln(<i>p</i><sub>0</sub>/<i>p</i><sub>1</sub>). "
                        "Defined where it is positive"), TEMPERATURE),
  { .id = "populations", .symbol = "<i>p</i><sub>n</sub>", .name = N_ ("Populations"), .kind = QN_RESULT_VECTOR,
    .meaning = N_ ("Populations of the system’s levels after the last collision, lowest first") },
  QN_NUMBER_RESULT ("coherence_l1", "<i>C</i><sub>1</sub>", N_ ("Coherence"),
                    N_ ("<i>l</i><sub>1</sub> norm of the system’s coherence after the last collision, 2|⟨1|<i>ρ</i><sub>s</sub>|0⟩|"), NONE),
  QN_NUMBER_RESULT ("recurrence", "<i>R</i>", N_ ("Recurrence"),
                    N_ ("Largest decrease of the distance from equilibrium that is later reversed, relative to the initial distance. "
                        "It is 0 for a monotonic relaxation"), NONE),
  QN_NUMBER_RESULT ("residual_whole", "δ<sub>S</sub>", N_ ("Total entropy residual"),
                    N_ ("Largest change of the total entropy, |<i>S</i>(<i>t</i>) − <i>S</i>(0)|: rounding"), ENTROPY),
  QN_NUMBER_RESULT ("residual_first_law", "δ<sub>1</sub>", N_ ("First-law residual"),
                    N_ ("Change of the number of quanta, times <i>ω</i><sub>s</sub>: rounding"), ENERGY),
  QN_NUMBER_RESULT ("residual_second_law", "δ<sub>2</sub>", N_ ("Second-law residual"),
                    N_ ("Violation of Σ = <i>I</i> + <i>D</i>, |Δ<i>S</i><sub>s</sub> − "
                        "<i>Q</i>/<i>T</i><sub>e</sub> − <i>I</i> − <i>D</i>|: rounding"), ENTROPY),
};

G_STATIC_ASSERT (G_N_ELEMENTS (results) <= QN_MAX_RESULTS);

static double
upper (double spacing, double temperature)
{
  return 1 / (1 + exp (spacing / temperature));
}

static QnCollisions
collisions_of (const QnExperiment *experiment)
{
  QnCollisions c = { (int) qn_experiment_get (experiment, "environment.size"), (int) qn_experiment_get (experiment, "environment.rounds"), qn_experiment_get (experiment, "swap.angle"),
                     upper (qn_experiment_get (experiment, "system.spacing"), qn_experiment_get (experiment, "system.temperature")), 0,
                     upper (qn_experiment_get (experiment, "environment.spacing"), qn_experiment_get (experiment, "environment.temperature")) };

  c.coherence = qn_experiment_get (experiment, "initial.coherence") * sqrt (c.excited * (1 - c.excited));
  return c;
}

static gboolean
check (const QnExperiment *experiment, const QnCollisions *c, GError **error)
{
  if (c->size * c->rounds > QN_COLLISIONS_STEPS)
    g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_RANGE, _ ("environment.rounds: %d is not allowed; allowed: at most %d with environment.size %d, %d collisions in all"),
                 c->rounds, QN_COLLISIONS_STEPS / c->size, c->size, QN_COLLISIONS_STEPS);
  else if (c->coherence != 0 && c->size > QN_COLLISIONS_COHERENT)
    g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_RANGE, _ ("environment.size: %d is not allowed; allowed: at most %d where initial.coherence is other than 0"), c->size, QN_COLLISIONS_COHERENT);
  else if (!(c->environment > 1e-300))
    g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_RANGE,
                 _ ("environment.temperature: %g is not allowed; allowed: more than a seven-hundredth of environment.spacing, "
                    "below which nothing in the environment is excited and no heat has an entropy"),
                 qn_experiment_get (experiment, "environment.temperature"));
  else
    return TRUE;
  return FALSE;
}

/* --- Results and tables --------------------------------------------------- */

static double
information (const QnCollisionStep *s)
{
  return s->system + s->environment - s->whole;
}

/* -Q/T_e of all the environment has taken. */
static double
entropy_taken (const QnCollisions *c, const QnCollisionStep *first, const QnCollisionStep *s)
{
  return (s->excitations - first->excitations) * log ((1 - c->environment) / c->environment);
}

static double
recurrence (const QnCollisions *c, const QnCollisionStep *steps)
{
  double least = INFINITY, back = 0, start = fabs (steps[0].excited - c->environment) + steps[0].coherence;

  for (int i = 0; i <= c->size * c->rounds; i++)
    {
      double distance = fabs (steps[i].excited - c->environment) + steps[i].coherence;

      least = MIN (least, distance);
      back = MAX (back, distance - least);
    }
  return start > 1e-12 ? (back > 1e-12 * start ? back / start : 0) : NAN;
}

/* Rounding errors are set to zero. */
static double
without_noise (double value, double scale)
{
  return fabs (value) > 1e-13 * scale ? value : 0;
}

static void
put_energies (const QnExperiment *experiment, const QnCollisionStep *first, const QnCollisionStep *last, QnResults *out)
{
  double system = qn_experiment_get (experiment, "system.spacing"), other = qn_experiment_get (experiment, "environment.spacing");
  double quanta = last->excitations - first->excitations, given = last->excited - first->excited, T = system / log ((1 - last->excited) / last->excited);

  qn_results_set (out, "heat_cold", 0 - other * quanta);
  qn_results_set (out, "work_output", without_noise (0 - other * quanta - system * given, other + system));
  qn_results_set (out, "energy", system * last->excited);
  qn_results_set (out, "temperature_system", T > 0 && last->coherence < 1e-9 ? T : NAN);
  qn_results_set (out, "residual_first_law", fabs (quanta + given) * system);
  out->n_populations = 2;
  out->population[0] = 1 - last->excited;
  out->population[1] = last->excited;
}

static void
put_entropies (const QnExperiment *experiment, const QnCollisions *c, const QnCollisionStep *steps, QnResults *out)
{
  const QnCollisionStep *first = &steps[0], *last = &steps[c->size * c->rounds];
  double production = last->system - first->system + entropy_taken (c, first, last), residual = 0;
  int kept = MIN ((int) qn_experiment_get (experiment, "observer.kept"), c->size);

  for (int i = 0; i <= c->size * c->rounds; i++)
    residual = MAX (residual, fabs (steps[i].whole - first->whole));
  qn_results_set (out, "entropy_production", production);
  qn_results_set (out, "mutual_information", without_noise (information (last), last->parts));
  qn_results_set (out, "relative_entropy", last->relative);
  qn_results_set (out, "entropy_whole", last->whole);
  qn_results_set (out, "entropy_parts", last->parts);
  qn_results_set (out, "entropy_observer", last->known[kept]);
  qn_results_set (out, "entropy", last->system);
  qn_results_set (out, "entropy_environment", last->environment);
  qn_results_set (out, "total_correlation", without_noise (last->parts - last->whole, last->parts));
  qn_results_set (out, "coherence_l1", 2 * last->coherence);
  qn_results_set (out, "recurrence", recurrence (c, steps));
  qn_results_set (out, "residual_whole", residual);
  qn_results_set (out, "residual_second_law", fabs (production - information (last) - last->relative));
}

static void
put_table (const QnCollisions *c, const QnCollisionStep *steps, QnReport *report)
{
  static const QnColumn columns[] = {
    { "collisions", "<i>i</i>", N_ ("Collisions"), QN_DIMENSION_NONE },
    { "whole", "<i>S</i>", N_ ("Total entropy"), QN_DIMENSION_ENTROPY },
    { "system", "<i>S</i><sub>s</sub>", N_ ("Entropy of the system"), QN_DIMENSION_ENTROPY },
    { "environment", "<i>S</i><sub>e</sub>", N_ ("Entropy of the environment"), QN_DIMENSION_ENTROPY },
    { "parts", "Σ<sub>i</sub><i>S</i><sub>i</sub>", N_ ("Sum of local entropies"), QN_DIMENSION_ENTROPY },
    { "mutual", "<i>I</i>", N_ ("Mutual information"), QN_DIMENSION_ENTROPY },
    { "production", "Σ", N_ ("Entropy production"), QN_DIMENSION_ENTROPY },
    { "excited", "<i>p</i><sub>1</sub>", N_ ("Upper population of the system"), QN_DIMENSION_NONE },
    { "coherence", "|<i>ρ</i><sub>10</sub>|", N_ ("Coherence of the system"), QN_DIMENSION_NONE },
  };
  gsize n = (gsize) (c->size * c->rounds) + 1;
  QnTable *table = qn_report_add (report, "collisions", columns, G_N_ELEMENTS (columns), n);

  for (gsize i = 0; i < n; i++)
    {
      const QnCollisionStep *s = &steps[i];
      const double row[] = { (double) i, s->whole, s->system, s->environment, s->parts, information (s), s->system - steps[0].system + entropy_taken (c, &steps[0], s), s->excited, s->coherence };

      for (int k = 0; k < (int) G_N_ELEMENTS (row); k++)
        qn_table_set (table, i, k, row[k]);
    }
}

/* Growth of the entropy for observers who follow k = 0, 1, ... qubits. */
static void
put_ignorance (const QnCollisions *c, const QnCollisionStep *steps, QnReport *report)
{
  static const QnColumn columns[] = {
    { "collisions", "<i>i</i>", N_ ("Collisions"), QN_DIMENSION_NONE },
    { "known0", "Δ<i>S</i><sub>0</sub>", N_ ("Growth, none followed"), QN_DIMENSION_ENTROPY },  { "known1", "Δ<i>S</i><sub>1</sub>", N_ ("Growth, 1 followed"), QN_DIMENSION_ENTROPY },
    { "known2", "Δ<i>S</i><sub>2</sub>", N_ ("Growth, 2 followed"), QN_DIMENSION_ENTROPY },  { "known3", "Δ<i>S</i><sub>3</sub>", N_ ("Growth, 3 followed"), QN_DIMENSION_ENTROPY },
    { "known4", "Δ<i>S</i><sub>4</sub>", N_ ("Growth, 4 followed"), QN_DIMENSION_ENTROPY },  { "known5", "Δ<i>S</i><sub>5</sub>", N_ ("Growth, 5 followed"), QN_DIMENSION_ENTROPY },
    { "known6", "Δ<i>S</i><sub>6</sub>", N_ ("Growth, 6 followed"), QN_DIMENSION_ENTROPY },  { "known7", "Δ<i>S</i><sub>7</sub>", N_ ("Growth, 7 followed"), QN_DIMENSION_ENTROPY },
    { "known8", "Δ<i>S</i><sub>8</sub>", N_ ("Growth, 8 followed"), QN_DIMENSION_ENTROPY },
  };
  gsize n = (gsize) (c->size * c->rounds) + 1;
  QnTable *table = qn_report_add (report, "ignorance", columns, c->size + 2, n);

  for (gsize i = 0; i < n; i++)
    {
      qn_table_set (table, i, 0, (double) i);
      for (int k = 0; k <= c->size; k++)
        qn_table_set (table, i, k + 1, steps[i].known[k] - steps[0].known[k]);
    }
}

/* A phase for each collision, or where these are too many for each round. */
static void
add_phases (const QnCollisions *c, QnOutcome *outcome)
{
  int steps = c->size * c->rounds, n = MAX (steps <= QN_MAX_STROKES ? steps : c->rounds, 2);

  for (int i = 0; i < n; i++)
    qn_outcome_add_phase (outcome, steps <= QN_MAX_STROKES ? N_ ("collision") : N_ ("round"), (double) steps / n);
}

static gboolean
evaluate (QnOutcome *outcome, const gint *cancelled, GError **error)
{
  const QnExperiment *experiment = &outcome->experiment;
  QnCollisions c = collisions_of (experiment);
  QnCollisionStep steps[QN_COLLISIONS_STEPS + 1];

  if (!check (experiment, &c, error) || !qn_collisions_run (&c, cancelled, steps))
    return FALSE;
  add_phases (&c, outcome);
  put_energies (experiment, &steps[0], &steps[c.size * c.rounds], &outcome->results);
  put_entropies (experiment, &c, steps, &outcome->results);
  put_table (&c, steps, outcome->tables);
  put_ignorance (&c, steps, outcome->tables);
  return TRUE;
}

const QnLab qn_lab_second_law = {
  .id = "second-law",
  .name = N_ ("Second law by partial trace"),
  .summary = N_ ("A qubit and a small environment that is kept: the total entropy is constant, "
                 "the local entropies grow, and the difference is correlation"),
  .icon = "quench-second-law-symbolic",
  .group = N_ ("Quantum resources"),
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .results = results,
  .n_results = G_N_ELEMENTS (results),
  .strip = qn_lab_second_law_strip,
  .figures = qn_lab_second_law_figures,
  .start = N_ ("the qubit starts thermal at system.temperature, with the share initial.coherence of the coherence it can have"),
  .evaluate = evaluate,
  .presets = qn_lab_second_law_presets,
  .about = qn_lab_second_law_about,
};
