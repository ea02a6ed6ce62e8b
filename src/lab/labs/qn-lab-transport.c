/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Heat through two coupled qubits, a hot reservoir on the left, a cold one on the right: A. Levy & R. Kosloff, EPL 107 (2014)
 * 20004; P. P. Hofer et al., New J. Phys. 19 (2017) 123037; J. O. Gonzalez et al., Open Syst. Inf. Dyn. 24 (2017) 1740010. */

#include "lab/labs/qn-lab-transport.h"
#include "lab/qn-outcome.h"
#include "lab/qn-results.h"

#include <math.h>

#include "core/medium/qn-medium-junction.h"

static const QnChoice models[] = { { "local", N_ ("Local") }, { "global", N_ ("Global") }, { NULL } };

QN_INITIAL_PREDICATES (0)

static const QnParameter parameters[] = {
  QN_INITIAL_ROWS,
  QN_TEMPERATURE_ROW ("hot", "h", N_ ("Hot temperature"), N_ ("Temperature of the reservoir on the left"), 2),
  QN_TEMPERATURE_ROW ("cold", "c", N_ ("Cold temperature"), N_ ("Temperature of the reservoir on the right"), 0.5),
  { .id = "spacing.left", .symbol = "<i>ω</i><sub>l</sub>", .name = N_ ("Left spacing"),
    .meaning = N_ ("Level spacing of the left qubit, which is coupled to the hot reservoir"), .group = QN_GROUP_LEVELS,
    .dimension = QN_DIMENSION_ENERGY, .initial = 1, .soft_min = 0.1, .soft_max = 5, .hard_min = 1e-6, .hard_max = 1e6 },
  { .id = "spacing.right", .symbol = "<i>ω</i><sub>r</sub>", .name = N_ ("Right spacing"),
    .meaning = N_ ("Level spacing of the right qubit, which is coupled to the cold reservoir"), .group = QN_GROUP_LEVELS,
    .dimension = QN_DIMENSION_ENERGY, .initial = 1, .soft_min = 0.1, .soft_max = 5, .hard_min = 1e-6, .hard_max = 1e6 },
  { .id = "medium.coupling", .symbol = "<i>g</i>", .name = N_ ("Coupling of the qubits"),
    .meaning = N_ ("Strength of the exchange of quanta between the qubits, <i>g</i> in <i>V</i> = "
                   "<i>g</i>(<i>σ</i><sub>l</sub><sup>+</sup><i>σ</i><sub>r</sub><sup>−</sup> + h.c.)"),
    .group = QN_GROUP_LEVELS,
    .dimension = QN_DIMENSION_ENERGY, .initial = 0.05, .soft_min = 0.0005, .soft_max = 2, .hard_min = 0, .hard_max = 1e6, .log_scale = TRUE },
  { .id = "model", .symbol = "", .name = N_ ("Model"),
    .meaning = N_ ("Model of the reservoirs. Local: each exchanges quanta with its own qubit. "
                   "Global: each acts between the eigenstates of both qubits"),
    .group = QN_GROUP_COUPLING, .kind = QN_VALUE_CHOICE, .initial = QN_LAB_TRANSPORT_LOCAL, .soft_max = 1, .hard_max = 1, .choices = models },
  QN_COUPLING_ROWS (0.005, 0.005),
  QN_SPECTRUM_ROW,
  QN_WINDOW_ROW (400),
};

G_STATIC_ASSERT (G_N_ELEMENTS (parameters) <= QN_MAX_PARAMETERS);

static const QnResult results[] = {
  { .id = "mode", .symbol = "", .name = N_ ("Mode"), .kind = QN_RESULT_MODE,
    .meaning = N_ ("What the junction does. Heat that flows from hot to cold does no work: heat conduction. "
                   "Heat that flows from cold to hot by itself, as in the local model off resonance: impossible") },
  QN_NUMBER_RESULT ("current", "<i>J</i>", N_ ("Heat current"),
                    N_ ("Heat per time from left to right in the steady state, with the whole energy: <i>J</i> = <i>Q̇</i><sub>h</sub>"), POWER),
  QN_HEAT_RESULTS,
  QN_NUMBER_RESULT ("entropy_production", "<i>Σ̇</i>", N_ ("Entropy production"),
                    N_ ("Entropy produced per time, with the whole energy: "
                        "−<i>Q̇</i><sub>h</sub>/<i>T</i><sub>h</sub> − <i>Q̇</i><sub>c</sub>/<i>T</i><sub>c</sub>. "
                        "In the local model it is negative where <i>T</i><sub>h</sub>/<i>T</i><sub>c</sub> lies between "
                        "1 and <i>ω</i><sub>l</sub>/<i>ω</i><sub>r</sub>: a failure of the model"), ENTROPY_RATE),
  QN_BARE_RESULTS,
  QN_NUMBER_RESULT ("current_exchanged", "<i>J</i>′", N_ ("Reverse heat current"),
                    N_ ("Heat per time from left to right in the same junction with the two temperatures exchanged"), POWER),
  QN_NUMBER_RESULT ("rectification", "<i>R</i>", N_ ("Rectification"),
                    N_ ("Asymmetry of the heat current under exchange of the temperatures, |<i>J</i> + "
                        "<i>J</i>′|/(|<i>J</i>| + |<i>J</i>′|): 0 for a symmetric junction, 1 for an ideal diode. "
                        "Defined where both currents flow from hot to cold"), NONE),
  QN_NUMBER_RESULT ("concurrence", "<i>C</i>", N_ ("Concurrence"),
                    N_ ("Entanglement of the two qubits, at most 1: "
                        "2 max(0, |<i>ρ</i><sub>01,10</sub>| − √(<i>ρ</i><sub>00,00</sub> <i>ρ</i><sub>11,11</sub>))"), NONE),
  QN_NUMBER_RESULT ("mutual_information", "<i>I</i>", N_ ("Mutual information"),
                    N_ ("All correlation of the two qubits, <i>S</i>(<i>ρ</i><sub>l</sub>) + <i>S</i>(<i>ρ</i><sub>r</sub>) − <i>S</i>(<i>ρ</i>)"), ENTROPY),
  QN_NUMBER_RESULT ("local_validity", "<i>v</i><sub>loc</sub>", N_ ("Validity of the local model"),
                    N_ ("Smallest spacing or temperature divided by the splitting of the junction’s lines: min(<i>ω</i><sub>l</sub>, "
                        "<i>ω</i><sub>r</sub>, <i>T</i><sub>h</sub>, <i>T</i><sub>c</sub>)/√(4<i>g</i>² + (<i>ω</i><sub>l</sub> − "
                        "<i>ω</i><sub>r</sub>)²). The local model is valid well above 1"), NONE),
  QN_NUMBER_RESULT ("global_validity", "<i>v</i><sub>glo</sub>", N_ ("Validity of the global model"),
                    N_ ("Splitting of the junction’s lines, √(4<i>g</i>² + (<i>ω</i><sub>l</sub> − "
                        "<i>ω</i><sub>r</sub>)²) at small <i>g</i>, divided by the faster relaxation rate. The global model is valid well above 1"), NONE),
  QN_STATE_RESULTS,
  { .id = "bloch", .symbol = "<b>r</b>", .name = N_ ("Bloch vector"), .kind = QN_RESULT_VECTOR,
    .meaning = N_ ("Bloch vector of the two states with one quantum, left or right. "
                   "Its y component times <i>g</i> is the rate at which <i>V</i> moves quanta from left to right. "
                   "In the global model it is 0, and the jumps carry the current") },
  QN_PART_RESULTS (N_ ("Bloch vector, left"), N_ ("Bloch vector, right")),
  QN_CHECK_RESULTS,
};

G_STATIC_ASSERT (G_N_ELEMENTS (results) <= QN_MAX_RESULTS);

static QnSpectrum
spectrum_of (const QnExperiment *experiment)
{
  return (QnSpectrum) qn_experiment_get (experiment, "bath.spectrum");
}

/* The lower of the two lines has frequency zero. */
static gboolean
levels_cross (double left, double right, double g)
{
  return fabs (g * g - left * right) <= 2e-9 * left * right;
}

static gboolean
make (const QnExperiment *experiment, QnLabTransportModel model, double g, QnMachine *machine, GError **error)
{
  double left = qn_experiment_get (experiment, "spacing.left"), right = qn_experiment_get (experiment, "spacing.right");
  QnSpectrum spectrum = spectrum_of (experiment);

  if (model == QN_LAB_TRANSPORT_GLOBAL && spectrum == QN_SPECTRUM_BOSONIC && levels_cross (left, right, g))
    {
      g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_RANGE,
                   _ ("medium.coupling: %g is not allowed; allowed: other than the square root of spacing.left times spacing.right, "
                      "where levels cross and a bosonic contact diverges, or bath.spectrum ohmic or fermionic"), g);
      return FALSE;
    }
  qn_continuous_begin (experiment, machine, 2);
  machine->medium = qn_junction_spec (model == QN_LAB_TRANSPORT_GLOBAL ? QN_MODEL_GLOBAL : QN_MODEL_LOCAL, left, right, g);
  machine->bath[QN_HOT] = qn_continuous_bath (experiment, "hot", spectrum);
  machine->bath[QN_COLD] = qn_continuous_bath (experiment, "cold", spectrum);
  return qn_machine_check (machine, error);
}

static gboolean
build (const QnExperiment *experiment, QnMachine *machine, GError **error)
{
  return make (experiment, (QnLabTransportModel) qn_experiment_get (experiment, "model"), qn_experiment_get (experiment, "medium.coupling"), machine, error);
}

static gboolean
steady_current (const QnMachine *machine, double *current, GError **error)
{
  g_autoptr (QnCycle) cycle = qn_cycle_new (machine, QN_TOLERANCE, NULL, error);
  const QnLedger *ledger;

  if (!cycle)
    return FALSE;
  ledger = qn_cycle_ledger (cycle);
  *current = ledger->heat[QN_HOT] / ledger->period;
  return TRUE;
}

double
qn_lab_transport_current (const QnExperiment *experiment, QnLabTransportModel model, double g)
{
  QnMachine machine;
  double current;

  return make (experiment, model, g, &machine, NULL) && steady_current (&machine, &current, NULL) ? current : NAN;
}

/* Of a qubit alone, down and up together. */
static double
relaxation (const QnExperiment *experiment, double spacing, const QnBath *bath)
{
  double thermal = 1 / tanh (spacing / (2 * bath->temperature));

  switch (bath->spectrum)
    {
    case QN_SPECTRUM_OHMIC:
      return bath->coupling * spacing * thermal;
    case QN_SPECTRUM_FERMIONIC:
      return bath->coupling;
    case QN_SPECTRUM_BOSONIC:
    default:
      return bath->coupling * thermal;
    }
}

double
qn_lab_transport_validity (const QnExperiment *experiment, QnLabTransportModel model, double g)
{
  double left = qn_experiment_get (experiment, "spacing.left"), right = qn_experiment_get (experiment, "spacing.right");
  QnBath hot = qn_continuous_bath (experiment, "hot", spectrum_of (experiment)), cold = qn_continuous_bath (experiment, "cold", spectrum_of (experiment));
  double apart = hypot (2 * g, left - right), upper = (left + right + apart) / 2, lower = fabs (left * right - g * g) / upper;

  if (model == QN_LAB_TRANSPORT_LOCAL)
    return fmin (fmin (left, right), fmin (hot.temperature, cold.temperature)) / apart;
  return fmin (g * g > left * right ? left + right : apart, 2 * lower) / fmax (relaxation (experiment, left, &hot), relaxation (experiment, right, &cold));
}

static void
put_current (const QnExperiment *experiment, const QnMachine *machine, const QnLedger *ledger, QnResults *out)
{
  double g = qn_parts (&machine->medium)->interaction;

  qn_results_set (out, "current", ledger->heat[QN_HOT] / ledger->period);
  for (int model = 0; model < QN_N_LAB_TRANSPORT_MODELS; model++)
    {
      double validity = qn_lab_transport_validity (experiment, (QnLabTransportModel) model, g);

      qn_results_set (out, model == QN_LAB_TRANSPORT_GLOBAL ? "global_validity" : "local_validity", isfinite (validity) ? validity : NAN);
    }
}

/* From where the coupling limits the current, or the global model in doubt, to beyond the crossing of levels. */
static void
interesting (const QnExperiment *experiment, double *least, double *most)
{
  double left = qn_experiment_get (experiment, "spacing.left"), right = qn_experiment_get (experiment, "spacing.right"), here = qn_experiment_get (experiment, "medium.coupling");
  double cross = sqrt (left * right), low = 1e-3 * cross;
  double rate = hypot (2 * low, left - right) / qn_lab_transport_validity (experiment, QN_LAB_TRANSPORT_GLOBAL, low); /* that of the faster reservoir */

  *least = isfinite (rate) && rate > 0 ? CLAMP (0.1 * rate, 1e-5 * cross, low) : low;
  *most = 2 * cross;
  if (here > 0)
    {
      *least = MIN (*least, here / 2);
      *most = MAX (*most, here * 2);
    }
}

/* Both models over the coupling; one of the points is where levels cross and the global curve may have its corner. */
static gboolean
put_curves (const QnExperiment *experiment, const gint *cancelled, QnReport *report)
{
  static const QnColumn columns[] = {
    { "coupling", "<i>g</i>", N_ ("Coupling of the qubits"), QN_DIMENSION_ENERGY },
    { "local", "<i>J</i>", N_ ("Heat current, local model"), QN_DIMENSION_POWER },
    { "global", "<i>J</i>", N_ ("Heat current, global model"), QN_DIMENSION_POWER },
  };
  double least, most, cross = sqrt (qn_experiment_get (experiment, "spacing.left") * qn_experiment_get (experiment, "spacing.right"));
  QnTable *table = qn_report_add (report, "coupling", columns, G_N_ELEMENTS (columns), QN_LAB_TRANSPORT_POINTS);
  int corner;

  interesting (experiment, &least, &most);
  corner = (int) lround (log (cross / least) / log (most / least) * (QN_LAB_TRANSPORT_POINTS - 1));
  for (int i = 0; i < QN_LAB_TRANSPORT_POINTS; i++)
    {
      double g = i == corner ? cross * (1 - 1e-6) : least * pow (most / least, (double) i / (QN_LAB_TRANSPORT_POINTS - 1));

      if (qn_is_cancelled (cancelled))
        return FALSE;
      qn_table_set (table, i, 0, g);
      for (int m = 0; m < QN_N_LAB_TRANSPORT_MODELS; m++)
        qn_table_set (table, i, 1 + m, qn_lab_transport_current (experiment, (QnLabTransportModel) m, g));
    }
  return TRUE;
}

/* The same junction between exchanged temperatures. */
static gboolean
evaluate (QnOutcome *outcome, const gint *cancelled, GError **error)
{
  const QnMachine *machine = &outcome->machine;
  QnResults *out = &outcome->results;
  const double *energy = qn_parts (&machine->medium)->energy;
  QnMachine other;
  double hot, cold, J, noise, exchanged;

  if (!qn_outcome_run_machine (outcome, cancelled, error))
    return FALSE;
  put_current (&outcome->experiment, machine, &outcome->ledger, out);
  hot = machine->bath[QN_HOT].temperature;
  cold = machine->bath[QN_COLD].temperature;
  J = qn_results_get (out, "current");
  noise = 1e-12 * fmax (energy[QN_HOT], energy[QN_COLD]) * fmax (machine->bath[QN_HOT].coupling, machine->bath[QN_COLD].coupling);
  other = *machine;
  other.bath[QN_HOT].temperature = cold;
  other.bath[QN_COLD].temperature = hot;
  if (!steady_current (&other, &exchanged, error))
    return FALSE;
  qn_results_set (out, "current_exchanged", exchanged);
  if (fmin (fabs (J), fabs (exchanged)) > noise && J * (hot - cold) > 0 && exchanged * (cold - hot) > 0)
    qn_results_set (out, "rectification", fabs (J + exchanged) / (fabs (J) + fabs (exchanged)));
  return put_curves (&outcome->experiment, cancelled, outcome->tables);
}

const QnLab qn_lab_transport = {
  .id = "transport",
  .name = N_ ("Quantum heat transport"),
  .summary = N_ ("Heat through two coupled qubits between two reservoirs, by a local and a global "
                 "master equation: the global one always obeys the second law"),
  .icon = "quench-transport-symbolic",
  .group = N_ ("Continuous machines"),
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .results = results,
  .n_results = G_N_ELEMENTS (results),
  .strip = qn_lab_transport_strip,
  .figures = qn_lab_transport_figures,
  .build = build,
  .sampler = &qn_monte_carlo_jumps,
  .evaluate = evaluate,
  .beyond = (const char *const[]) { "spacing.left", "spacing.right", "medium.coupling", "bath.spectrum", "hot.temperature", "cold.temperature", "model", NULL },
  .presets = qn_lab_transport_presets,
  .about = qn_lab_transport_about,
};
