/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/linear/qn-types.h"

G_DEFINE_QUARK (qn-core-error-quark, qn_core_error)
