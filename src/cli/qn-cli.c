/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/qn-cli.h"

#include <string.h>

#include "lab/qn-lab.h"
#include "lab/qn-output.h"
#include "plot/qn-payload.h"

/* One line, whatever the message: it may quote a file's text. */
static void
print_error (const char *message)
{
  g_autofree char *line = g_strdup (message);

  g_strdelimit (line, "\n\r", ' ');
  g_printerr ("quench-cli: %s\n", line);
}

QnExit
qn_cli_print (const char *text, gboolean translated)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *local = NULL;
  const char *charset;

  if (translated && !g_get_charset (&charset))
    local = g_convert_with_fallback (text, -1, charset, "UTF-8", "?", NULL, NULL, NULL);
  return qn_output_put ("-", local ? local : text, -1, &error) ? QN_EXIT_OK : qn_cli_fail (error);
}

QnExit
qn_cli_fail (const GError *error)
{
  gboolean input = error->domain == QN_LAB_ERROR || error->domain == G_OPTION_ERROR || error->domain == G_FILE_ERROR || error->domain == QN_PAYLOAD_ERROR;

  print_error (error->message);
  return input ? QN_EXIT_USAGE : QN_EXIT_FAILED;
}

QnExit
qn_cli_usage (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  print_error (message);
  return QN_EXIT_USAGE;
}

void
qn_json_number (GString *out, double value)
{
  char text[QN_NUMBER_SIZE];

  g_string_append (out, *qn_number_text (text, value) ? text : "null");
}

void
qn_json_string (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (; *text; text++)
    {
      if (*text == '"' || *text == '\\')
        g_string_append_c (out, '\\');
      if ((guchar) *text < 0x20)
        g_string_append_printf (out, "\\u%04x", *text);
      else
        g_string_append_c (out, *text);
    }
  g_string_append_c (out, '"');
}

void
qn_json_flatten (char *json)
{
  char *to = json;

  for (const char *from = json; *from;)
    {
      if (*from != '\n')
        {
          *to++ = *from++;
          continue;
        }
      from += 1 + strspn (from + 1, " ");
      if (to > json && to[-1] == ',')
        *to++ = ' ';
    }
  *to = '\0';
}
