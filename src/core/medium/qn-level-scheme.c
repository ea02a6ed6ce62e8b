/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/medium/qn-level-scheme.h"

#include <math.h>

#define MOST 0.6   /* weight of a ket that stands for the level alone */
#define SMALL 1e-9 /* matrix elements below it are rounding */

/* The kets of media that are made of qubits, in the order of their coordinates. */
static const struct
{
  const QnMediumClass *klass;
  const char *ket[QN_MAX_LEVELS];
} qubits[] = {
  { &qn_medium_two_qubits, { "|11⟩", "|10⟩ + |01⟩", "|10⟩ − |01⟩", "|00⟩" } },
  { &qn_medium_junction, { "|00⟩", "|01⟩", "|10⟩", "|11⟩" } },
  { &qn_medium_three_qubits, { "|000⟩", "|001⟩", "|010⟩", "|011⟩", "|100⟩", "|101⟩", "|110⟩", "|111⟩" } },
};

static double
weight (const QnEigen *eigen, int ket, int level)
{
  return creal (eigen->V[ket][level] * conj (eigen->V[ket][level]));
}

/* The ket of most weight in a level, but for `other`. */
static int
main_ket (const QnEigen *eigen, int n, int level, int other)
{
  int best = other == 0 ? 1 : 0;

  for (int i = 0; i < n; i++)
    if (i != other && weight (eigen, i, level) > weight (eigen, best, level) + SMALL)
      best = i;
  return best;
}

static void
name_by_kets (const char *const *ket, const QnEigen *eigen, int n, int level, char *name)
{
  int first = main_ket (eigen, n, level, -1), second = main_ket (eigen, n, level, first);
  gboolean minus = creal (eigen->V[first][level] * conj (eigen->V[second][level])) < 0;

  if (weight (eigen, first, level) > MOST)
    g_snprintf (name, QN_LEVEL_NAME, "%s", ket[first]);
  else
    g_snprintf (name, QN_LEVEL_NAME, "%s %s %s", ket[first], minus ? "−" : "+", ket[second]);
}

void
qn_medium_level_names (const QnMediumSpec *spec, double w, char names[QN_MAX_LEVELS][QN_LEVEL_NAME])
{
  for (int n = 0; n < QN_MAX_LEVELS; n++)
    g_snprintf (names[n], QN_LEVEL_NAME, "|%d⟩", n);
  for (gsize i = 0; i < G_N_ELEMENTS (qubits); i++)
    {
      QnMedium medium;
      QnEigen eigen;

      if (spec->klass != qubits[i].klass)
        continue;
      qn_medium_init (&medium, spec, FALSE);
      qn_medium_eigen (&medium, w, &eigen);
      for (int n = 0; n < medium.n; n++)
        name_by_kets (qubits[i].ket, &eigen, medium.n, n, names[n]);
      qn_medium_clear (&medium);
    }
}

/* The one pair of levels between which an operator has an element; FALSE: none, or more. */
static gboolean
only_pair (const QnMedium *medium, const QnEigen *eigen, QnOperator a, QnTransition *pair)
{
  int found = 0;

  for (int high = 1; high < medium->n; high++)
    for (int low = 0; low < high; low++)
      {
        double _Complex element = 0;

        for (int i = 0; i < medium->n; i++)
          for (int j = 0; j < medium->n; j++)
            element += conj (eigen->V[i][low]) * a[i][j] * eigen->V[j][high];
        if (cabs (element) < SMALL)
          continue;
        found++;
        pair->low = low;
        pair->high = high;
      }
  return found == 1;
}

static gboolean
same (const QnTransition *a, const QnTransition *b)
{
  return a->low == b->low && a->high == b->high;
}

int
qn_medium_transitions (const QnMediumSpec *spec, double w, QnTransition out[QN_MAX_BATHS + 1])
{
  QnMedium medium;
  QnEigen eigen;
  int n = 0;

  qn_medium_init (&medium, spec, FALSE);
  if (!spec->klass->gaussian && medium.n == 3)
    {
      qn_medium_eigen (&medium, w, &eigen);
      for (int k = 0; k < QN_MAX_BATHS; k++)
        if (only_pair (&medium, &eigen, medium.X[k], &out[n]))
          out[n++].by = k;
      if (spec->klass->driven && only_pair (&medium, &eigen, medium.H0, &out[n]))
        out[n++].by = QN_BY_DRIVE;
    }
  qn_medium_clear (&medium);
  return n == 3 && !same (&out[0], &out[1]) && !same (&out[1], &out[2]) && !same (&out[0], &out[2]) ? n : 0;
}
