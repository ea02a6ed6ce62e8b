/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "core/linear/qn-types.h"

G_BEGIN_DECLS

/* Which medium a machine has, a plain value: copy it with =, share it between threads. The header of each medium makes one,
 * such as qn_qubit_spec(); what a medium does stands in its class, qn-medium-class.h. */

typedef struct _QnMediumClass QnMediumClass;

typedef struct
{
  const QnMediumClass *klass;      /* NULL: no medium */
  _Alignas (double) char own[104]; /* the parameters of this class, in a struct that only its own files read */
} QnMediumSpec;

/* For the files of a medium: a copy of `own`, a plain struct of `size` bytes. */
static inline QnMediumSpec
qn_medium_spec (const QnMediumClass *klass, const void *own, gsize size)
{
  QnMediumSpec spec = { .klass = klass };

  g_assert (size <= sizeof spec.own);
  memcpy (spec.own, own, size);
  return spec;
}

/* The same read back. */
static inline const void *
qn_medium_spec_own (const QnMediumSpec *spec)
{
  return spec->own;
}

G_END_DECLS
