/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sim/qn-snapshot.h"

G_BEGIN_DECLS

/* Gibbs populations of the present levels into p[n_levels]; FALSE where no temperature serves. */
gboolean qn_thermal_populations (const QnSnapshot *snapshot, double temperature, double *p);

G_END_DECLS
