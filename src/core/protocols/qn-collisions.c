/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/protocols/qn-collisions.h"

#include <complex.h>
#include <math.h>
#include <string.h>

#include "core/linear/qn-types.h"
#include "core/linear/qn-entropy.h"
#include "core/linear/qn-hermitian.h"
#include "core/linear/qn-swap.h"

/* rho of `qubits` qubits, row by row; the system is the highest bit of an index, environment qubit j = 1.. the j-th after it. */
typedef struct
{
  int qubits;
  gsize n;
  double complex *rho;
} State;

static gsize
bit_of (const State *state, int qubit)
{
  return (gsize) 1 << (state->qubits - 1 - qubit);
}

static State
state_new (int qubits)
{
  State state = { qubits, (gsize) 1 << qubits, NULL };

  state.rho = g_new0 (double complex, state.n * state.n);
  return state;
}

static State
begin (const QnCollisions *c)
{
  State state = state_new (c->size + 1);
  gsize half = state.n / 2;

  for (gsize e = 0; e < half; e++)
    {
      double p = 1;

      for (int j = 1; j <= c->size; j++)
        p *= e & bit_of (&state, j) ? c->environment : 1 - c->environment;
      state.rho[e * state.n + e] = p * (1 - c->excited);
      state.rho[(e + half) * state.n + e + half] = p * c->excited;
      state.rho[(e + half) * state.n + e] = state.rho[e * state.n + e + half] = p * c->coherence;
    }
  return state;
}

/* The partial trace over one qubit: indices without its bit are spread around it. */
static State
without (const State *state, int qubit)
{
  State less = state_new (state->qubits - 1);
  gsize bit = bit_of (state, qubit), low = bit - 1;

  for (gsize i = 0; i < less.n; i++)
    for (gsize k = 0; k < less.n; k++)
      {
        gsize a = i + (i & ~low), b = k + (k & ~low);

        less.rho[i * less.n + k] = state->rho[a * state->n + b] + state->rho[(a + bit) * state->n + b + bit];
      }
  return less;
}

/* --- Entropies ------------------------------------------------------------ */

/* Collisions keep the number of excitations: rho falls into blocks. */
static double
entropy (const State *state, double *largest)
{
  g_autofree double *values = g_new (double, state->n);

  qn_hermitian_block_values (state->n, state->rho, values);
  for (gsize i = 0; i < state->n; i++)
    *largest = MAX (*largest, values[i]);
  return qn_entropy (values, state->n);
}

/* Upper population and coherence of one qubit. */
static void
single (const State *state, int qubit, double *excited, double *coherence)
{
  gsize bit = bit_of (state, qubit);
  double complex off = 0;

  *excited = 0;
  for (gsize i = 0; i < state->n; i++)
    if (i & bit)
      {
        *excited += creal (state->rho[i * state->n + i]);
        off += state->rho[i * state->n + (i ^ bit)];
      }
  *coherence = cabs (off);
}

/* --- Readings ------------------------------------------------------------- */

static void
read_singles (const QnCollisions *c, const State *state, QnCollisionStep *step, double *alone)
{
  double logs[2] = { log1p (-c->environment), log (c->environment) };

  step->parts = step->excitations = step->relative = 0;
  for (int q = 0; q < state->qubits; q++)
    {
      double excited, coherence;

      single (state, q, &excited, &coherence);
      alone[q] = qn_entropy_qubit (2 * excited - 1, 2 * coherence);
      step->parts += alone[q];
      if (q == 0)
        {
          step->excited = excited;
          step->coherence = coherence;
          continue;
        }
      step->excitations += excited;
      step->relative -= excited * logs[1] + (1 - excited) * logs[0];
    }
}

static void
read_state (const QnCollisions *c, const State *state, QnCollisionStep *step)
{
  double alone[QN_COLLISIONS_SIZE + 1], rest = 0, ignored = 0;
  State environment = without (state, 0), known = { state->qubits, state->n, g_memdup2 (state->rho, state->n * state->n * sizeof *state->rho) };

  step->largest = 0;
  read_singles (c, state, step, alone);
  step->environment = entropy (&environment, &ignored);
  step->relative -= step->environment;
  g_free (environment.rho);
  for (int k = c->size; k >= 0; k--)
    {
      step->known[k] = entropy (&known, k == c->size ? &step->largest : &ignored) + rest;
      if (k > 0)
        {
          State less = without (&known, k);

          g_free (known.rho);
          known = less;
          rest += alone[k];
        }
    }
  g_free (known.rho);
  step->whole = step->known[c->size];
  step->system = alone[0];
}

gboolean
qn_collisions_run (const QnCollisions *collisions, const gint *cancelled, QnCollisionStep *steps)
{
  State state = begin (collisions);
  g_autofree double complex *next = g_new (double complex, state.n * state.n);
  g_autofree gsize *swapped = g_new (gsize, state.n);
  int n = collisions->size * collisions->rounds;
  gboolean going = TRUE;

  for (int i = 0; i <= n && going; i++)
    {
      if (i > 0)
        {
          qn_swap_of_bits (state.n, bit_of (&state, 0), bit_of (&state, 1 + (i - 1) % collisions->size), swapped);
          qn_partial_swap (state.n, state.n, swapped, collisions->angle, state.rho, next);
          memcpy (state.rho, next, state.n * state.n * sizeof *next);
        }
      read_state (collisions, &state, &steps[i]);
      going = !qn_is_cancelled (cancelled);
    }
  g_free (state.rho);
  return going;
}
