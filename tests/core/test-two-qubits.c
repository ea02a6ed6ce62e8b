/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two coupled qubits as a medium: operators, levels, thermal entanglement and cycles against closed forms. */

#include <math.h>
#include <string.h>

#include <gsl/gsl_complex_math.h>
#include <gsl/gsl_eigen.h>
#include <gsl/gsl_errno.h>

#include "core/machine/qn-conserved.h"
#include "core/machine/qn-cycle.h"
#include "core/machine/qn-quasi-static.h"
#include "core/machine/qn-run.h"
#include "core/medium/qn-medium-junction.h"
#include "core/medium/qn-medium-pair.h"
#include "core/medium/qn-medium-qubit.h"
#include "core/medium/qn-medium-two-qubits.h"
#include "../random-numbers.h"

#define SEED 20269
#define TINY 1e-12
#define LAW 1e-10

static QnTwoQubits
random_pair (GRand *rand)
{
  return (QnTwoQubits) { .exchange = uniform (rand, -1.5, 1.5), .anisotropy = uniform (rand, -1, 1), .zz = uniform (rand, -1, 1), .coupling_ratio = uniform (rand, 0.2, 0.9) };
}

static QnMachine
otto (QnMediumSpec medium, double w_hot, double w_cold, double contact, double drive)
{
  QnMachine machine = { .medium = medium, .n_baths = 2, .n_strokes = 4, .start_temperature = 0.5 };
  double w[4] = { w_hot, w_hot, w_cold, w_cold };

  machine.bath[QN_HOT] = (QnBath) { .temperature = 4, .coupling = 0.3 };
  machine.bath[QN_COLD] = (QnBath) { .temperature = 0.5, .coupling = 0.3 };
  for (int i = 0; i < 4; i++)
    machine.stroke[i] = (QnStroke) { .id = "stroke", .duration = i % 2 ? drive : contact, .from = w[i], .to = w[(i + 1) % 4], .baths = i % 2 ? 0 : 1u << (i / 2) };
  return machine;
}

/* H from the Pauli matrices, by Kronecker products. */
static void
hamiltonian (const QnTwoQubits *spec, double w, double _Complex H[4][4])
{
  static const double _Complex pauli[3][2][2] = { { { 0, 1 }, { 1, 0 } }, { { 0, -I }, { I, 0 } }, { { 1, 0 }, { 0, -1 } } };
  double J = spec->exchange, weight[3] = { J / 2 * (1 + spec->anisotropy), J / 2 * (1 - spec->anisotropy), J / 2 * spec->zz };

  for (int i = 0; i < 4; i++)
    for (int j = 0; j < 4; j++)
      {
        H[i][j] = w / 2 * (pauli[2][i / 2][j / 2] * (i % 2 == j % 2) + (i / 2 == j / 2) * pauli[2][i % 2][j % 2]);
        for (int a = 0; a < 3; a++)
          H[i][j] += weight[a] * pauli[a][i / 2][j / 2] * pauli[a][i % 2][j % 2];
      }
}

/* From triplet and singlet to |+->, |-+>. */
static void
to_product_kets (QnEigen *eigen)
{
  for (int k = 0; k < 4; k++)
    {
      double _Complex t = eigen->V[1][k], s = eigen->V[2][k];

      eigen->V[1][k] = (t + s) / M_SQRT2;
      eigen->V[2][k] = (t - s) / M_SQRT2;
    }
}

static void
test_levels (void)
{
  g_autoptr (GRand) rand = test_rand (SEED);

  for (int n = 0; n < 200; n++)
    {
      QnTwoQubits pair = random_pair (rand);
      QnMediumSpec spec = qn_two_qubits_spec (pair);
      double w = uniform (rand, -3, 3);
      double _Complex H[4][4];
      QnMedium medium;
      QnEigen eigen;

      hamiltonian (&pair, w, H);
      qn_medium_init (&medium, &spec, FALSE);
      qn_medium_eigen (&medium, w, &eigen);
      qn_medium_clear (&medium);
      to_product_kets (&eigen);
      for (int k = 0; k < 4; k++)
        for (int i = 0; i < 4; i++)
          {
            double _Complex residual = -eigen.E[k] * eigen.V[i][k], overlap = 0;

            for (int j = 0; j < 4; j++)
              {
                residual += H[i][j] * eigen.V[j][k];
                overlap += conj (eigen.V[j][i]) * eigen.V[j][k];
              }
            g_assert_cmpfloat (cabs (residual), <, TINY);
            g_assert_cmpfloat (cabs (overlap - (i == k)), <, TINY);
            g_assert_cmpfloat (eigen.E[k], >=, eigen.E[MAX (k - 1, 0)]);
          }
    }
}

static QnReading
read_gibbs (const QnMediumSpec *spec, double w, double T)
{
  QnMachine machine = otto (*spec, w, w, 1, 0);
  QnReading sample;
  g_autoptr (QnRun) run = NULL;

  machine.start_temperature = T;
  machine.bath[QN_HOT].coupling = machine.bath[QN_COLD].coupling = 0;
  run = qn_run_new (&machine, 4, 1e-10, NULL, NULL);
  qn_run_read (run, &sample);
  return sample;
}

/* Heisenberg's pair without a field: the singlet wins below T = 2J/ln 3 (Arnesen, Bose, Vedral, Phys. Rev. Lett. 87, 017901,
 * 2001). In a strong field the pair is a product of two qubits. */
static void
test_thermal_entanglement (void)
{
  QnMediumSpec spec = qn_two_qubits_spec ((QnTwoQubits) { .exchange = 1, .zz = 1, .coupling_ratio = 0.7 });
  double least = 2 / log (3);

  for (double T = 0.2; T < 3; T += 0.17)
    {
      double e = exp (2 / T), C = MAX (0, (e - 3) / (e + 3));
      QnReading sample = read_gibbs (&spec, 0, T);

      g_assert_cmpfloat_with_epsilon (sample.concurrence, C, TINY);
      g_assert_cmpint (sample.concurrence > 0, ==, T < least);
      /* both qubits are fully mixed */
      g_assert_cmpfloat_with_epsilon (sample.mutual_information, 2 * M_LN2 - sample.entropy, TINY);
    }
  spec = qn_two_qubits_spec ((QnTwoQubits) { .zz = 1, .coupling_ratio = 0.7 });
  g_assert_cmpfloat_with_epsilon (read_gibbs (&spec, 1.3, 0.8).mutual_information, 0, TINY);
  g_assert_cmpfloat (read_gibbs (&spec, 1.3, 0.8).concurrence, ==, 0);
}

static QnLedger
books (const QnMachine *machine)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QnCycle) cycle = qn_cycle_new (machine, 1e-11, NULL, &error);

  g_assert_no_error (error);
  return *qn_cycle_ledger (cycle);
}

/* Uncoupled, with one of them out of reach, the pair is the engine of one qubit. */
static void
test_one_qubit_alone (void)
{
  QnMachine one = otto (qn_qubit_spec (0), 3, 1, 2, 0.7);
  QnMachine pair = otto (qn_two_qubits_spec ((QnTwoQubits) { 0 }), 3, 1, 2, 0.7);
  QnLedger a = books (&one), b = books (&pair);

  g_assert_cmpfloat (a.work_output, >, 0.01);
  g_assert_cmpfloat_with_epsilon (a.work_output, b.work_output, LAW);
  g_assert_cmpfloat_with_epsilon (a.heat[QN_HOT], b.heat[QN_HOT], LAW);
  g_assert_false (b.unique); /* nobody asks the other */
}

/* With g = 0 the drive commutes with itself and makes no friction, though levels cross on the way: work is
 * sum (p_hot - p_cold)(E_hot - E_cold) over levels followed by symmetry. */
static void
test_crossing_levels (void)
{
  QnMediumSpec spec = qn_two_qubits_spec ((QnTwoQubits) { .exchange = 1, .zz = 1, .coupling_ratio = 0.7 });
  QnMachine machine = otto (spec, 3, 0.8, 4000, 0.5);
  QnLedger ledger = books (&machine);
  double Eh[4] = { 0.5 - 3, 0.5 + 3, -1.5, 0.5 }, Ec[4] = { 0.5 - 0.8, 0.5 + 0.8, -1.5, 0.5 }, zh = 0, zc = 0, W = 0;
  QnReading samples[8];
  QnLedger slow;

  for (int n = 0; n < 4; n++)
    {
      zh += exp (-Eh[n] / 4);
      zc += exp (-Ec[n] / 0.5);
    }
  for (int n = 0; n < 4; n++)
    W += (exp (-Eh[n] / 4) / zh - exp (-Ec[n] / 0.5) / zc) * (Eh[n] - Ec[n]);
  g_assert_cmpfloat_with_epsilon (ledger.work_output, W, 1e-9);
  g_assert_cmpfloat_with_epsilon (ledger.friction_work, 0, LAW);
  g_assert_true (qn_quasi_static_cycle (&machine, 1, NULL, samples, &slow, NULL) > 0);
  g_assert_cmpfloat_with_epsilon (slow.work_output, W, LAW);
}

/* A fast drive rubs where g is not 0, and not with H_CD. */
static void
test_friction (void)
{
  QnMediumSpec spec = qn_two_qubits_spec ((QnTwoQubits) { .exchange = 1, .anisotropy = 0.8, .zz = 0.5, .coupling_ratio = 0.7 });
  QnMachine machine = otto (spec, 3, 0.8, 6, 0.3);
  QnLedger rough = books (&machine), smooth;

  for (int i = 0; i < 4; i++)
    machine.stroke[i].counterdiabatic = TRUE;
  smooth = books (&machine);
  g_assert_cmpfloat (rough.friction_work, >, 0.01);
  g_assert_cmpfloat_with_epsilon (smooth.friction_work, 0, 1e-9);
  g_assert_cmpfloat (smooth.drive_cost, >, 0.1);
}

/* In contact, a bosonic bath where two coupled levels cross is refused. */
static void
test_contact_at_crossing (void)
{
  QnMediumSpec spec = qn_two_qubits_spec ((QnTwoQubits) { .exchange = 1, .zz = 1, .coupling_ratio = 0.7 });
  QnMachine machine = otto (spec, 3, 2, 5, 0.5);
  g_autoptr (GError) error = NULL;

  g_assert_null (qn_cycle_new (&machine, 1e-11, NULL, &error));
  g_assert_error (error, QN_CORE_ERROR, QN_CORE_ERROR_DIVERGES);
  g_clear_error (&error);
  machine.stroke[2].from = machine.stroke[1].to = 2.5; /* across it on the way */
  machine.stroke[2].to = machine.stroke[3].from = 1.5;
  g_assert_null (qn_cycle_new (&machine, 1e-11, NULL, &error));
  g_assert_error (error, QN_CORE_ERROR, QN_CORE_ERROR_DIVERGES);
  machine.medium = qn_two_qubits_spec ((QnTwoQubits) { .exchange = 1, .zz = 1, .coupling_ratio = 1 }); /* the level in question is out of reach */
  g_assert_cmpfloat (fabs (books (&machine).residual_first_law), <, LAW);
  machine.medium = spec;
  machine.bath[QN_COLD].spectrum = QN_SPECTRUM_OHMIC;
  g_assert_cmpfloat (books (&machine).entropy_production, >, 0);
}

/* -sum r ln r by diagonalisation. */
static double
entropy_of (int n, const double _Complex *a)
{
  gsl_eigen_herm_workspace *workspace = gsl_eigen_herm_alloc (n);
  gsl_matrix_complex *m = gsl_matrix_complex_alloc (n, n);
  gsl_vector *r = gsl_vector_alloc (n);
  double S = 0;

  for (int i = 0; i < n * n; i++)
    gsl_matrix_complex_set (m, i / n, i % n, gsl_complex_rect (creal (a[i]), cimag (a[i])));
  gsl_eigen_herm (m, r, workspace);
  for (int i = 0; i < n; i++)
    if (gsl_vector_get (r, i) > 1e-16)
      S -= gsl_vector_get (r, i) * log (gsl_vector_get (r, i));
  gsl_vector_free (r);
  gsl_matrix_complex_free (m);
  gsl_eigen_herm_free (workspace);
  return S;
}

/* Of the medium's own random state: the whole of it, and the partial traces over either qubit. */
static void
random_state (GRand *rand, const QnMedium *medium, double *x, double _Complex rho[4][4], double _Complex part[2][2][2])
{
  double sum = 0;

  memset (rho, 0, sizeof (double _Complex) * 16);
  memset (part, 0, sizeof (double _Complex) * 8);
  for (int i = 0; i < 4; i++)
    sum += x[i] = uniform (rand, 0.01, 1);
  for (int i = 0; i < 4; i++)
    rho[i][i] = x[i] /= sum;
  for (int p = 0; p < medium->n_pairs; p++)
    {
      int i = medium->pair[p][0], j = medium->pair[p][1];

      rho[i][j] = sqrt (x[i] * x[j]) * uniform (rand, 0, 1) * cexp (I * uniform (rand, 0, 6));
      rho[j][i] = conj (rho[i][j]);
      x[4 + 2 * p] = M_SQRT2 * creal (rho[i][j]);
      x[5 + 2 * p] = M_SQRT2 * cimag (rho[i][j]);
    }
  if (medium->klass == &qn_medium_two_qubits)
    {
      QnOperator turned;

      for (int i = 0; i < 4; i++)
        memcpy (turned[i], rho[i], sizeof rho[i]);
      qn_two_qubits_turn (turned);
      for (int i = 0; i < 4; i++)
        memcpy (rho[i], turned[i], sizeof rho[i]);
    }
  for (int a = 0; a < 2; a++)
    for (int b = 0; b < 2; b++)
      for (int c = 0; c < 2; c++)
        {
          part[0][a][b] += rho[2 * a + c][2 * b + c];
          part[1][a][b] += rho[2 * c + a][2 * c + b];
        }
}

/* Reduced Bloch vectors and mutual information of whatever state, by partial trace. */
static void
test_parts (void)
{
  g_autoptr (GRand) rand = test_rand (SEED + 4);
  const QnMediumSpec kinds[] = { qn_two_qubits_spec ((QnTwoQubits) { .exchange = 0.4, .anisotropy = 0.3, .coupling_ratio = 0.7 }),
                                 qn_junction_spec (QN_MODEL_GLOBAL, 1.3, 0.8, 0.2), qn_pair_spec (2, 1.3, 0.8) };

  for (int n = 0; n < 600; n++)
    {
      double _Complex rho[4][4], part[2][2][2];
      double x[QN_MAX_STATE], up = n % 3 == 0 ? 1 : -1; /* the first ket of two-qubits is |++>, elsewhere it is the ground state */
      QnMedium medium;
      QnReading s = { 0 };

      qn_medium_init (&medium, &kinds[n % 3], FALSE);
      random_state (rand, &medium, x, rho, part);
      qn_medium_read (&medium, 1.1, x, &s);
      for (int k = 0; k < 2; k++)
        {
          g_assert_cmpfloat (cabs (part[k][0][1]), ==, 0);
          g_assert_cmpfloat_with_epsilon (s.part_z[k], up * creal (part[k][0][0] - part[k][1][1]), 1e-15);
        }
      g_assert_cmpfloat_with_epsilon (s.entropy, entropy_of (4, rho[0]), TINY);
      g_assert_cmpfloat_with_epsilon (s.mutual_information, entropy_of (2, part[0][0]) + entropy_of (2, part[1][0]) - entropy_of (4, rho[0]), TINY);
      qn_medium_clear (&medium);
    }
}

/* --- What is conserved ------------------------------------------------------ */

/* The books of a late cycle of the orbit from the start state. */
static QnLedger
late_books (const QnMachine *machine, int cycles)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QnCycle) cycle = qn_cycle_new_transient (machine, cycles, 1e-11, NULL, &error);

  g_assert_no_error (error);
  return *qn_cycle_ledger (cycle);
}

/* The limit cycle is where iteration ends, if it is not unique too. */
static void
assert_where_iteration_ends (const QnMachine *machine)
{
  QnLedger solved = books (machine), iterated = late_books (machine, 20000);
  double tolerance = 1e-9 * iterated.energy_scale + 1e5 * iterated.residual_limit_cycle; /* what moves by less than that comes no nearer */

  g_assert_cmpfloat (solved.min_eigenvalue, >=, -1e-12);
  g_assert_cmpfloat (solved.residual_limit_cycle, <, 1e-12);
  g_assert_cmpfloat_with_epsilon (solved.work_output, iterated.work_output, tolerance);
  for (int k = 0; k < 2; k++)
    g_assert_cmpfloat_with_epsilon (solved.heat[k], iterated.heat[k], tolerance);
}

/* With c = 1 the bath does not see the singlet, which keeps what the start state gave it, however long or strong the contacts. */
static void
test_singlet_left_out (void)
{
  g_autoptr (GRand) rand = test_rand (SEED + 1);
  QnMachine weak = otto (qn_two_qubits_spec ((QnTwoQubits) { .exchange = -2, .anisotropy = -0.8, .zz = -1.071, .coupling_ratio = 1 }), 3.784, 0.1, 100, 3);

  for (double contact = 20; contact < 1e6; contact *= 5)
    {
      QnMachine machine = otto (qn_two_qubits_spec ((QnTwoQubits) { .exchange = 0.3, .zz = 1, .coupling_ratio = 1 }), 3, 1.2, contact, 3);

      g_assert_false (books (&machine).unique);
      assert_where_iteration_ends (&machine);
    }
  weak.bath[QN_HOT] = (QnBath) { .temperature = 10, .coupling = 2 };
  weak.bath[QN_COLD] = (QnBath) { .temperature = 0.384, .coupling = 0.001 };
  weak.start_temperature = 0.384;
  assert_where_iteration_ends (&weak);
  for (int n = 0; n < 400; n++)
    {
      QnMediumSpec spec = qn_two_qubits_spec ((QnTwoQubits) { .exchange = uniform (rand, -2, 2), .anisotropy = n % 3 ? uniform (rand, -1, 1) : 0, .zz = uniform (rand, -2, 2), .coupling_ratio = 1 });
      QnMachine machine = otto (spec, uniform (rand, 0.1, 8), uniform (rand, 0.1, 8), log_uniform (rand, 0.05, 100), log_uniform (rand, 0.05, 20));

      machine.bath[QN_HOT] = (QnBath) { .temperature = uniform (rand, 0.05, 10), .coupling = log_uniform (rand, 0.001, 2), .spectrum = n % 3 };
      machine.bath[QN_COLD] = (QnBath) { .temperature = uniform (rand, 0.05, 10), .coupling = log_uniform (rand, 0.001, 2), .spectrum = n % 3 };
      machine.start_temperature = machine.bath[QN_COLD].temperature;
      g_assert_false (books (&machine).unique);
      assert_where_iteration_ends (&machine);
    }
}

static QnLedger
books_of (QnTwoQubits pair)
{
  QnMachine machine = otto (qn_two_qubits_spec (pair), 3, 1.2, 20, 3);

  return books (&machine);
}

/* Nearly left out, it has a limit cycle of its own: the same function of c as far from 1, carried there by a polynomial. */
static void
test_singlet_nearly_left_out (void)
{
  enum { NODES = 9 };

  for (int side = -1; side <= 1; side += 2)
    for (double off = 1e-3; off > 1e-13; off /= 10)
      {
        QnTwoQubits pair = { .exchange = 0.3, .anisotropy = 0.4, .zz = 1 };
        double value[NODES], at[NODES];
        QnLedger there;

        for (int i = 0; i < NODES; i++)
          {
            at[i] = side * (0.03 + 0.02 * i);
            pair.coupling_ratio = 1 + at[i];
            value[i] = books_of (pair).work_output;
          }
        for (int level = 1; level < NODES; level++) /* Neville's */
          for (int i = 0; i + level < NODES; i++)
            value[i] = ((side * off - at[i + level]) * value[i] - (side * off - at[i]) * value[i + 1]) / (at[i] - at[i + level]);
        pair.coupling_ratio = 1 + side * off;
        there = books_of (pair);
        g_assert_true (there.unique);
        g_assert_cmpfloat_with_epsilon (there.work_output, value[0], 1e-8);
      }
}

/* Which operators commute with everything: found from the operators. */
static void
test_conserved (void)
{
  static const struct
  {
    double exchange, anisotropy, ratio;
    int conserved;
  } cases[] = {
    { 0.3, 0.5, 0.7, 1 }, { 0.3, 0, 0, 1 }, { 0.3, 0.5, 1, 2 }, { 0.3, 0, 1, 2 }, { 0.3, 0.5, -1, 2 }, { 0, 0, 1, 2 }, { 0, 0, 0.5, 1 }, { 0, 0, 0, 2 }, { 0.3, 0.5, 1 - 1e-9, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      QnMachine machine = otto (qn_two_qubits_spec ((QnTwoQubits) { .exchange = cases[i].exchange, .anisotropy = cases[i].anisotropy,
                                                                  .zz = cases[i].exchange, .coupling_ratio = cases[i].ratio }), 3, 1, 2, 0.7);
      QnMedium medium;

      qn_medium_init (&medium, &machine.medium, FALSE);
      g_assert_cmpint (qn_conserved (&medium, &machine, NULL), ==, cases[i].conserved);
      machine.bath[QN_HOT].coupling = 0;
      g_assert_cmpint (qn_conserved (&medium, &machine, NULL), ==, cases[i].conserved);
      machine.bath[QN_COLD].coupling = 0;
      g_assert_cmpint (qn_conserved (&medium, &machine, NULL), ==, 0);
      qn_medium_clear (&medium);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gsl_set_error_handler_off ();
  g_test_add_func ("/two-qubits/levels", test_levels);
  g_test_add_func ("/two-qubits/thermal-entanglement", test_thermal_entanglement);
  g_test_add_func ("/two-qubits/one-alone", test_one_qubit_alone);
  g_test_add_func ("/two-qubits/crossing-levels", test_crossing_levels);
  g_test_add_func ("/two-qubits/friction", test_friction);
  g_test_add_func ("/two-qubits/contact-at-crossing", test_contact_at_crossing);
  g_test_add_func ("/two-qubits/parts", test_parts);
  g_test_add_func ("/two-qubits/singlet-left-out", test_singlet_left_out);
  g_test_add_func ("/two-qubits/singlet-nearly-left-out", test_singlet_nearly_left_out);
  g_test_add_func ("/two-qubits/conserved", test_conserved);
  return g_test_run ();
}
