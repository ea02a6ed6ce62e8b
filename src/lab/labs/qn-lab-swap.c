/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The swap engine: two parts of unlike spacings, each thermalised by a reservoir of its own, exchange their states by a
 * (partial) SWAP. M. Campisi, J. Pekola & R. Fazio, New J. Phys. 17 (2015) 035012; M. F. Sacchi, arXiv:2106.15897 (2021).
 *
 * SWAP keeps the number of quanta, so that for q quanta a cycle through it Q_h = w_h q, Q_c = -w_c q and W = (w_h - w_c) q,
 * whatever the angle and the durations.
 *
 * Work of one cycle by two measurements, of each part's energy just before and just after the swap: from |i, j> it is
 * (w_h - w_c)(i - j) with probability sin^2(angle), else 0. Where every cycle is measured no coherence outlives a swap, and what
 * remains is a chain of populations, whose limit cycle is another: mean, variance and entropy production a q are those of that one. */

#include <math.h>
#include <string.h>

#include "core/linear/qn-linear.h"
#include "core/machine/qn-flow.h"
#include "core/medium/qn-medium-pair.h"
#include "lab/qn-continuous.h"
#include "lab/qn-outcome.h"
#include "lab/qn-results.h"

#define NEARLY 1e-3 /* of a population: contacts are as good as complete */

QN_INITIAL_PREDICATES (0)

static const QnParameter parameters[] = {
  QN_INITIAL_ROWS,
  { .id = "medium.levels", .symbol = "<i>N</i>", .name = N_ ("Levels per part"),
    .meaning = N_ ("Number of levels of each part: two qubits, or two ladders of three equally spaced levels"), .group = QN_GROUP_LEVELS,
    .kind = QN_VALUE_INTEGER, .initial = 2, .soft_min = 2, .soft_max = 3, .hard_min = 2, .hard_max = 3 },
  QN_TEMPERATURE_ROWS (4, 1),
  { .id = "spacing.hot", .symbol = "<i>ω</i><sub>h</sub>", .name = N_ ("Hot level spacing"),
    .meaning = N_ ("Level spacing of the part coupled to the hot reservoir"), .group = QN_GROUP_LEVELS,
    .dimension = QN_DIMENSION_ENERGY, .initial = 3, .soft_min = 0.1, .soft_max = 8, .hard_min = 1e-6, .hard_max = 1e6 },
  { .id = "spacing.cold", .symbol = "<i>ω</i><sub>c</sub>", .name = N_ ("Cold level spacing"),
    .meaning = N_ ("Level spacing of the part coupled to the cold reservoir"), .group = QN_GROUP_LEVELS,
    .dimension = QN_DIMENSION_ENERGY, .initial = 1.2, .soft_min = 0.1, .soft_max = 8, .hard_min = 1e-6, .hard_max = 1e6 },
  QN_COUPLING_ROWS (0.2, 0.3),
  QN_SPECTRUM_ROW,
  QN_DURATION_ROW ("hot", "h", N_ ("Hot contact"), N_ ("Duration of the contact of one part with the hot reservoir"), 20),
  QN_DURATION_ROW ("cold", "c", N_ ("Cold contact"),
                   N_ ("Duration of the contact of the other part with the cold reservoir; both contacts start at the same time"), 20),
  { .id = "swap.angle", .symbol = "<i>θ</i>", .name = N_ ("Swap angle"),
    .meaning = N_ ("Angle of the swap, <i>θ</i> in exp(−i <i>θ</i> SWAP). At π/2 the parts exchange their states; π is the identity"),
    .group = QN_GROUP_DRIVE, .dimension = QN_DIMENSION_ANGLE, .initial = G_PI_2, .soft_max = G_PI, .hard_min = -1e3, .hard_max = 1e3 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (parameters) <= QN_MAX_PARAMETERS);

static const QnResult results[] = {
  QN_MODE_RESULT,
  QN_NUMBER_RESULT ("work_output", "<i>W</i>", N_ ("Work"), N_ ("Work that the swap extracts from the pair per cycle"), ENERGY),
  QN_NUMBER_RESULT ("heat_hot", "<i>Q</i><sub>h</sub>", N_ ("Hot heat"), N_ ("Heat from the hot reservoir into the medium per cycle"), ENERGY),
  QN_NUMBER_RESULT ("heat_cold", "<i>Q</i><sub>c</sub>", N_ ("Cold heat"), N_ ("Heat from the cold reservoir into the medium per cycle"), ENERGY),
  QN_NUMBER_RESULT ("efficiency", "<i>η</i>", N_ ("Efficiency"),
                    N_ ("Work per heat from the hot reservoir, <i>W</i>/<i>Q</i><sub>h</sub> = 1 − <i>ω</i><sub>c</sub>/<i>ω</i><sub>h</sub>. "
                        "Defined in an engine only"), NONE),
  QN_NUMBER_RESULT ("cop", "COP", N_ ("Coefficient of performance"),
                    N_ ("Heat from the cold reservoir per work, <i>Q</i><sub>c</sub>/(−<i>W</i>) = "
                        "<i>ω</i><sub>c</sub>/(<i>ω</i><sub>h</sub> − <i>ω</i><sub>c</sub>). Defined in a refrigerator only"), NONE),
  QN_NUMBER_RESULT ("carnot", "<i>η</i><sub>C</sub>", N_ ("Carnot limit"),
                    N_ ("Largest efficiency that the two temperatures allow, 1 − <i>T</i><sub>c</sub>/<i>T</i><sub>h</sub>. "
                        "In a refrigerator the largest coefficient of performance, "
                        "<i>T</i><sub>c</sub>/(<i>T</i><sub>h</sub> − <i>T</i><sub>c</sub>)"), NONE),
  QN_NUMBER_RESULT ("curzon_ahlborn", "<i>η</i><sub>CA</sub>", N_ ("Curzon–Ahlborn efficiency"),
                    N_ ("Typical efficiency at maximum power, 1 − √(<i>T</i><sub>c</sub>/<i>T</i><sub>h</sub>)"), NONE),
  QN_NUMBER_RESULT ("efficiency_quasi_static", "<i>η</i><sub>qs</sub>", N_ ("Quasi-static efficiency"),
                    N_ ("Efficiency with infinitely long contacts; in a refrigerator the coefficient of performance"), NONE),
  QN_NUMBER_RESULT ("power", "<i>P</i>", N_ ("Power"), N_ ("Work per time, <i>W</i> divided by the period"), POWER),
  QN_NUMBER_RESULT ("period", "<i>τ</i>", N_ ("Period"), N_ ("Duration of one cycle, that of the longer contact"), TIME),
  QN_NUMBER_RESULT ("entropy_production", "Σ", N_ ("Entropy production"),
                    N_ ("Entropy produced in medium and reservoirs per cycle, Δ<i>S</i> − Σ<sub>k</sub> "
                        "<i>Q</i><sub>k</sub>/<i>T</i><sub>k</sub>; never negative"), ENTROPY),
  QN_NUMBER_RESULT ("work_fluctuation", "σ<sub><i>W</i></sub>", N_ ("Work fluctuation"),
                    N_ ("Standard deviation of the measured work of one cycle. "
                        "In every cycle the energies of both parts are measured just before and just after the swap"), ENERGY),
  QN_NUMBER_RESULT ("work_measured", "<i>W</i><sub>m</sub>", N_ ("Measured work"),
                    N_ ("Mean of the measured work of one cycle, where every cycle is measured. "
                        "The measurements destroy coherence, so it can differ from the work without measurement"), ENERGY),
  QN_NUMBER_RESULT ("probability_gain", "<i>p</i><sub>+</sub>", N_ ("Probability of gain"),
                    N_ ("Probability that the measured work of a cycle is positive"), NONE),
  QN_NUMBER_RESULT ("probability_loss", "<i>p</i><sub>−</sub>", N_ ("Probability of loss"),
                    N_ ("Probability that the measured work of a cycle is negative"), NONE),
  QN_NUMBER_RESULT ("affinity", "<i>a</i>", N_ ("Affinity"),
                    N_ ("Entropy produced per quantum that passes, "
                        "<i>ω</i><sub>c</sub>/<i>T</i><sub>c</sub> − <i>ω</i><sub>h</sub>/<i>T</i><sub>h</sub>. "
                        "After complete contacts ln[<i>P</i>(<i>W</i>)/<i>P</i>(−<i>W</i>)] = "
                        "<i>aW</i>/(<i>ω</i><sub>h</sub> − <i>ω</i><sub>c</sub>)"), ENTROPY),
  QN_NUMBER_RESULT ("entropy_measured", "Σ<sub>m</sub>", N_ ("Entropy production, measured"),
                    N_ ("Entropy produced per cycle where every cycle is measured, −Σ<sub>k</sub> <i>Q</i><sub>k</sub>/<i>T</i><sub>k</sub> = <i>aW</i><sub>m</sub>/(<i>ω</i><sub>h</sub> − "
                        "<i>ω</i><sub>c</sub>)"), ENTROPY),
  QN_NUMBER_RESULT ("work_uncertainty", "<i>𝒬</i>", N_ ("Uncertainty"),
                    N_ ("Relative work fluctuation times entropy production, Σ<sub>m</sub> σ<sub><i>W</i></sub>²/<i>W</i><sub>m</sub>², all of the measured cycle. "
                        "For steady classical machines it is at least 2"), NONE),
  QN_NUMBER_RESULT ("uncertainty_bound", "<i>𝒬</i><sub>min</sub>", N_ ("Minimum uncertainty"),
                    N_ ("Smallest uncertainty that the exchange fluctuation relation allows, Σ<sub>m</sub>/sinh² <i>x</i> with <i>x</i> tanh <i>x</i> = Σ<sub>m</sub>/2. "
                        "Defined after complete contacts, where the relation holds"), NONE),
  QN_NUMBER_RESULT ("energy", "<i>E</i>", N_ ("Energy"), N_ ("Mean energy of the pair before the swap, Tr[<i>H ρ</i>]"), ENERGY),
  QN_NUMBER_RESULT ("entropy", "<i>S</i>", N_ ("Entropy"), N_ ("Von Neumann entropy of the pair before the swap, −Tr[<i>ρ</i> ln <i>ρ</i>]"), ENTROPY),
  { .id = "populations", .symbol = "<i>p</i><sub>n</sub>", .name = N_ ("Populations"), .kind = QN_RESULT_VECTOR,
    .meaning = N_ ("Populations of the pair’s energy levels before the swap, lowest first") },
  QN_PART_RESULTS (N_ ("Bloch vector, hot side"), N_ ("Bloch vector, cold side")),
  QN_NUMBER_RESULT ("coherence_l1", "<i>C</i><sub>1</sub>", N_ ("Coherence"),
                    N_ ("<i>l</i><sub>1</sub> norm of coherence before the swap, Σ<sub>i≠j</sub> "
                        "|<i>ρ</i><sub>ij</sub>|: what the contacts leave of the coherence of the last swap"), NONE),
  QN_NUMBER_RESULT ("coherence_relative", "<i>C</i><sub>rel</sub>", N_ ("Relative entropy of coherence"),
                    N_ ("Entropy that complete dephasing in the energy basis would add, <i>S</i>(diag <i>ρ</i>) − <i>S</i>(<i>ρ</i>)"), ENTROPY),
  QN_NUMBER_RESULT ("purity", "Tr <i>ρ</i>²", N_ ("Purity"), N_ ("Purity of the pair: 1 for a pure state, 1/<i>N</i>² for the maximally mixed state"), NONE),
  QN_NUMBER_RESULT ("ergotropy", "<i>ℰ</i>", N_ ("Ergotropy"), N_ ("Maximum work that a unitary can extract from the pair before the swap"), ENERGY),
  QN_NUMBER_RESULT ("concurrence", "<i>C</i>", N_ ("Concurrence"),
                    N_ ("Entanglement of two qubits before the swap (Wootters): 0 for a separable state, 1 for a Bell state"), NONE),
  QN_NUMBER_RESULT ("concurrence_after", "<i>C</i>′", N_ ("Concurrence after swap"),
                    N_ ("Entanglement of two qubits after the swap. A full swap creates none"), NONE),
  QN_NUMBER_RESULT ("mutual_information", "<i>I</i>", N_ ("Mutual information"),
                    N_ ("Correlation of the parts before the swap, <i>S</i>(<i>ρ</i><sub>1</sub>) + "
                        "<i>S</i>(<i>ρ</i><sub>2</sub>) − <i>S</i>(<i>ρ</i>)"), ENTROPY),
  QN_NUMBER_RESULT ("mutual_information_after", "<i>I</i>′", N_ ("Mutual information after swap"),
                    N_ ("Correlation of the parts after the swap, quantum and classical"), ENTROPY),
  QN_NUMBER_RESULT ("residual_first_law", "δ<sub>1</sub>", N_ ("First-law residual"),
                    N_ ("Violation of the first law in one cycle, Δ<i>E</i> − Σ <i>Q</i> + <i>W</i>. "
                        "Heat and work are integrated separately, so this is a check"), ENERGY),
  QN_NUMBER_RESULT ("residual_trace", "δ<sub>Tr</sub>", N_ ("Trace residual"), N_ ("Largest deviation of the trace from 1, |Tr <i>ρ</i> − 1|"), NONE),
  QN_NUMBER_RESULT ("residual_limit_cycle", "δ<sub>lc</sub>", N_ ("Limit-cycle residual"),
                    N_ ("Largest change of the state over one cycle; 0 in an exact limit cycle"), NONE),
  QN_NUMBER_RESULT ("secular_ratio", "<i>r</i><sub>sec</sub>", N_ ("Secular ratio"),
                    N_ ("Smallest distance between a reservoir’s Bohr frequencies, divided by the fastest rate. "
                        "Below about 1 the secular approximation of the master equation is doubtful"), NONE),
  QN_NUMBER_RESULT ("min_eigenvalue", "<i>r</i><sub>min</sub>", N_ ("Smallest eigenvalue"),
                    N_ ("Smallest eigenvalue of <i>ρ</i> at the ends of the strokes; not negative in a valid state"), NONE),
};

G_STATIC_ASSERT (G_N_ELEMENTS (results) <= QN_MAX_RESULTS);

static void
add_stroke (QnMachine *machine, const char *id, double duration, guint baths, double swap)
{
  machine->stroke[machine->n_strokes++] = (QnStroke) { .id = id, .duration = duration, .from = 1, .to = 1, .baths = baths, .swap = swap };
}

static gboolean
build (const QnExperiment *experiment, QnMachine *machine, GError **error)
{
  double hot = qn_experiment_get (experiment, "stroke.hot"), cold = qn_experiment_get (experiment, "stroke.cold");
  QnSpectrum spectrum = (QnSpectrum) qn_experiment_get (experiment, "bath.spectrum");

  *machine = (QnMachine) { .n_baths = 2 };
  machine->medium = qn_pair_spec ((int) qn_experiment_get (experiment, "medium.levels"), qn_experiment_get (experiment, "spacing.hot"), qn_experiment_get (experiment, "spacing.cold"));
  machine->bath[QN_HOT] = qn_continuous_bath (experiment, "hot", spectrum);
  machine->bath[QN_COLD] = qn_continuous_bath (experiment, "cold", spectrum);
  qn_initial_begin (experiment, machine, machine->bath[QN_COLD].temperature);
  add_stroke (machine, "swap", 0, 0, qn_experiment_get (experiment, "swap.angle"));
  add_stroke (machine, "contact", MIN (hot, cold), 1u << QN_HOT | 1u << QN_COLD, 0);
  add_stroke (machine, "rest", fabs (hot - cold), 1u << (hot < cold ? QN_COLD : QN_HOT), 0);
  return qn_machine_check (machine, error);
}

/* Mean number of quanta of a part in its reservoir's thermal state. */
static double
thermal_quanta (const QnMachine *machine, QnBathIndex k)
{
  double x = qn_parts (&machine->medium)->energy[k] / machine->bath[k].temperature, Z = 0, mean = 0;

  for (int i = 0; i < qn_pair_levels (&machine->medium); i++)
    {
      Z += exp (-x * i);
      mean += i * exp (-x * i);
    }
  return mean / Z;
}

/* Of complete contacts: q = sin^2(angle) (n_h - n_c). */
static double
quasi_static (const QnMachine *machine, double scale)
{
  const double *part = qn_parts (&machine->medium)->energy;
  double s = sin (machine->stroke[0].swap), q = s * s * (thermal_quanta (machine, QN_HOT) - thermal_quanta (machine, QN_COLD));
  gboolean reversed = machine->bath[QN_HOT].temperature < machine->bath[QN_COLD].temperature;
  double hot = reversed ? -part[QN_COLD] * q : part[QN_HOT] * q, cold = reversed ? part[QN_HOT] * q : -part[QN_COLD] * q, W = (part[QN_HOT] - part[QN_COLD]) * q;
  QnMode mode = qn_mode (hot, cold, W, scale);

  return mode == QN_MODE_ENGINE ? W / hot : mode == QN_MODE_REFRIGERATOR ? cold / -W : NAN;
}

/* Populations before the swap where every cycle is measured: the swap then happens as a whole, or not at all. */
static gboolean
measured_populations (const QnOutcome *outcome, double *p, GError **error)
{
  const QnMachine *machine = &outcome->machine;
  double s = sin (machine->stroke[0].swap), K[QN_MAX_STATE * QN_MAX_STATE] = { 0 }, start[QN_MAX_STATE];
  QnMachine contacts = *machine;
  QnMap total, one;
  QnMedium medium;
  gboolean ok = TRUE;

  contacts.stroke[0].swap = G_PI_2;
  qn_medium_init (&medium, &machine->medium, FALSE);
  qn_map_init (&total, medium.d, medium.n_rows);
  qn_map_init (&one, medium.d, medium.n_rows);
  for (int i = 0; ok && i < contacts.n_strokes; i++)
    {
      ok = qn_flow_stroke (&medium, &contacts, &contacts.stroke[i], 0, 1, QN_TOLERANCE, &one, error);
      for (int j = 0; i == 0 && j < medium.d * medium.d; j++)
        one.K[j] *= s * s;
      qn_map_then (&total, &one);
    }
  for (int i = 0; i < medium.n; i++)
    memcpy (K + i * medium.n, total.K + i * medium.d, sizeof *K * medium.n);
  qn_machine_start (machine, &medium, start);
  if (!outcome->ledger.unique || !qn_linear_stationary (medium.n, medium.n, K, p))
    qn_linear_time_average (medium.n, K, start, p);
  qn_map_clear (&one);
  qn_map_clear (&total);
  qn_medium_clear (&medium);
  return ok;
}

/* Do populations obey p_ij = p_ji e^(a (i - j)), as those after complete contacts, nearly? */
static gboolean
is_exchange (int levels, const double *p, double affinity)
{
  for (int i = 0; i < levels; i++)
    for (int j = 0; j < i; j++)
      {
        double up = p[i * levels + j], down = p[j * levels + i];

        if (fabs (affinity >= 0 ? up * exp (affinity * (j - i)) - down : down * exp (affinity * (i - j)) - up) > NEARLY)
          return FALSE;
      }
  return TRUE;
}

/* Sigma/sinh^2 x with x tanh x = Sigma/2, by Newton from above, where x tanh x is convex. */
static double
least_uncertainty (double Sigma)
{
  double x = Sigma / 2 + 1;

  for (int i = 0; i < 60; i++)
    {
      double t = tanh (x);

      x -= (x * t - Sigma / 2) / (t + x * (1 - t * t));
    }
  return Sigma / (sinh (x) * sinh (x));
}

static void
put_statistics (const QnMachine *machine, const double *populations, double affinity, double scale, QnResults *out)
{
  const double *part = qn_parts (&machine->medium)->energy;
  int levels = qn_pair_levels (&machine->medium);
  double s = sin (machine->stroke[0].swap), unit = part[QN_HOT] - part[QN_COLD];
  double quanta = 0, mean = 0, square = 0, gain = 0, loss = 0, variance;

  for (int i = 0; i < levels; i++)
    for (int j = 0; j < levels; j++)
      {
        double p = s * s * populations[i * levels + j], W = unit * (i - j);

        quanta += p * (i - j);
        mean += p * W;
        square += p * W * W;
        *(W > 0 ? &gain : &loss) += W != 0 ? p : 0;
      }
  variance = MAX (0, square - mean * mean);
  qn_results_set (out, "work_measured", mean);
  qn_results_set (out, "work_fluctuation", sqrt (variance));
  qn_results_set (out, "probability_gain", gain);
  qn_results_set (out, "probability_loss", loss);
  qn_results_set (out, "entropy_measured", affinity * quanta);
  if (!(fabs (mean) > 1e-12 * scale))
    return;
  qn_results_set (out, "work_uncertainty", affinity * quanta * variance / (mean * mean));
  if (is_exchange (levels, populations, affinity) && affinity * quanta > 1e-12)
    qn_results_set (out, "uncertainty_bound", least_uncertainty (affinity * quanta));
}

static void
put_correlations (const QnMachine *machine, const QnReading *start, QnResults *out)
{
  QnMedium medium;
  QnReading after = { 0 };
  double x[QN_MAX_STATE], K[QN_MAX_STATE * QN_MAX_STATE];

  qn_medium_init (&medium, &machine->medium, FALSE);
  qn_medium_swap (&medium, machine->stroke[0].swap, K);
  for (int a = 0; a < medium.d; a++)
    {
      x[a] = start->state[a];
      for (int b = 0; b < medium.d; b++)
        x[a] += K[a * medium.d + b] * start->state[b];
    }
  qn_medium_read (&medium, machine->stroke[0].to, x, &after);
  qn_medium_clear (&medium);
  qn_results_set (out, "concurrence_after", after.concurrence);
  qn_results_set (out, "mutual_information_after", after.mutual_information);
}

static gboolean
evaluate (QnOutcome *outcome, const gint *cancelled, GError **error)
{
  const QnMachine *machine = &outcome->machine;
  const double *part = qn_parts (&machine->medium)->energy;
  QnResults *out = &outcome->results;
  double populations[QN_MAX_STATE], affinity;

  if (!qn_outcome_run_machine (outcome, cancelled, error) || !measured_populations (outcome, populations, error))
    return FALSE;
  qn_results_set (out, "efficiency_quasi_static", quasi_static (machine, outcome->ledger.energy_scale));
  affinity = part[QN_COLD] / machine->bath[QN_COLD].temperature - part[QN_HOT] / machine->bath[QN_HOT].temperature;
  qn_results_set (out, "affinity", affinity);
  put_statistics (machine, populations, affinity, outcome->ledger.energy_scale, out);
  put_correlations (machine, &outcome->start, out);
  return TRUE;
}

const QnLab qn_lab_swap = {
  .id = "swap",
  .name = N_ ("Swap engine"),
  .summary = N_ ("Two systems at two reservoirs exchange their states, fully or partly: work, its fluctuations, and correlation"),
  .icon = "quench-swap-symbolic",
  .group = N_ ("Cycles"),
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .results = results,
  .n_results = G_N_ELEMENTS (results),
  .strip = qn_lab_swap_strip,
  .figures = qn_lab_swap_figures,
  .build = build,
  .sampler = &qn_monte_carlo_jumps,
  .evaluate = evaluate,
  .beyond = (const char *const[]) { NULL },
  .presets = qn_lab_swap_presets,
  .about = qn_lab_swap_about,
};
