/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Experiment files: exact round trips, and every way in which one can be broken. */

#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "lab/qn-experiment-file.h"
#include "lab/qn-lab.h"
#include "lab/qn-old-ids.h"
#include "lab/qn-output.h"
#include "../random-numbers.h"

static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = test_rand (20269);

  for (int turn = 0; turn < 300; turn++)
    {
      gsize n;
      const QnLab *const *labs = qn_labs (&n), *lab = labs[(gsize) turn % n];
      QnExperiment e, back;
      g_autofree char *json = NULL;
      g_autoptr (GError) error = NULL;

      qn_experiment_init (&e, lab);
      for (int i = 0; i < lab->n_parameters; i++)
        {
          const QnParameter *p = &lab->parameters[i];
          double v = uniform (rand, p->soft_min, p->soft_max) / 3;

          v = CLAMP (v, p->hard_min, p->hard_max);
          g_assert_true (qn_experiment_set (&e, p->id, p->kind == QN_VALUE_REAL ? v : ceil (v), NULL));
        }
      json = qn_experiment_to_json (&e);
      g_assert_true (qn_experiment_from_json (&back, json, -1, &error));
      g_assert_no_error (error);
      g_assert_true (qn_experiment_equal (&e, &back));
    }
}

static void
test_preset_name (void)
{
  QnExperiment e, back;
  g_autofree char *json = NULL, *changed = NULL;

  g_assert_true (qn_experiment_load_preset (&e, qn_lab_find ("otto"), "friction", NULL));
  json = qn_experiment_to_json (&e);
  g_assert_true (qn_experiment_from_json (&back, json, -1, NULL));
  g_assert_cmpstr (back.preset, ==, "friction");
  g_assert_true (qn_experiment_set (&e, "hot.temperature", 3, NULL));
  changed = qn_experiment_to_json (&e);
  g_assert_true (qn_experiment_from_json (&back, changed, -1, NULL));
  g_assert_cmpstr (back.preset, ==, "friction");
  g_assert_true (qn_experiment_equal (&back, &e));
  g_assert_true (qn_experiment_changed (&back));
}

static void
test_save_and_load (void)
{
  g_autofree char *folder = g_dir_make_tmp ("quench-XXXXXX", NULL), *path = g_build_filename (folder, "a.json", NULL);
  g_autofree char *text = NULL, *again = NULL;
  QnExperiment e, back;
  g_autoptr (GError) error = NULL;

  g_assert_true (qn_experiment_load_preset (&e, qn_lab_find ("carnot"), "box", NULL));
  text = qn_experiment_to_json (&e);
  g_assert_true (qn_output_put (path, text, -1, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &again, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (qn_experiment_from_json (&back, again, -1, &error));
  g_assert_true (qn_experiment_equal (&e, &back));
  g_unlink (path);
  g_rmdir (folder);
}

/* Broken text, the error's code, and what its message must name. */
static const struct
{
  const char *json;
  QnLabError code;
  const char *names[3];
} broken[] = {
  { "", QN_LAB_ERROR_SYNTAX, { "Quench" } },
  { "{", QN_LAB_ERROR_SYNTAX, { "Quench" } },
  { "[]", QN_LAB_ERROR_SYNTAX, { "object" } },
  { "null", QN_LAB_ERROR_SYNTAX, { "object" } },
  { "{\"quench\": 1, \"lab\": \"otto\"", QN_LAB_ERROR_SYNTAX, { "Quench" } },
  { "{\"lab\": \"otto\"}", QN_LAB_ERROR_SYNTAX, { "quench" } },
  { "{\"quench\": \"1\", \"lab\": \"otto\"}", QN_LAB_ERROR_SYNTAX, { "quench" } },
  { "{\"quench\": 2, \"lab\": \"otto\"}", QN_LAB_ERROR_VERSION, { "2", "1" } },
  { "{\"quench\": 1}", QN_LAB_ERROR_UNKNOWN, { "lab", "otto", "carnot" } },
  { "{\"quench\": 1, \"lab\": \"diesel\"}", QN_LAB_ERROR_UNKNOWN, { "diesel", "otto" } },
  { "{\"quench\": 1, \"lab\": 7}", QN_LAB_ERROR_UNKNOWN, { "lab" } },
  { "{\"quench\": 1, \"lab\": \"otto\", \"parametres\": {}}", QN_LAB_ERROR_UNKNOWN, { "parametres", "parameters" } },
  { "{\"quench\": 1, \"lab\": \"otto\", \"preset\": \"none\"}", QN_LAB_ERROR_UNKNOWN, { "none", "textbook" } },
  { "{\"quench\": 1, \"lab\": \"otto\", \"preset\": 3}", QN_LAB_ERROR_SYNTAX, { "preset" } },
  { "{\"quench\": 1, \"lab\": \"otto\", \"parameters\": []}", QN_LAB_ERROR_SYNTAX, { "parameters" } },
  { "{\"quench\": 1, \"lab\": \"otto\", \"parameters\": {\"hot.temprature\": 1}}", QN_LAB_ERROR_UNKNOWN, { "hot.temprature", "hot.temperature" } },
  { "{\"quench\": 1, \"lab\": \"otto\", \"parameters\": {\"hot.temperature\": -1}}", QN_LAB_ERROR_RANGE, { "hot.temperature", "-1", "1e-06 to 1e+06" } },
  { "{\"quench\": 1, \"lab\": \"otto\", \"parameters\": {\"hot.temperature\": \"4\"}}", QN_LAB_ERROR_RANGE, { "hot.temperature" } },
  { "{\"quench\": 1, \"lab\": \"otto\", \"parameters\": {\"hot.temperature\": null}}", QN_LAB_ERROR_RANGE, { "hot.temperature", "null" } },
  { "{\"quench\": 1, \"lab\": \"otto\", \"parameters\": {\"hot.temperature\": [4]}}", QN_LAB_ERROR_RANGE, { "hot.temperature" } },
  { "{\"quench\": 1, \"lab\": \"otto\", \"parameters\": {\"hot.temperature\": 1e999}}", QN_LAB_ERROR_RANGE, { "hot.temperature" } },
  { "{\"quench\": 1, \"lab\": \"otto\", \"parameters\": {\"hot.temperature\": NaN}}", QN_LAB_ERROR_SYNTAX, { "Quench" } },
  { "{\"quench\": 1, \"lab\": \"otto\", \"parameters\": {\"medium.kind\": 0}}", QN_LAB_ERROR_RANGE, { "medium.kind", "qubit", "box" } },
  { "{\"quench\": 1, \"lab\": \"otto\", \"parameters\": {\"medium.kind\": \"gas\"}}", QN_LAB_ERROR_RANGE, { "medium.kind", "gas", "ladder" } },
  { "{\"quench\": 1, \"lab\": \"otto\", \"parameters\": {\"medium.levels\": 2.5}}", QN_LAB_ERROR_RANGE, { "medium.levels", "2.5", "2 to 8" } },
  { "{\"quench\": 1, \"lab\": \"otto\", \"parameters\": {\"drive.counterdiabatic\": 2}}", QN_LAB_ERROR_RANGE, { "drive.counterdiabatic", "true or false" } },
  { "{\"quench\": 1, \"lab\": \"otto\", \"parameters\": {\"hot.temperature\": 1, \"hot.temperature\": 2}}", QN_LAB_ERROR_SYNTAX, { "hot.temperature" } },
  { "{\"quench\": 1, \"lab\": \"otto\", \"lab\": \"carnot\"}", QN_LAB_ERROR_SYNTAX, { "lab" } },
  { "{\"quench\": 1, \"lab\": \"otto\xff\"}", QN_LAB_ERROR_SYNTAX, { "UTF-8" } },
  { "{\"quench\": 1, \"la\\ud800b\": \"otto\"}", QN_LAB_ERROR_UNKNOWN, { "parameters" } },
  { "{\"quench\": 1, \"lab\": \"otto\", \"parameters\": {\"hot.temperature\": [\"......................................................\xc3\xa9\xc3\xa9\xc3\xa9\"]}}",
    QN_LAB_ERROR_RANGE, { "hot.temperature" } },
};

static void
test_broken (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      QnExperiment e, before;
      g_autoptr (GError) error = NULL;

      qn_experiment_init (&e, qn_lab_find ("carnot"));
      before = e;
      if (qn_experiment_from_json (&e, broken[i].json, -1, &error))
        g_test_message ("accepted: %s", broken[i].json);
      g_assert_error (error, QN_LAB_ERROR, (int) broken[i].code);
      for (int k = 0; k < 3 && broken[i].names[k]; k++)
        {
          if (!strstr (error->message, broken[i].names[k]))
            g_test_message ("“%s” is not in: %s", broken[i].names[k], error->message);
          g_assert_nonnull (strstr (error->message, broken[i].names[k]));
        }
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpmem (&e, sizeof e, &before, sizeof before); /* nothing is lost */
    }
}

static void
test_huge_and_deep (void)
{
  gsize length = QN_LONGEST_EXPERIMENT + 1;
  g_autofree char *huge = g_strnfill (length, ' '), *deep = g_strnfill (100000, '[');
  QnExperiment e;
  g_autoptr (GError) error = NULL;

  g_assert_false (qn_experiment_from_json (&e, huge, length, &error));
  g_assert_error (error, QN_LAB_ERROR, QN_LAB_ERROR_SYNTAX);
  g_clear_error (&error);
  g_assert_false (qn_experiment_from_json (&e, deep, -1, &error));
  g_assert_error (error, QN_LAB_ERROR, QN_LAB_ERROR_SYNTAX);
}

static void
test_truncated (void)
{
  QnExperiment e, back;
  g_autofree char *json = NULL;

  qn_experiment_init (&e, qn_lab_find ("otto"));
  json = qn_experiment_to_json (&e);
  for (gsize cut = 0; cut + 2 < strlen (json); cut++)
    g_assert_false (qn_experiment_from_json (&back, json, cut, NULL));
}

static void
test_set_text (void)
{
  static const char *const wrong[] = { "", " 1", "1 ", "1,5", "0x10", "nan", "inf", "--1", "1e", "abc", "1e999", "-1" };
  QnExperiment e;

  qn_experiment_init (&e, qn_lab_find ("otto"));
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (qn_experiment_set_text (&e, "hot.temperature", wrong[i], &error));
      g_assert_error (error, QN_LAB_ERROR, QN_LAB_ERROR_RANGE);
      g_assert_nonnull (strstr (error->message, "hot.temperature"));
      g_assert_cmpfloat (qn_experiment_get (&e, "hot.temperature"), ==, 4);
    }
  g_assert_true (qn_experiment_set_text (&e, "hot.temperature", "+2.5e0", NULL));
  g_assert_cmpfloat (qn_experiment_get (&e, "hot.temperature"), ==, 2.5);
}

static QnExperiment
read_one (const char *lab, const char *id, const char *value)
{
  QnExperiment e;
  g_autofree char *json = g_strdup_printf ("{\"quench\": 1, \"lab\": \"%s\", \"parameters\": {\"%s\": %s}}", lab, id, value);
  g_autoptr (GError) error = NULL;

  g_assert_true (qn_experiment_from_json (&e, json, -1, &error));
  g_assert_no_error (error);
  return e;
}

/* What was written under an old id is the experiment that it was, and is written anew under the new one. */
static void
test_old_ids (void)
{
  for (const QnOldId *row = qn_old_ids; row->lab; row++)
    {
      const QnLab *lab = qn_lab_find (row->lab);
      int index = qn_lab_parameter_index (lab, row->parameter);
      const QnParameter *p = &lab->parameters[index];
      g_autofree char *number = g_strdup_printf ("%.17g", (p->soft_min + 2 * p->soft_max) / 3), *json = NULL;
      g_autofree char *was = row->choice ? g_strdup_printf ("\"%s\"", row->old) : g_strdup (number), *is = row->choice ? g_strdup_printf ("\"%s\"", row->choice) : g_strdup (number);
      QnExperiment before = read_one (row->lab, row->choice ? row->parameter : row->old, was), now = read_one (row->lab, row->parameter, is), set, untouched;
      g_autofree char *quoted = g_strdup_printf ("\"%s\"", row->old);

      qn_experiment_init (&untouched, lab);
      g_assert_cmpstr (p->id, ==, row->parameter);
      g_assert_true (qn_experiment_equal (&before, &now));
      g_assert_false (qn_experiment_equal (&before, &untouched));
      qn_experiment_init (&set, lab);
      g_assert_true (qn_experiment_set_text (&set, row->choice ? row->parameter : row->old, row->choice ? row->old : number, NULL));
      g_assert_true (qn_experiment_equal (&set, &now));
      json = qn_experiment_to_json (&before);
      g_assert_null (strstr (json, quoted));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file/round-trip", test_round_trip);
  g_test_add_func ("/file/preset-name", test_preset_name);
  g_test_add_func ("/file/save-and-load", test_save_and_load);
  g_test_add_func ("/file/broken", test_broken);
  g_test_add_func ("/file/huge-and-deep", test_huge_and_deep);
  g_test_add_func ("/file/truncated", test_truncated);
  g_test_add_func ("/file/set-text", test_set_text);
  g_test_add_func ("/file/old-ids", test_old_ids);
  return g_test_run ();
}
