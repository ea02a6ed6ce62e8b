/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/qn-payload.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <libxml/xmlreader.h>
#include <png.h>
#include <setjmp.h>

#define DIGEST "sha256:"
#define DIGITS 64
#define LONGEST (1 << 20)

G_DEFINE_QUARK (qn-payload-error-quark, qn_payload_error)

char *
qn_payload_seal (const char *json)
{
  GString *line = g_string_new (NULL);
  g_autofree char *sum = NULL;

  for (const char *p = json; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x10000)
        g_string_append_printf (line, "\\u%04x\\u%04x", 0xd800 + ((c - 0x10000) >> 10), 0xdc00 + ((c - 0x10000) & 0x3ff));
      else if (c >= 0x7f)
        g_string_append_printf (line, "\\u%04x", c);
      else if (c == '\n') /* and the indent after it, as one space */
        {
          g_string_append_c (line, ' ');
          for (; p[1] == ' '; p++)
            ;
        }
      else
        g_string_append_c (line, (char) c);
    }
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, line->str, (gssize) line->len);
  g_string_prepend_c (line, ' ');
  g_string_prepend (line, sum);
  g_string_prepend (line, DIGEST);
  return g_string_free (line, FALSE);
}

static char *
fail (GError **error, const char *text)
{
  g_set_error_literal (error, QN_PAYLOAD_ERROR, 0, text);
  return NULL;
}

static char *
unseal (const char *sealed, gsize *length, GError **error)
{
  g_autofree char *sum = NULL;
  const char *text;

  if (!sealed)
    return fail (error, _ ("It carries no experiment: Quench did not write it, or a program that changed it has left the experiment out."));
  text = sealed + strlen (DIGEST) + DIGITS + 1;
  if (!g_str_has_prefix (sealed, DIGEST) || strlen (sealed) < (gsize) (text - sealed))
    return fail (error, _ ("The experiment that it carries was cut off or changed."));
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  if (strncmp (sum, sealed + strlen (DIGEST), DIGITS) != 0 || text[-1] != ' ')
    return fail (error, _ ("The experiment that it carries was changed after Quench wrote it."));
  *length = strlen (text);
  return g_strdup (text);
}

/* --- PNG --------------------------------------------------------------------- */

typedef struct
{
  const char *data;
  gsize size, at;
} Bytes;

static void
read_bytes (png_structp png, png_bytep to, png_size_t length)
{
  Bytes *bytes = png_get_io_ptr (png);

  if (length > bytes->size - bytes->at)
    png_error (png, "short");
  memcpy (to, bytes->data + bytes->at, length);
  bytes->at += length;
}

static void
be_silent (png_structp png, png_const_charp message)
{
}

static G_NORETURN void
give_up (png_structp png, png_const_charp message)
{
  png_longjmp (png, 1);
}

static char *
in_png (const char *data, gsize size)
{
  png_structp png = png_create_read_struct (PNG_LIBPNG_VER_STRING, NULL, give_up, be_silent);
  png_infop info = png_create_info_struct (png);
  Bytes bytes = { data, size, 0 };
  char *volatile found = NULL;
  png_textp text;
  int n = 0;

  if (setjmp (png_jmpbuf (png)) == 0)
    {
      png_set_chunk_malloc_max (png, LONGEST);
      png_set_chunk_cache_max (png, 100);
      png_set_read_fn (png, &bytes, read_bytes);
      png_read_info (png, info);
      png_get_text (png, info, &text, &n);
      for (int i = 0; i < n && !found; i++)
        if (g_str_equal (text[i].key, QN_PAYLOAD_KEY))
          found = g_strdup (text[i].text);
    }
  png_destroy_read_struct (&png, &info, NULL);
  return found;
}

/* --- SVG --------------------------------------------------------------------- */

static void
ignore_xml_error (void *data, const char *message, xmlParserSeverities severity, xmlTextReaderLocatorPtr at)
{
}

static char *
in_svg (const char *data, gsize size)
{
  xmlTextReaderPtr reader = xmlReaderForMemory (data, (int) size, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  char *found = NULL;

  if (!reader)
    return NULL;
  xmlTextReaderSetErrorHandler (reader, ignore_xml_error, NULL);
  while (!found && xmlTextReaderRead (reader) == 1)
    if (xmlTextReaderNodeType (reader) == XML_READER_TYPE_ELEMENT && !g_strcmp0 ((const char *) xmlTextReaderConstLocalName (reader), "experiment")
        && !g_strcmp0 ((const char *) xmlTextReaderConstNamespaceUri (reader), QN_PAYLOAD_NAMESPACE))
      {
        xmlChar *text = xmlTextReaderReadString (reader);

        found = g_strdup (text ? (const char *) text : "");
        xmlFree (text);
      }
  xmlFreeTextReader (reader);
  return found;
}

/* --- PDF and CSV ------------------------------------------------------------- */

static const char *
find (const char *data, gsize size, const char *key)
{
  gsize length = strlen (key);
  const char *end = data + size, *at = data;

  while (at && (gsize) (end - at) >= length && memcmp (at, key, length) != 0)
    at = memchr (at + 1, *key, (gsize) (end - at) - 1);
  return at && (gsize) (end - at) >= length ? at : NULL;
}

/* A literal string of PDF up to its closing bracket: a backslash before a line's end joins lines, before anything else it stands for that. */
static void
read_literal (GString *text, const char *at, const char *end)
{
  for (; at < end && *at != ')' && text->len < LONGEST; at++)
    if (*at != '\\')
      g_string_append_c (text, *at);
    else if (++at < end && *at != '\n')
      g_string_append_c (text, *at);
}

/* Hexadecimal digits of UTF-16, which Cairo takes where a text has brackets; all of ours is ASCII, so that four digits are a letter. */
static void
read_hexadecimal (GString *text, const char *at, const char *end)
{
  int unit = 0, digits = 0;

  for (; at < end && *at != '>' && text->len < LONGEST; at++)
    if (g_ascii_isxdigit (*at))
      {
        unit = unit << 4 | g_ascii_xdigit_value (*at);
        if (++digits % 4 == 0)
          {
            g_string_append_c (text, unit > 0 && unit < 0x80 ? (char) unit : '?');
            unit = 0;
          }
      }
}

static char *
in_pdf (const char *data, gsize size)
{
  static const char *const keys[] = { "/Keywords (", "/Keywords <FEFF" };
  const char *literal = find (data, size, keys[0]), *hexadecimal = find (data, size, keys[1]);
  GString *text;

  if (!literal && !hexadecimal)
    return NULL;
  text = g_string_new (NULL);
  if (literal)
    read_literal (text, literal + strlen (keys[0]), data + size);
  else
    read_hexadecimal (text, hexadecimal + strlen (keys[1]), data + size);
  return g_string_free (text, FALSE);
}

static char *
in_csv (const char *data, gsize size)
{
  const char *end = data + size;

  for (const char *line = data, *next; line < end && *line == '#'; line = next)
    {
      const char *stop = memchr (line, '\n', (gsize) (end - line));
      gsize length = (gsize) ((stop ? stop : end) - line), key = strlen (QN_PAYLOAD_COMMENT);

      if (length > key && strncmp (line, QN_PAYLOAD_COMMENT, key) == 0)
        return g_strchomp (g_strndup (line + key, length - key));
      next = stop ? stop + 1 : end;
    }
  return NULL;
}

char *
qn_payload_read (const char *data, gsize size, gsize *length, GError **error)
{
  static const struct
  {
    const char *begin;
    char *(*find) (const char *data, gsize size);
  } formats[] = { { "\x89PNG\r\n\x1a\n", in_png }, { "%PDF-", in_pdf }, { "<", in_svg }, { "\xef\xbb\xbf<", in_svg }, { "#", in_csv } };

  if (size > QN_LONGEST_PICTURE)
    return fail (error, _ ("It is larger than 64 MB, the limit for a picture."));
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (size >= strlen (formats[i].begin) && memcmp (data, formats[i].begin, strlen (formats[i].begin)) == 0)
      {
        g_autofree char *sealed = formats[i].find (data, size);

        return unseal (sealed, length, error);
      }
  *length = size;
  return g_strndup (data ? data : "", size);
}
