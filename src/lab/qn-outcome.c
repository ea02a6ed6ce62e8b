/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lab/qn-outcome.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "lab/qn-core-errors.h"

#define TOLERANCE 1e-9
#define LEAST_SECULAR 1

/* By what it is, not by its id alone: a contact whose control moves is an isotherm to the textbooks. */
static const char *
stroke_name (const QnStroke *stroke)
{
  static const struct
  {
    const char *id, *rests, *moves; /* moves NULL: the same */
  } names[] = {
    { "hot", N_ ("hot contact"), N_ ("hot isotherm") },
    { "cold", N_ ("cold contact"), N_ ("cold isotherm") },
    { "hot-isochore", N_ ("hot isochore") },
    { "cold-isochore", N_ ("cold isochore") },
    { "expansion", N_ ("expansion") },
    { "compression", N_ ("compression") },
    { "swap", N_ ("swap") },
    { "contact", N_ ("both contacts") },
    { "rest", N_ ("longer contact") },
    { "forward", N_ ("forward drive") },
    { "settle", N_ ("back to equilibrium") },
    { "reverse", N_ ("reverse drive") },
    { "return", N_ ("back to equilibrium") },
    { "steady", N_ ("Steady state") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (stroke->id, names[i].id) == 0)
      return names[i].moves && stroke->from != stroke->to ? names[i].moves : names[i].rests;
  return stroke->id ? stroke->id : "";
}

QnPhase
qn_phase_of_stroke (const QnStroke *stroke)
{
  return (QnPhase) { stroke_name (stroke), stroke->duration, stroke->from == stroke->to ? QN_PHASE_RESTS : QN_PHASE_MOVES, stroke->baths };
}

int
qn_machine_phases (const QnMachine *machine, QnPhase *out)
{
  for (int i = 0; i < machine->n_strokes; i++)
    out[i] = qn_phase_of_stroke (&machine->stroke[i]);
  return machine->n_strokes;
}

double
qn_phases_period (const QnPhase *phases, int n)
{
  double period = 0;

  for (int i = 0; i < n; i++)
    period += phases[i].duration;
  return period;
}

static double
residual_of (const QnResults *results, const QnLedger *ledger, QnLaw law)
{
  static const char *const ids[QN_N_LAWS] = { "residual_first_law", "entropy_production", "residual_trace", "min_eigenvalue" };
  const double told[QN_N_LAWS] = { ledger->residual_first_law, ledger->entropy_production, ledger->residual_trace, ledger->min_eigenvalue };

  return results->lab && !results->lab->build ? qn_results_get (results, ids[law]) : told[law];
}

gboolean
qn_law_holds (const QnResults *results, const QnLedger *ledger, QnLaw law, double *residual)
{
  gboolean machine = !results->lab || results->lab->build;
  double scale = law == QN_LAW_FIRST && machine ? MAX (ledger->energy_scale, G_MINDOUBLE) : 1, value = residual_of (results, ledger, law);

  if (residual)
    *residual = value;
  if (isnan (value))
    return !machine || law == QN_LAW_SECOND; /* of media whose entropy is not known */
  return law == QN_LAW_SECOND || law == QN_LAW_POSITIVITY ? !(value < -TOLERANCE) : !(fabs (value) > TOLERANCE * scale);
}

guint
qn_doubts (const QnResults *results, const QnLedger *ledger)
{
  guint doubts = 0;

  if (results->lab && !results->lab->build)
    return 0;
  if (!qn_law_holds (results, ledger, QN_LAW_SECOND, NULL) && ledger->bare_entropy_production >= -TOLERANCE)
    doubts |= QN_DOUBT_MODEL;
  if (!ledger->unique)
    doubts |= QN_DOUBT_NOT_UNIQUE;
  if (ledger->secular_ratio < LEAST_SECULAR)
    doubts |= QN_DOUBT_SECULAR;
  if (qn_results_get (results, "regenerator_work") > TOLERANCE * ledger->energy_scale)
    doubts |= QN_DOUBT_REGENERATOR;
  return doubts;
}

const char *
qn_doubt_text (guint doubts)
{
  if (doubts & QN_DOUBT_MODEL)
    return _ ("The reservoirs act locally on each part, but heat is counted with the whole energy. "
              "At finite coupling this can violate the second law. With the bare energy the second law holds: the model is not valid here.");
  if (doubts & QN_DOUBT_NOT_UNIQUE)
    return _ ("The limit cycle is not unique: these are time averages from the start state.");
  if (doubts & QN_DOUBT_REGENERATOR)
    return _ ("The regenerator gives heat back hotter than it took it. The laws hold only if the work for that is paid.");
  if (doubts & QN_DOUBT_SECULAR)
    return _ ("Secular approximation doubtful: Bohr frequencies closer than the rates. Weaker couplings help.");
  return NULL;
}

static char *
condition (const QnResults *results, guint doubts)
{
  if (doubts & QN_DOUBT_NOT_UNIQUE)
    return g_strdup (_ ("it starts like this"));
  if (doubts & QN_DOUBT_REGENERATOR)
    return g_strdup_printf (_ ("regenerator paid: %.0f %%"), 100 * qn_results_get (results, "efficiency_honest"));
  return g_strdup (_ ("couplings are weak"));
}

QnVerdict
qn_verdict (const QnResults *results, const QnLedger *ledger, char **detail)
{
  guint doubts = qn_doubts (results, ledger);
  gboolean known[QN_N_LAWS], broken = FALSE;

  *detail = NULL;
  for (QnLaw law = QN_LAW_FIRST; law < QN_N_LAWS; law++)
    {
      double residual;

      broken |= !qn_law_holds (results, ledger, law, &residual);
      known[law] = !isnan (residual);
    }
  if (broken)
    return QN_VERDICT_BROKEN;
  if (known[QN_LAW_FIRST] != known[QN_LAW_SECOND])
    *detail = g_strdup (known[QN_LAW_FIRST] ? _ ("second law") : _ ("first law"));
  if (!known[QN_LAW_FIRST] || !known[QN_LAW_SECOND])
    return QN_VERDICT_NOT_CHECKED;
  if (doubts == 0)
    return QN_VERDICT_HOLD;
  *detail = condition (results, doubts);
  return QN_VERDICT_ONLY_IF;
}

const char *
qn_doubt_id (QnDoubt doubt)
{
  return doubt == QN_DOUBT_MODEL ? "model" : doubt == QN_DOUBT_NOT_UNIQUE ? "not-unique" : doubt == QN_DOUBT_SECULAR ? "secular" : "regenerator";
}

QnOutcome *
qn_outcome_ref (QnOutcome *outcome)
{
  g_atomic_int_inc (&outcome->ref);
  return outcome;
}

void
qn_outcome_unref (QnOutcome *outcome)
{
  if (!g_atomic_int_dec_and_test (&outcome->ref))
    return;
  g_clear_pointer (&outcome->cycle, qn_cycle_free);
  qn_report_unref (outcome->tables);
  g_free (outcome);
}

QnCycle *
qn_outcome_take_cycle (QnOutcome *outcome)
{
  return g_steal_pointer (&outcome->cycle);
}

void
qn_outcome_add_phase (QnOutcome *outcome, const char *name, double duration)
{
  outcome->phase[outcome->n_phases++] = (QnPhase) { .name = name, .duration = duration };
}

gboolean
qn_outcome_run_machine (QnOutcome *outcome, const gint *cancelled, GError **error)
{
  const QnMachine *machine = &outcome->machine;

  if (!qn_experiment_machine (&outcome->experiment, &outcome->machine, error))
    return FALSE;
  outcome->cycle = outcome->cycles > 0 ? qn_cycle_new_transient (machine, outcome->cycles, QN_TOLERANCE, cancelled, error)
                                       : qn_cycle_new_beside (machine, outcome->beside, QN_TOLERANCE, cancelled, error);
  if (!outcome->cycle || qn_is_cancelled (cancelled))
    return FALSE;
  outcome->ledger = *qn_cycle_ledger (outcome->cycle);
  outcome->n_phases = qn_machine_phases (machine, outcome->phase);
  qn_cycle_read_start (outcome->cycle, &outcome->start);
  qn_results_of_machine (&outcome->results, machine, &outcome->ledger, &outcome->start);
  return TRUE;
}

QnOutcome *
qn_outcome_new_empty (const QnExperiment *experiment)
{
  QnOutcome *outcome = g_new0 (QnOutcome, 1);

  g_atomic_int_set (&outcome->ref, 1);
  outcome->experiment = *experiment;
  outcome->tables = qn_report_new ();
  qn_results_init (&outcome->results, experiment->lab);
  return outcome;
}

/* Factor by which a parameter is beyond its slider. */
static double
excess (const QnParameter *parameter, double value)
{
  double size = fabs (value), most = MAX (fabs (parameter->soft_min), fabs (parameter->soft_max));

  if (parameter->kind != QN_VALUE_REAL)
    return 0;
  if (size > most)
    return size / most;
  return parameter->soft_min > 0 && value < parameter->soft_min ? parameter->soft_min / MAX (size, G_MINDOUBLE) : 0;
}

/* Always FALSE: what is asked for asks more of double precision than it has. The parameter farthest beyond its slider is named. */
static gboolean
refuse (const QnExperiment *experiment, const char *what, GError **error)
{
  const QnLab *lab = experiment->lab;
  int worst = 0;

  for (int i = 1; i < lab->n_parameters; i++)
    if (!lab->parameters[i].applies || lab->parameters[i].applies (experiment->value))
      if (excess (&lab->parameters[i], experiment->value[i]) > excess (&lab->parameters[worst], experiment->value[worst]))
        worst = i;
  g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_RANGE, _ ("%s: %g leaves %s to rounding; allowed: values nearer to %g … %g"), lab->parameters[worst].id, experiment->value[worst],
               what, lab->parameters[worst].soft_min, lab->parameters[worst].soft_max);
  return FALSE;
}

/* A result that is said to exist, and what never does without. */
static const char *
missing_number (const QnOutcome *outcome)
{
  const QnResults *results = &outcome->results;
  const QnLedger *ledger = &outcome->ledger;
  gboolean machine = results->lab->build != NULL, known = !machine || outcome->start.population[0] == outcome->start.population[0];
  double least = machine ? ledger->work_output + outcome->start.energy + ledger->residual_trace : 0;

  for (int i = 0; i < results->lab->n_results; i++)
    {
      const QnResult *result = &results->lab->results[i];
      double value[QN_MAX_LEVELS];

      if (result->kind == QN_RESULT_NUMBER && isinf (results->number[i]) && g_strcmp0 (result->id, "secular_ratio") != 0)
        return result->name;
      for (int k = result->kind == QN_RESULT_VECTOR ? qn_results_vector (results, result, value) : 0; k-- > 0;)
        if (!isfinite (value[k]) && (known || !outcome->machine.medium.klass->gaussian))
          return result->name;
      if (!machine && isnan (results->number[i]) && g_strcmp0 (result->id, "energy") == 0)
        return result->name;
    }
  for (int k = 0; machine && k < ledger->n_baths; k++)
    least += ledger->heat[k];
  return isfinite (least) ? NULL : N_ ("heat and work");
}

/* No number that is none, and no law broken but by a model that is known to, leaves the lab. */
static gboolean
check_sound (const QnOutcome *outcome, GError **error)
{
  static const char *const laws[QN_N_LAWS] = { N_ ("the balance of energy"), N_ ("the entropy production"), N_ ("the norm of the state"), N_ ("the smallest population") };
  const char *what = missing_number (outcome);

  for (QnLaw law = 0; !what && law < QN_N_LAWS; law++)
    if (!qn_law_holds (&outcome->results, &outcome->ledger, law, NULL) && !(law == QN_LAW_SECOND && (outcome->doubts & QN_DOUBT_MODEL)))
      what = laws[law];
  return !what || refuse (&outcome->experiment, _ (what), error);
}

static QnOutcome *
evaluate (const QnExperiment *experiment, int cycles, const QnCycle *beside, const gint *cancelled, GError **error)
{
  g_autoptr (QnOutcome) outcome = qn_outcome_new_empty (experiment);
  const QnLab *lab = experiment->lab;

  outcome->cycles = cycles;
  outcome->beside = beside;
  if (!(lab->evaluate ? lab->evaluate (outcome, cancelled, error) : qn_outcome_run_machine (outcome, cancelled, error)))
    {
      qn_core_errors_say (lab, error);
      return NULL;
    }
  outcome->beside = NULL;
  outcome->doubts = qn_doubts (&outcome->results, &outcome->ledger);
  return check_sound (outcome, error) ? g_steal_pointer (&outcome) : NULL;
}

QnOutcome *
qn_experiment_evaluate (const QnExperiment *experiment, const gint *cancelled, GError **error)
{
  return evaluate (experiment, 0, NULL, cancelled, error);
}

QnOutcome *
qn_experiment_evaluate_beside (const QnExperiment *experiment, const QnOutcome *beside, const gint *cancelled, GError **error)
{
  return evaluate (experiment, 0, beside ? beside->cycle : NULL, cancelled, error);
}

QnOutcome *
qn_experiment_evaluate_transient (const QnExperiment *experiment, int cycles, const gint *cancelled, GError **error)
{
  g_return_val_if_fail (cycles >= 1 && experiment->lab->build, NULL);
  return evaluate (experiment, cycles, NULL, cancelled, error);
}
