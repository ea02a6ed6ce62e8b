/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Errors of core in the words of a lab: a parameter that it has, or no parameter at all. */

#include <string.h>

#include <gsl/gsl_errno.h>

#include "core/linear/qn-fault.h"
#include "lab-test.h"
#include "lab/qn-core-errors.h"

/* What an error's message is about: all before the first colon. */
static char *
subject (const QnLab *lab, QnQuantity quantity, int place, const char *stroke)
{
  g_autoptr (GError) error = NULL;
  const char *colon;

  qn_fault_set (QN_CORE_ERROR_INVALID, &(QnFault) { quantity, place, stroke, { -1 }, QN_ALLOWED_POSITIVE }, &error);
  g_assert_false (qn_core_errors_say (lab, &error));
  g_assert_error (error, QN_CORE_ERROR, QN_CORE_ERROR_INVALID);
  colon = strstr (error->message, ": -1 is not allowed; allowed: more than 0");
  g_assert_nonnull (colon);
  return g_strndup (error->message, colon - error->message);
}

static void
assert_known (const QnLab *lab, QnQuantity quantity, int place, const char *stroke)
{
  g_autofree char *about = subject (lab, quantity, place, stroke);

  if (qn_lab_parameter_index (lab, about) < 0)
    g_assert_cmpstr (about, ==, qn_quantity_words (quantity));
}

static void
test_every_lab (void)
{
  gsize n_labs;
  const QnLab *const *labs = qn_labs (&n_labs);

  for (gsize l = 0; l < n_labs; l++)
    {
      QnExperiment experiment = lab_load (labs[l]->id, NULL);
      QnMachine machine = labs[l]->build ? lab_machine (&experiment) : (QnMachine) { 0 };

      for (int q = 0; q < QN_N_QUANTITIES; q++)
        for (int place = -1; place < 9; place++)
          for (int i = -1; i < machine.n_strokes; i++)
            assert_known (labs[l], (QnQuantity) q, place, i < 0 ? NULL : machine.stroke[i].id);
    }
}

/* The right one. */
static void
test_names (void)
{
  static const struct { const char *lab; QnQuantity quantity; int place; const char *stroke, *about; } row[] = {
    { "otto", QN_QUANTITY_DURATION, 1, "expansion", "stroke.drive" },
    { "otto", QN_QUANTITY_DURATION, 2, "cold", "stroke.cold" },
    { "otto", QN_QUANTITY_LEVEL_SPACING, 2, NULL, "medium.spacing.3" },
    { "otto", QN_QUANTITY_SQUEEZING, 0, NULL, "hot.squeezing" },
    { "stirling", QN_QUANTITY_DURATION, 1, "cold-isochore", "stroke.isochore" },
    { "stirling", QN_QUANTITY_DURATION, 0, "hot", "stroke.hot" },
    { "stirling", QN_QUANTITY_DEPHASING, 0, "hot", "dephasing rate" },
    { "fluctuations", QN_QUANTITY_DURATION, -1, "reverse", "stroke.drive" },
    { "demon", QN_QUANTITY_DURATION, -1, "memory", "memory.duration" },
    { "absorption", QN_QUANTITY_TEMPERATURE, 2, NULL, "work.temperature" },
    { "transport", QN_QUANTITY_PART_ENERGY, 1, NULL, "spacing.right" },
    { "transport", QN_QUANTITY_INTERACTION, -1, NULL, "medium.coupling" },
    { "maser", QN_QUANTITY_DURATION, 0, "contact", "time.window" },
    { "swap", QN_QUANTITY_SWAP_ANGLE, 0, "swap", "swap.angle" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (row); i++)
    {
      g_autofree char *about = subject (qn_lab_find (row[i].lab), row[i].quantity, row[i].place, row[i].stroke);

      g_assert_cmpstr (about, ==, row[i].about);
    }
}

/* On the way out of an experiment. */
static void
test_refusals (void)
{
  static const char *const lab[] = { "otto", "carnot", "stirling" };

  for (gsize i = 0; i < G_N_ELEMENTS (lab); i++)
    {
      QnExperiment experiment = lab_load (lab[i], NULL);
      g_autofree char *message = NULL;

      lab_set_text (&experiment, "medium.kind", "oscillator");
      lab_set_text (&experiment, "bath.spectrum", "fermionic");
      message = lab_refusal (&experiment);
      g_assert_cmpstr (message, ==, "bath.spectrum: fermionic is not allowed for an oscillator, whose levels have no top; allowed: bosonic, ohmic");
    }
}

/* Of other errors, and where nobody asks. */
static void
test_others (void)
{
  g_autoptr (GError) error = g_error_new_literal (QN_LAB_ERROR, QN_LAB_ERROR_RANGE, "as it was"), none = NULL;

  g_assert_false (qn_core_errors_say (qn_lab_find ("otto"), &error));
  g_assert_cmpstr (error->message, ==, "as it was");
  g_assert_false (qn_core_errors_say (qn_lab_find ("otto"), &none));
  g_assert_null (none);
  g_assert_false (qn_core_errors_say (qn_lab_find ("otto"), NULL));
  g_assert_null (qn_fault_of (error));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gsl_set_error_handler_off ();
  g_test_add_func ("/core-errors/every-lab", test_every_lab);
  g_test_add_func ("/core-errors/names", test_names);
  g_test_add_func ("/core-errors/refusals", test_refusals);
  g_test_add_func ("/core-errors/others", test_others);
  return g_test_run ();
}
