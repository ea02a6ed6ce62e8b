/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>

#include <glib.h>

/* Where every random number of the tests begins: at a seed that is fixed, and printed. Free with g_rand_free(). */
static inline GRand *
test_rand (guint32 seed)
{
  g_test_message ("seed %u", seed);
  return g_rand_new_with_seed (seed);
}

/* The same for what takes the number itself. */
static inline guint64
test_seed (guint64 seed)
{
  g_test_message ("seed %" G_GUINT64_FORMAT, seed);
  return seed;
}

static inline double
uniform (GRand *rand, double low, double high)
{
  return g_rand_double_range (rand, low, high);
}

static inline double
log_uniform (GRand *rand, double low, double high)
{
  return exp (uniform (rand, log (low), log (high)));
}
