/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/machine/qn-ledger.h"

gboolean
qn_machine_regenerates (const QnMachine *machine)
{
  return machine->regenerator.giving != machine->regenerator.taking;
}

double
qn_regenerator_heat (const QnMachine *machine, double giving, double taking)
{
  return machine->regenerator.quality * MAX (0, MIN (taking, -giving));
}

/* Where entropy was taken, the cold reservoir is the colder one, and there the work ends as heat. */
void
qn_regenerator_book (const QnMachine *machine, QnLedger *ledger)
{
  const QnRegenerator *r = &machine->regenerator;
  double R, taken, sigma, made_up;

  if (!qn_machine_regenerates (machine))
    return;
  R = qn_regenerator_heat (machine, ledger->stroke[r->giving].heat[QN_COLD], ledger->stroke[r->taking].heat[QN_HOT]);
  ledger->heat[QN_HOT] -= R;
  ledger->heat[QN_COLD] += R;
  taken = R / machine->bath[QN_COLD].temperature - R / machine->bath[QN_HOT].temperature; /* negative where the "hot" one is the colder */
  sigma = ledger->entropy_production - taken;
  made_up = CLAMP (0 - sigma, 0, MAX (0, taken));
  ledger->regenerated = R;
  ledger->regenerator_work = machine->bath[QN_COLD].temperature * made_up;
  ledger->entropy_production = sigma + made_up;
}
