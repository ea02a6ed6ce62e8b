/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/linear/qn-types.h"

G_DEFINE_QUARK (qn-core-error-quark, qn_core_error)

gboolean
qn_core_check (gboolean good, const char *what, double value, const char *allowed, GError **error)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (good)
    return TRUE;
  g_set_error (error, QN_CORE_ERROR, QN_CORE_ERROR_INVALID, "%s: %s is not allowed; allowed: %s", what,
               g_ascii_dtostr (text, sizeof text, value), allowed);
  return FALSE;
}
