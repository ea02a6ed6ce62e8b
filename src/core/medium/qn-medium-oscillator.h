/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/medium/qn-medium.h"

G_BEGIN_DECLS

/* A harmonic oscillator of frequency w in a Gaussian state, described by the moments of qn-oscillator.h; heat and work are
 * rows on them like on any other state. It has two reservoirs at most, the hot one of which may be squeezed, none fermionic.
 * A reading has its QN_MAX_LADDER lowest levels. */
QnMediumSpec qn_oscillator_spec (void);

G_END_DECLS
