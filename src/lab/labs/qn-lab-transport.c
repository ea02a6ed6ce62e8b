/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Heat through two coupled qubits, a hot reservoir on the left, a cold one on the right: A. Levy & R. Kosloff, EPL 107 (2014)
 * 20004; P. P. Hofer et al., New J. Phys. 19 (2017) 123037; J. O. Gonzalez et al., Open Syst. Inf. Dyn. 24 (2017) 1740010. */

#include "lab/labs/qn-lab-transport.h"

#include <math.h>

#include "lab/qn-about.h"

static const QnChoice models[] = { { "local", N_ ("Local") }, { "global", N_ ("Global") }, { NULL } };

static const QnParameter parameters[] = {
  QN_TEMPERATURE_ROW ("hot", "h", N_ ("Hot temperature"), N_ ("Temperature of the reservoir on the left"), 2),
  QN_TEMPERATURE_ROW ("cold", "c", N_ ("Cold temperature"), N_ ("Temperature of the reservoir on the right"), 0.5),
  { .id = "spacing.left", .symbol = "<i>ω</i><sub>l</sub>", .name = N_ ("Left spacing"),
    .meaning = N_ ("Energy of a quantum in the left qubit, beside the hot reservoir"), .group = QN_GROUP_LEVELS,
    .dimension = QN_DIMENSION_ENERGY, .initial = 1, .soft_min = 0.1, .soft_max = 5, .hard_min = 1e-6, .hard_max = 1e6 },
  { .id = "spacing.right", .symbol = "<i>ω</i><sub>r</sub>", .name = N_ ("Right spacing"),
    .meaning = N_ ("Energy of a quantum in the right qubit, beside the cold reservoir"), .group = QN_GROUP_LEVELS,
    .dimension = QN_DIMENSION_ENERGY, .initial = 1, .soft_min = 0.1, .soft_max = 5, .hard_min = 1e-6, .hard_max = 1e6 },
  { .id = "medium.coupling", .symbol = "<i>g</i>", .name = N_ ("Coupling of the qubits"),
    .meaning = N_ ("<i>g</i> in <i>V</i> = <i>g</i>(<i>σ</i><sub>l</sub><sup>+</sup><i>σ</i><sub>r</sub><sup>−</sup> + h.c.), which hands a quantum from one qubit to the other"), .group = QN_GROUP_LEVELS,
    .dimension = QN_DIMENSION_ENERGY, .initial = 0.05, .soft_min = 0.0005, .soft_max = 2, .hard_min = 0, .hard_max = 1e6, .log_scale = TRUE },
  { .id = "model", .symbol = "", .name = N_ ("Model"),
    .meaning = N_ ("What a reservoir does. Local: it exchanges quanta with its own qubit as if that stood alone. Global: it acts between the levels of the two together"),
    .group = QN_GROUP_COUPLING, .kind = QN_VALUE_CHOICE, .initial = QN_JUNCTION_LOCAL, .soft_max = 1, .hard_max = 1, .choices = models },
  QN_COUPLING_ROWS (0.005, 0.005),
  QN_SPECTRUM_ROW,
  QN_WINDOW_ROW (400),
};

G_STATIC_ASSERT (G_N_ELEMENTS (parameters) <= QN_MAX_PARAMETERS);

static const QnResult results[] = {
  { .id = "mode", .symbol = "", .name = N_ ("Mode"), .kind = QN_RESULT_MODE,
    .meaning = N_ ("Heat that runs from hot to cold does no work, and the machine is idle; impossible is heat that runs from cold to hot by itself, as the local model has it off resonance") },
  QN_NUMBER_RESULT ("current", "<i>J</i>", N_ ("Heat current"), N_ ("<i>Q̇</i><sub>h</sub> in the steady state: what goes from left to right per time, <i>H</i> the whole energy"), POWER),
  QN_HEAT_RESULTS,
  QN_NUMBER_RESULT ("entropy_production", "<i>Σ̇</i>", N_ ("Entropy production"), N_ ("−<i>Q̇</i><sub>h</sub>/<i>T</i><sub>h</sub> − <i>Q̇</i><sub>c</sub>/<i>T</i><sub>c</sub> per time, heats counted with the whole energy. Below zero in the local model where <i>T</i><sub>h</sub>/<i>T</i><sub>c</sub> lies between 1 and <i>ω</i><sub>l</sub>/<i>ω</i><sub>r</sub>: a mistake of the model, not of nature"), ENTROPY_RATE),
  QN_BARE_RESULTS,
  QN_NUMBER_RESULT ("current_exchanged", "<i>J</i>′", N_ ("Current, temperatures exchanged"), N_ ("The heat current from left to right of the same junction with the hot reservoir’s temperature on the right and the cold one’s on the left"), POWER),
  QN_NUMBER_RESULT ("rectification", "<i>R</i>", N_ ("Rectification"), N_ ("|<i>J</i> + <i>J</i>′|/(|<i>J</i>| + |<i>J</i>′|): 0 if heat passes equally well both ways, 1 for a perfect diode. Exists where both flow from the hotter to the colder side"), NONE),
  QN_NUMBER_RESULT ("concurrence", "<i>C</i>", N_ ("Concurrence"), N_ ("Entanglement of the two qubits: 2 max(0, |<i>ρ</i><sub>01,10</sub>| − √(<i>ρ</i><sub>00,00</sub> <i>ρ</i><sub>11,11</sub>)), 1 at most"), NONE),
  QN_NUMBER_RESULT ("mutual_information", "<i>I</i>", N_ ("Mutual information"), N_ ("<i>S</i>(<i>ρ</i><sub>l</sub>) + <i>S</i>(<i>ρ</i><sub>r</sub>) − <i>S</i>(<i>ρ</i>): everything the qubits know of each other"), ENTROPY),
  QN_NUMBER_RESULT ("local_validity", "<i>v</i><sub>loc</sub>", N_ ("Validity of the local model"), N_ ("min(<i>ω</i><sub>l</sub>, <i>ω</i><sub>r</sub>, <i>T</i><sub>h</sub>, <i>T</i><sub>c</sub>)/√(4<i>g</i>² + (<i>ω</i><sub>l</sub> − <i>ω</i><sub>r</sub>)²): over how many distances of the junction’s own lines a reservoir looks the same. Sound well above 1"), NONE),
  QN_NUMBER_RESULT ("global_validity", "<i>v</i><sub>glo</sub>", N_ ("Validity of the global model"), N_ ("Distance of the junction’s own lines, √(4<i>g</i>² + (<i>ω</i><sub>l</sub> − <i>ω</i><sub>r</sub>)²) while <i>g</i> is small, over the faster rate at which a qubit relaxes. Sound well above 1"), NONE),
  QN_STATE_RESULTS,
  { .id = "bloch", .symbol = "<b>r</b>", .name = N_ ("Bloch vector"), .kind = QN_RESULT_VECTOR,
    .meaning = N_ ("Of the two states that hold one quantum, left or right. Its part along y times <i>g</i> is the quanta that <i>V</i> hands from left to right per time; in the global model there are none, its jumps carry everything") },
  QN_PART_RESULTS (N_ ("Bloch vector, left"), N_ ("Bloch vector, right")),
  QN_CHECK_RESULTS,
};

G_STATIC_ASSERT (G_N_ELEMENTS (results) <= QN_MAX_RESULTS);

static const char *const strip[] = { "current", "entropy_production", "entropy_production_bare", "power_bare", "concurrence", "rectification", "local_validity", "global_validity", NULL };
static const char *const figures[] = { "coupling", "levels", "flows", "currents", "correlations", "density", "entropy", "bloch", "trajectory", NULL };

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
make (const QnExperiment *experiment, QnJunctionModel model, double g, QnMachine *machine, GError **error)
{
  double left = qn_experiment_get (experiment, "spacing.left"), right = qn_experiment_get (experiment, "spacing.right");
  QnSpectrum spectrum = spectrum_of (experiment);

  if (model == QN_JUNCTION_GLOBAL && spectrum == QN_SPECTRUM_BOSONIC && levels_cross (left, right, g))
    {
      g_set_error (error, QN_LAB_ERROR, QN_LAB_ERROR_RANGE,
                   _ ("medium.coupling: %g is not allowed; allowed: other than the square root of spacing.left times spacing.right, where levels cross and a bosonic contact diverges, or bath.spectrum ohmic or fermionic"), g);
      return FALSE;
    }
  qn_continuous_begin (experiment, machine, 2);
  machine->medium = (QnMediumSpec) { .kind = QN_MEDIUM_JUNCTION, .levels = 4, .interaction = g };
  machine->medium.model = model == QN_JUNCTION_GLOBAL ? QN_MODEL_GLOBAL : QN_MODEL_LOCAL;
  machine->medium.part[QN_HOT] = left;
  machine->medium.part[QN_COLD] = right;
  machine->bath[QN_HOT] = qn_continuous_bath (experiment, "hot", spectrum);
  machine->bath[QN_COLD] = qn_continuous_bath (experiment, "cold", spectrum);
  return qn_machine_check (machine, error);
}

static gboolean
build (const QnExperiment *experiment, QnMachine *machine, GError **error)
{
  return make (experiment, (QnJunctionModel) qn_experiment_get (experiment, "model"), qn_experiment_get (experiment, "medium.coupling"), machine, error);
}

static gboolean
steady_current (const QnMachine *machine, double *current, GError **error)
{
  g_autoptr (QnCycle) cycle = qn_cycle_new (machine, QN_TOLERANCE, error);
  const QnLedger *ledger;

  if (!cycle)
    return FALSE;
  ledger = qn_cycle_ledger (cycle);
  *current = ledger->heat[QN_HOT] / ledger->period;
  return TRUE;
}

double
qn_junction_current (const QnExperiment *experiment, QnJunctionModel model, double g)
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
qn_junction_validity (const QnExperiment *experiment, QnJunctionModel model, double g)
{
  double left = qn_experiment_get (experiment, "spacing.left"), right = qn_experiment_get (experiment, "spacing.right");
  QnBath hot = qn_continuous_bath (experiment, "hot", spectrum_of (experiment)), cold = qn_continuous_bath (experiment, "cold", spectrum_of (experiment));
  double apart = hypot (2 * g, left - right), upper = (left + right + apart) / 2, lower = fabs (left * right - g * g) / upper;

  if (model == QN_JUNCTION_LOCAL)
    return fmin (fmin (left, right), fmin (hot.temperature, cold.temperature)) / apart;
  return fmin (g * g > left * right ? left + right : apart, 2 * lower) / fmax (relaxation (experiment, left, &hot), relaxation (experiment, right, &cold));
}

static void
finish (const QnExperiment *experiment, const QnMachine *machine, const QnLedger *ledger, const QnReading *start, QnResults *out)
{
  double g = machine->medium.interaction;

  qn_results_set (out, "current", ledger->heat[QN_HOT] / ledger->period);
  for (int model = 0; model < QN_N_JUNCTION_MODELS; model++)
    {
      double validity = qn_junction_validity (experiment, (QnJunctionModel) model, g);

      qn_results_set (out, model == QN_JUNCTION_GLOBAL ? "global_validity" : "local_validity", isfinite (validity) ? validity : NAN);
    }
}

/* From where the coupling is the bottleneck, or the global model in doubt, to beyond the crossing of levels. */
static void
interesting (const QnExperiment *experiment, double *least, double *most)
{
  double left = qn_experiment_get (experiment, "spacing.left"), right = qn_experiment_get (experiment, "spacing.right"), here = qn_experiment_get (experiment, "medium.coupling");
  double cross = sqrt (left * right), low = 1e-3 * cross, rate = hypot (2 * low, left - right) / qn_junction_validity (experiment, QN_JUNCTION_GLOBAL, low); /* that of the faster reservoir */

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
  QnTable *table = qn_report_add (report, "coupling", columns, G_N_ELEMENTS (columns), QN_JUNCTION_POINTS);
  int corner;

  interesting (experiment, &least, &most);
  corner = (int) lround (log (cross / least) / log (most / least) * (QN_JUNCTION_POINTS - 1));
  for (int i = 0; i < QN_JUNCTION_POINTS; i++)
    {
      double g = i == corner ? cross * (1 - 1e-6) : least * pow (most / least, (double) i / (QN_JUNCTION_POINTS - 1));

      if (cancelled && g_atomic_int_get (cancelled))
        return FALSE;
      qn_table_set (table, i, 0, g);
      for (int m = 0; m < QN_N_JUNCTION_MODELS; m++)
        qn_table_set (table, i, 1 + m, qn_junction_current (experiment, (QnJunctionModel) m, g));
    }
  return TRUE;
}

/* The same junction between exchanged temperatures. */
static gboolean
compute (const QnExperiment *experiment, const QnMachine *machine, const gint *cancelled, QnResults *out, QnReport *report, GError **error)
{
  double hot = machine->bath[QN_HOT].temperature, cold = machine->bath[QN_COLD].temperature, J = qn_results_get (out, "current"), exchanged;
  double noise = 1e-12 * fmax (machine->medium.part[QN_HOT], machine->medium.part[QN_COLD]) * fmax (machine->bath[QN_HOT].coupling, machine->bath[QN_COLD].coupling);
  QnMachine other = *machine;

  other.bath[QN_HOT].temperature = cold;
  other.bath[QN_COLD].temperature = hot;
  if (!steady_current (&other, &exchanged, error))
    return FALSE;
  qn_results_set (out, "current_exchanged", exchanged);
  if (fmin (fabs (J), fabs (exchanged)) > noise && J * (hot - cold) > 0 && exchanged * (cold - hot) > 0)
    qn_results_set (out, "rectification", fabs (J + exchanged) / (fabs (J) + fabs (exchanged)));
  return put_curves (experiment, cancelled, report);
}

static const QnAboutSection about[] = {
  { N_ ("What it is"),
    N_ ("The shortest wire there is: two quantum systems that can each hold one quantum, a hot reservoir on the left, a cold one on the right. A quantum enters on the left, is handed over by the coupling <i>g</i>, and leaves on the right. Nothing moves and nothing is switched; what flows is heat.\n"
        "So little suffices to ask a question that is not settled by looking: does a reservoir act on its own qubit, or on the two together? There is a model for either answer. They agree where both are sound, and one of them can send heat from cold to hot.") },
  { N_ ("Equations"),
    N_ ("Units are chosen so that <i>ħ</i> = <i>k</i><sub>B</sub> = 1.\n"
        "\t<i>H</i> = <i>H</i><sub>0</sub> + <i>V</i>        <i>H</i><sub>0</sub> = <i>ω</i><sub>l</sub> <i>σ</i><sub>l</sub><sup>+</sup><i>σ</i><sub>l</sub><sup>−</sup> + <i>ω</i><sub>r</sub> <i>σ</i><sub>r</sub><sup>+</sup><i>σ</i><sub>r</sub><sup>−</sup>        <i>V</i> = <i>g</i> (<i>σ</i><sub>l</sub><sup>+</sup><i>σ</i><sub>r</sub><sup>−</sup> + <i>σ</i><sub>l</sub><sup>−</sup><i>σ</i><sub>r</sub><sup>+</sup>)\n"
        "\td<i>ρ</i>/d<i>t</i> = −i [<i>H</i>, <i>ρ</i>] + <i>D</i><sub>h</sub>[<i>ρ</i>] + <i>D</i><sub>c</sub>[<i>ρ</i>]\n"
        "Local: quanta of <i>ω</i><sub>k</sub> come and go, with <i>n</i><sub>k</sub> = 1/(e<sup><i>ω</i><sub>k</sub>/<i>T</i><sub>k</sub></sup> − 1) and <i>L</i>[<i>A</i>] <i>ρ</i> = <i>A ρ A</i><sup>†</sup> − ½ (<i>A</i><sup>†</sup><i>A ρ</i> + <i>ρ A</i><sup>†</sup><i>A</i>)\n"
        "\t<i>D</i><sub>k</sub>[<i>ρ</i>] = <i>γ</i><sub>k</sub> (<i>n</i><sub>k</sub> + 1) <i>L</i>[<i>σ</i><sub>k</sub><sup>−</sup>] <i>ρ</i> + <i>γ</i><sub>k</sub> <i>n</i><sub>k</sub> <i>L</i>[<i>σ</i><sub>k</sub><sup>+</sup>] <i>ρ</i>\n"
        "Global: the same for each frequency of <i>H</i> itself, with the part of <i>σ</i><sub>k</sub><sup>x</sup> that belongs to it. Its lines are those of two modes that spread over both qubits,\n"
        "\t<i>ε</i><sub>±</sub> = (<i>ω</i><sub>l</sub> + <i>ω</i><sub>r</sub>)/2 ± <i>Ω</i>        <i>Ω</i> = √(<i>g</i>² + (<i>ω</i><sub>l</sub> − <i>ω</i><sub>r</sub>)²/4)\n"
        "The figures show the steady state, solved for and not waited for, and how the junction gets there from the cold reservoir’s temperature.") },
  { N_ ("The current"),
    N_ ("Local: with <i>Γ</i><sub>k</sub> the rate at which qubit k alone relaxes, <i>r</i><sub>k</sub> = 1/(e<sup><i>ω</i><sub>k</sub>/<i>T</i><sub>k</sub></sup> + 1) and <i>κ</i> = (<i>Γ</i><sub>h</sub> + <i>Γ</i><sub>c</sub>)/2, the quanta that pass per time are\n"
        "\t<i>N</i> = (<i>r</i><sub>h</sub> − <i>r</i><sub>c</sub>) / (1/<i>W</i> + 1/<i>Γ</i><sub>h</sub> + 1/<i>Γ</i><sub>c</sub>)        <i>W</i> = 2<i>g</i>²<i>κ</i> / (<i>κ</i>² + (<i>ω</i><sub>l</sub> − <i>ω</i><sub>r</sub>)²)\n"
        "three resistances in a row, and each quantum is booked as\n"
        "\t<i>J</i> = <i>Q̇</i><sub>h</sub> = −<i>Q̇</i><sub>c</sub> = <i>N</i> (<i>ω</i><sub>l</sub><i>Γ</i><sub>c</sub> + <i>ω</i><sub>r</sub><i>Γ</i><sub>h</sub>)/(<i>Γ</i><sub>h</sub> + <i>Γ</i><sub>c</sub>)\n"
        "Global: each mode conducts by itself. Hot and cold reservoir touch mode ± at rates <i>h</i><sub>±</sub> and <i>c</i><sub>±</sub>, their relaxation rates at <i>ε</i><sub>±</sub> times the share of the mode that lies on their side:\n"
        "\t<i>J</i> = Σ<sub>±</sub> <i>ε</i><sub>±</sub> [<i>h</i><sub>±</sub><i>c</i><sub>±</sub>/(<i>h</i><sub>±</sub> + <i>c</i><sub>±</sub>)] (<i>r</i><sub>h</sub>(<i>ε</i><sub>±</sub>) − <i>r</i><sub>c</sub>(<i>ε</i><sub>±</sub>))\n"
        "On resonance the shares are one half however small <i>g</i> is: the global model lets heat pass through a wire that is hardly connected.") },
  { N_ ("Heat and work"),
    N_ ("With the whole energy and with that of the qubits alone,\n"
        "\t<i>Q̇</i><sub>k</sub> = Tr[<i>H D</i><sub>k</sub>[<i>ρ</i>]]        <i>Q̇</i><sub>k</sub><sup>0</sup> = Tr[<i>H</i><sub>0</sub> <i>D</i><sub>k</sub>[<i>ρ</i>]]        <i>P</i><sup>0</sup> = i Tr[[<i>H</i><sub>0</sub>, <i>H</i>] <i>ρ</i>]\n"
        "In the local model the sign of the current is that of <i>ω</i><sub>r</sub>/<i>T</i><sub>c</sub> − <i>ω</i><sub>l</sub>/<i>T</i><sub>h</sub>, not that of <i>T</i><sub>h</sub> − <i>T</i><sub>c</sub>. Where <i>ω</i><sub>l</sub>/<i>ω</i><sub>r</sub> &gt; <i>T</i><sub>h</sub>/<i>T</i><sub>c</sub> heat flows from cold to hot, no work is done, and entropy vanishes, even for <i>g</i> → 0.\n"
        "What is missing is work. A reservoir that knows its own qubit alone behaves as a stream of small systems, each switched on and off again beside it, and whoever does the switching pays. Off resonance this is\n"
        "\t<i>P</i><sup>0</sup> = (<i>ω</i><sub>l</sub> − <i>ω</i><sub>r</sub>) <i>N</i>        <i>Q̇</i><sub>h</sub><sup>0</sup> = <i>ω</i><sub>l</sub><i>N</i>        <i>Q̇</i><sub>c</sub><sup>0</sup> = −<i>ω</i><sub>r</sub><i>N</i>\n"
        "With it the books close, and <i>Σ̇</i><sup>0</sup> ≥ 0 always: the local model describes a machine that is driven, an engine for 1 &lt; <i>ω</i><sub>l</sub>/<i>ω</i><sub>r</sub> &lt; <i>T</i><sub>h</sub>/<i>T</i><sub>c</sub> and a refrigerator beyond. The global model needs no such work, and obeys the second law with its whole energy.\n"
        "Heat is positive into the junction, power is positive out of it.") },
  { N_ ("Which model"),
    N_ ("Local jumps are those of the bare spacings. That is sound while the reservoirs cannot tell these from <i>ε</i><sub>±</sub>: while 2<i>Ω</i> is small beside spacings and temperatures, <i>v</i><sub>loc</sub> ≫ 1. Global jumps keep <i>ε</i><sub>+</sub> and <i>ε</i><sub>−</sub> apart, as if the junction had all the time it takes to tell them: sound while 2<i>Ω</i> is large beside the relaxation rates, <i>v</i><sub>glo</sub> ≫ 1. Both are for weak contact with the reservoirs. Where each holds is shaded in the figure of the current against <i>g</i>.") },
  { N_ ("Source"),
    N_ ("A. Levy and R. Kosloff, EPL 107, 20004 (2014): the local approach may violate the second law.\n"
        "P. P. Hofer et al., New J. Phys. 19, 123037 (2017), and J. O. González et al., Open Syst. Inf. Dyn. 24, 1740010 (2017): both models beside the exact solution.\n"
        "G. De Chiara et al., New J. Phys. 20, 113024 (2018): the work that reconciles the local model with thermodynamics.\n"
        "D. Segal and A. Nitzan, Phys. Rev. Lett. 94, 034301 (2005): rectification by unequal couplings.\n"
        "J. B. Brask, G. Haack, N. Brunner and M. Huber, New J. Phys. 17, 113029 (2015): entanglement from a heat current alone.") },
  { N_ ("What to look for"),
    N_ ("• Move <i>g</i> and watch the disc: the current grows as <i>g</i>², then saturates; the slower of coupling and reservoirs decides.\n"
        "• Change the model at small <i>g</i> and at large <i>g</i>, then where both shades overlap.\n"
        "• Raise the left spacing until <i>ω</i><sub>l</sub>/<i>ω</i><sub>r</sub> passes <i>T</i><sub>h</sub>/<i>T</i><sub>c</sub>: the local current turns round, its entropy production falls below zero, and the bare one does not.\n"
        "• Make the couplings unequal and exchange the temperatures.\n"
        "• Lower the cold temperature and raise the hot one: with the right couplings the two qubits become entangled, and stay so.") },
  { NULL },
};

const QnLab qn_lab_transport = {
  .id = "transport",
  .name = N_ ("Quantum heat transport"),
  .summary = N_ ("Heat through two coupled qubits between two reservoirs, by two models of what a reservoir touches: one obeys the second law always, the other not"),
  .icon = "quench-transport-symbolic",
  .group = N_ ("Continuous machines"),
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .results = results,
  .n_results = G_N_ELEMENTS (results),
  .strip = strip,
  .figures = figures,
  .build = build,
  .sampler = &qn_monte_carlo_jumps,
  .finish = finish,
  .compute = compute,
  .about = about,
};

const QnPresetRow qn_presets_transport[] = {
  { { "resonant", N_ ("Resonant conductor"),
      N_ ("Two equal qubits, a hot reservoir on one side, a cold one on the other. Reservoirs, coupling, reservoirs: three resistances in a row, and heat runs down. This is the coupling at which both models are sound, and they agree within two percent. (Hofer et al., New J. Phys. 19, 123037, 2017)") },
    { { NULL } } },
  { { "second-law", N_ ("Heat from cold to hot"),
      N_ ("The left quantum is twice the right one, the hot reservoir only one and a half times as hot: by the local model heat flows from cold to hot, and entropy vanishes. It does so for ever so small a coupling. The second law is sound; the local jumps are not, so far off resonance. (Levy, Kosloff, EPL 107, 20004, 2014)") },
    { { "spacing.left", "2" }, { "hot.temperature", "1.5" }, { "cold.temperature", "1" }, { "medium.coupling", "0.3" } } },
  { { "global-answer", N_ ("The global answer"),
      N_ ("The same junction, but the reservoirs act on both qubits together: heat flows from hot to cold, as it must, and no entropy vanishes. Each mode is nearly at home on one side, and what little of it reaches across carries the current. (Levy, Kosloff, EPL 107, 20004, 2014)") },
    { { "spacing.left", "2" }, { "hot.temperature", "1.5" }, { "cold.temperature", "1" }, { "medium.coupling", "0.3" }, { "model", "global" } } },
  { { "hidden-work", N_ ("Hidden work"),
      N_ ("The left quantum is larger, but not by as much as its reservoir is hotter. Count the energy of the qubits alone and power comes out: <i>P</i><sup>0</sup> is what collision after collision with the reservoirs gives to whoever switches them on and off. The local model hides an engine, of efficiency 1 − <i>ω</i><sub>r</sub>/<i>ω</i><sub>l</sub>. (De Chiara et al., New J. Phys. 20, 113024, 2018)") },
    { { "spacing.left", "1.5" }, { "hot.temperature", "4" }, { "cold.temperature", "1" }, { "medium.coupling", "0.1" } } },
  { { "rectifier", N_ ("Heat diode"),
      N_ ("The cold side touches its reservoir ten times as hard as the hot one. Exchange the temperatures and only a quarter of the heat comes back: a hot reservoir relaxes its qubit faster than a cold one, and it matters on which side it does. (Segal, Nitzan, Phys. Rev. Lett. 94, 034301, 2005)") },
    { { "hot.temperature", "4" }, { "cold.temperature", "0.4" }, { "hot.coupling", "0.002" }, { "cold.coupling", "0.02" } } },
  { { "entangled", N_ ("Entangled by heat"),
      N_ ("No drive, no measurement, only a large difference in temperature: the steady state of the two qubits is entangled. The cold reservoir has to take quanta away a few times as fast as the hot one brings them; then the state with a quantum in each is rarer than the coherence between left and right allows. (Brask, Haack, Brunner, Huber, New J. Phys. 17, 113029, 2015)") },
    { { "hot.temperature", "10" }, { "cold.temperature", "0.1" }, { "medium.coupling", "0.002" }, { "hot.coupling", "0.002" }, { "cold.coupling", "0.012" }, { "bath.spectrum", "fermionic" }, { "time.window", "1000" } } },
  { { "weak", N_ ("A wire hardly connected"),
      N_ ("The coupling is far weaker than the reservoirs, and next to nothing should pass; so says the local model. The global one has each mode spread over both qubits however long it takes, and lets through a hundred times as much. Its validity is far below 1. (González et al., Open Syst. Inf. Dyn. 24, 1740010, 2017)") },
    { { "medium.coupling", "0.0005" }, { "model", "global" } } },
  { { "strong", N_ ("Strong coupling"),
      N_ ("The coupling is as large as the temperatures, and the lines of the junction lie at 0.4 and 1.6 instead of 1. The global model knows; the local one still exchanges quanta of 1, and its current has long stopped to change. (Hofer et al., New J. Phys. 19, 123037, 2017)") },
    { { "medium.coupling", "0.6" }, { "model", "global" } } },
  { { NULL } },
};
