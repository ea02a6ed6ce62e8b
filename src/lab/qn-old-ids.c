/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lab/qn-old-ids.h"

const QnOldId qn_old_ids[] = {
  { "battery", "bath.coupling", "hot.coupling" },
  { "battery", "bath.temperature", "hot.temperature" },
  { "demon", "bath.coupling", "hot.coupling" },
  { "demon", "bath.temperature", "hot.temperature" },
  { "demon", "demon.duration", "stroke.hot" },
  { "demon", "demon.gap", "spacing.hot" },
  { "equilibrium", "medium.kind", "pair", "two-qubits" },
  { "fluctuations", "medium.kind", "pair", "exchange" },
  { "fluctuations", "stroke.contact", "stroke.hot" },
  { "second-law", "environment.spacing", "spacing.cold" },
  { "second-law", "environment.temperature", "cold.temperature" },
  { "second-law", "system.spacing", "spacing.hot" },
  { "second-law", "system.temperature", "hot.temperature" },
  { "thermometry", "bath.coupling", "hot.coupling" },
  { "thermometry", "bath.temperature", "hot.temperature" },
  { "thermometry", "probe.spacing", "spacing.hot" },
  { "thermometry", "stroke.contact", "stroke.hot" },
  { NULL },
};

const char *
qn_old_parameter (const char *lab, const char *id)
{
  for (const QnOldId *row = qn_old_ids; row->lab; row++)
    if (!row->choice && g_str_equal (row->lab, lab) && g_str_equal (row->old, id))
      return row->parameter;
  return NULL;
}

const char *
qn_old_choice (const char *lab, const char *parameter, const char *id)
{
  for (const QnOldId *row = qn_old_ids; row->lab; row++)
    if (row->choice && g_str_equal (row->lab, lab) && g_str_equal (row->parameter, parameter) && g_str_equal (row->old, id))
      return row->choice;
  return NULL;
}
