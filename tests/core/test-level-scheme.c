/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names of levels and the transitions between them. */

#include "core/medium/qn-level-scheme.h"
#include "core/medium/qn-medium-junction.h"
#include "core/medium/qn-medium-ladder.h"
#include "core/medium/qn-medium-maser.h"
#include "core/medium/qn-medium-qubit.h"
#include "core/medium/qn-medium-three-levels.h"
#include "core/medium/qn-medium-three-qubits.h"
#include "core/medium/qn-medium-two-qubits.h"

static void
check_names (QnMediumSpec spec, double w, const char *const *expected)
{
  char names[QN_MAX_LEVELS][QN_LEVEL_NAME];

  qn_medium_level_names (&spec, w, names);
  for (int n = 0; expected[n]; n++)
    g_assert_cmpstr (names[n], ==, expected[n]);
}

/* In ascending energy: qubits alone by their spacings, coupled ones by their symmetry. */
static void
test_names (void)
{
  check_names (qn_qubit_spec (0.5), 1, (const char *const[]) { "|0⟩", "|1⟩", NULL });
  check_names (qn_ladder_spec (4, NULL, NULL), 1, (const char *const[]) { "|0⟩", "|1⟩", "|2⟩", "|3⟩", NULL });
  check_names (qn_junction_spec (QN_MODEL_LOCAL, 2, 1, 0.1), 1, (const char *const[]) { "|00⟩", "|01⟩", "|10⟩", "|11⟩", NULL });
  check_names (qn_junction_spec (QN_MODEL_LOCAL, 1, 2, 0.1), 1, (const char *const[]) { "|00⟩", "|10⟩", "|01⟩", "|11⟩", NULL });
  check_names (qn_junction_spec (QN_MODEL_GLOBAL, 1, 1, 0.1), 1, (const char *const[]) { "|00⟩", "|01⟩ − |10⟩", "|01⟩ + |10⟩", "|11⟩", NULL });
  check_names (qn_two_qubits_spec ((QnTwoQubits) { .exchange = 0.3 }), 2, (const char *const[]) { "|00⟩", "|10⟩ − |01⟩", "|10⟩ + |01⟩", "|11⟩", NULL });
  check_names (qn_two_qubits_spec ((QnTwoQubits) { .exchange = -0.3 }), 2, (const char *const[]) { "|00⟩", "|10⟩ + |01⟩", "|10⟩ − |01⟩", "|11⟩", NULL });
  check_names (qn_three_qubits_spec (QN_MODEL_LOCAL, 1, 2.5, 0.01), 1, (const char *const[]) { "|000⟩", "|100⟩", "|001⟩", NULL });
}

static void
check_transitions (QnMediumSpec spec, int n, const QnTransition *expected)
{
  QnTransition found[QN_MAX_BATHS + 1];

  g_assert_cmpint (qn_medium_transitions (&spec, 1, found), ==, n);
  for (int i = 0; i < n; i++)
    {
      g_assert_cmpint (found[i].by, ==, expected[i].by);
      g_assert_cmpint (found[i].low, ==, expected[i].low);
      g_assert_cmpint (found[i].high, ==, expected[i].high);
    }
}

static void
test_transitions (void)
{
  check_transitions (qn_maser_spec (3, 5, 0.1, 0), 3, (const QnTransition[]) { { QN_HOT, 0, 2 }, { QN_COLD, 1, 2 }, { QN_BY_DRIVE, 0, 1 } });
  check_transitions (qn_three_levels_spec (1, 2), 3, (const QnTransition[]) { { QN_HOT, 0, 2 }, { QN_COLD, 0, 1 }, { QN_THIRD, 1, 2 } });
  check_transitions (qn_ladder_spec (3, NULL, NULL), 0, NULL);
  check_transitions (qn_qubit_spec (0), 0, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/level-scheme/names", test_names);
  g_test_add_func ("/level-scheme/transitions", test_transitions);
  return g_test_run ();
}
