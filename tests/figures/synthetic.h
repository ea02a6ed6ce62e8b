/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sim/qn-snapshot-new.h"

G_BEGIN_DECLS

/* Snapshots made by formula, without the solver: an Otto cycle of a medium whose
 * populations relax exponentially on the contacts and stand still on the drives.
 * They put every figure into states a solver would take long to be led to. */

typedef enum
{
  TEST_ENGINE,
  TEST_REFRIGERATOR,
  TEST_ACCELERATOR,
  TEST_HEATER,        /* extra heat made on the drives */
  TEST_IDLE,
  TEST_TILTED,        /* engine with coherence: energy axis off the poles, spiralling Bloch vector */
  TEST_INVERTED,      /* engine whose medium has no effective temperature for part of the cycle */
  TEST_LADDER,        /* eight levels, close together */
  TEST_SMALL,         /* engine with a very thin loop */
  TEST_NEAR_CARNOT,   /* all limits and the value close together */
  TEST_OSCILLATOR,    /* Gaussian and squeezed, the narrow axis turning */
  TEST_N_KINDS,
} TestKind;

const char *test_kind_name (TestKind kind);

/* The kind itself, or, for a figure that shows one medium alone, one of that medium. */
TestKind test_kind_for (const char *figure, TestKind kind);

/* `position` 0..1 of the cycle; `history` closed cycles before it; 0 and 0: nothing ran. */
QnSnapshot *test_snapshot_new (TestKind kind, double position, int history);

G_END_DECLS
