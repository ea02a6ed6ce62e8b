/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/machine/qn-machine.h"

G_BEGIN_DECLS

typedef struct
{
  double duration;
  double heat[QN_MAX_BATHS];
  double work_output;
  double energy_start, energy_end;
  double entropy_start, entropy_end;
  double population_end[QN_MAX_LEVELS];
  double bloch_end[3];
  double friction_work; /* W_in - sum_n P_n(start) dE_n on an isolated drive; 0 elsewhere */
  double drive_cost;    /* (1/tau) int ||H_CD||_F dt; 0 without H_CD; NaN where tau = 0 with H_CD asked for */
} QnStrokeLedger;

/* The ledger of one cycle. */
typedef struct
{
  int n_strokes, n_levels, n_baths;
  QnStrokeLedger stroke[QN_MAX_STROKES];
  double period;
  double heat[QN_MAX_BATHS];
  double work_output;
  double bare_heat[QN_MAX_BATHS], bare_work_output, bare_entropy_production; /* by the bare energy: qn-parts.h; elsewhere as above */
  double drive_work;     /* work output of the strokes whose control moves without a bath */
  double friction_work;
  double drive_cost;
  double entropy_production;   /* Delta S_medium - sum_k Q_k/T_k over the cycle */
  double residual_first_law;   /* E_end - E_start - sum_k Q_k + W, heat and work being accumulated apart */
  double residual_trace;       /* largest |Tr rho - 1| at the ends of the strokes */
  double residual_limit_cycle; /* largest |x_end - x_start| over coordinates of rho */
  double min_eigenvalue;       /* smallest eigenvalue of rho at the ends of the strokes */
  double energy_scale;         /* largest |level| met: tolerances are relative to it */
  double secular_ratio;        /* least distance of Bohr frequencies over the fastest rate, over all contacts (their ends and
                                * middle); below about 1 the secular approximation of the generator is doubtful */
  double regenerated, regenerator_work; /* heat that went by way of the regenerator, already in heat[], and what that cost */
  gboolean unique;             /* FALSE: not ergodic; the state is the time average of the orbit from the start state */
} QnLedger;

/* A regenerator stores heat of one stroke for another: X. L. Huang, X. Y. Niu, X. M. Xiu & X. X. Yi, Eur. Phys. J. D 68 (2014) 32.
 * Of the heat that the stroke `giving` gives to the cold reservoir it keeps
 *   R = quality max (0, min (Q_taking, -Q_giving))
 * for the stroke `taking`, which draws that much less from the hot one. The ledgers of the strokes stay as the medium sees them.
 * Storing heat that the medium gives at falling temperature and returning it at rising temperature can ask for entropy
 * to vanish; work w that ends as heat in the colder reservoir makes up w/T_c of it. The least work is T_c max (0, -Sigma) with the
 * entropy production Sigma of the heats after regeneration, and pays for nothing but what the regenerator itself took,
 * R (1/T_c - 1/T_h): a second law that the medium's own ledger breaks stays broken. */

gboolean qn_machine_regenerates (const QnMachine *machine);

/* R, given the heats of both strokes into the medium; 0 without a regenerator. */
double qn_regenerator_heat (const QnMachine *machine, double giving, double taking);

/* Changes the ledger of a whole cycle that the medium alone would have into the machine's. */
void qn_regenerator_book (const QnMachine *machine, QnLedger *ledger);

G_END_DECLS
