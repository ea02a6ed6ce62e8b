/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reference counts by the inline atomics. g_atomic_ref_count_*() are calls into a library
 * that a thread sanitizer has not instrumented: it would miss that the last release comes
 * after all others, and report each free. */

static inline void
qn_count_init (gatomicrefcount *count)
{
  g_atomic_int_set (count, 1);
}

static inline void
qn_count_hold (gatomicrefcount *count)
{
  g_atomic_int_inc (count);
}

/* TRUE: that was the last. */
static inline gboolean
qn_count_release (gatomicrefcount *count)
{
  return g_atomic_int_dec_and_test (count);
}

G_END_DECLS
