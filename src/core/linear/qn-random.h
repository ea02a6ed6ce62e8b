/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Uniform in [0, 1): xoshiro256++ (D. Blackman & S. Vigna, ACM Trans. Math. Softw. 47, 36 (2021)), its state from splitmix64
 * of (seed, index). Sequence number `index` of a seed is the same on every machine and thread. */
void   qn_random_seed (guint64 rng[4], guint64 seed, guint64 index);
double qn_random      (guint64 rng[4]);

G_END_DECLS
