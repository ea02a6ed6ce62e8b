/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lab/qn-grid.h"

G_BEGIN_DECLS

/* Coarse to fine: a grid that knows more places than `grid`, all of whose points are known; NULL: it is fine enough. Where it goes on
 * depends on `grid` alone.
 *
 * Of curves first twice as many places; then those between which a curve bends by more than
 * QN_GRID_BEND of its range, or the mode changes, QN_GRID_LINE_MOST at most. Of a map twice as many each way, up to
 * QN_GRID_MAP_MOST. */
QnGrid *qn_grid_refined (const QnGrid *grid);

#define QN_GRID_LINE_FIRST 33
#define QN_GRID_LINE_MOST 300
#define QN_GRID_BEND 0.004
#define QN_GRID_CURVES 5 /* of a family */
#define QN_GRID_MAP_FIRST 17
#define QN_GRID_MAP_MOST 129

/* Fills grid->table, before the grid is shared. Of curves: its rows, one block each from grid->block[row] on: places along x, the row's
 * place, the values; between two places where the mode changes or a value jumps stands a row of NaN. Of a map that has power and
 * efficiency: the points of an engine than which no other has more of both, efficiency rising. */
void qn_grid_tabulate (QnGrid *grid);

G_END_DECLS
