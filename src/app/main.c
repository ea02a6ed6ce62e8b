/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qn-application.h"

int
main (int argc, char **argv)
{
  g_autoptr (QnApplication) application = NULL;

  qn_application_prepare ();
  application = qn_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
