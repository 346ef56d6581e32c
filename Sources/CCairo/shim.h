#pragma once
#include <cairo.h>
#include <cairo-pdf.h>
#include <errno.h>
#include <fontconfig/fontconfig.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <string.h>

/* g_object_unref takes an untyped pointer that Swift cannot pass without a cast. */
static inline void effleurage_unref(void *object) { g_object_unref(object); }

static inline double effleurage_sine(double angle) { return sin(angle); }
static inline double effleurage_cosine(double angle) { return cos(angle); }

/* PANGO_TYPE_FONT_MAP and its kin are macros that are not imported. */
static inline PangoContext *effleurage_text_context(void) {
  return pango_font_map_create_context(pango_cairo_font_map_get_default());
}

/* How many font files the process knows. */
static inline int effleurage_font_count(void) {
  FcConfig *config = FcConfigGetCurrent();
  FcFontSet *installed = config ? FcConfigGetFonts(config, FcSetSystem) : NULL;
  FcFontSet *added = config ? FcConfigGetFonts(config, FcSetApplication) : NULL;
  return (installed ? installed->nfont : 0) + (added ? added->nfont : 0);
}

/* How many of the added font files lie in a folder and are of a family. */
static inline int effleurage_added_count(const char *folder, const char *family) {
  FcConfig *config = FcConfigGetCurrent();
  FcFontSet *added = config ? FcConfigGetFonts(config, FcSetApplication) : NULL;
  int count = 0;
  for (int index = 0; added && index < added->nfont; index++) {
    FcChar8 *file = NULL, *name = NULL;
    FcPattern *font = added->fonts[index];
    if (FcPatternGetString(font, FC_FILE, 0, &file) != FcResultMatch) continue;
    if (FcPatternGetString(font, FC_FAMILY, 0, &name) != FcResultMatch) continue;
    if (strncmp((const char *)file, folder, strlen(folder)) == 0 &&
        strcmp((const char *)name, family) == 0)
      count++;
  }
  return count;
}

/* Whether a font of exactly this family can be used. */
static inline int effleurage_has_family(const char *family) {
  FcPattern *pattern = FcPatternBuild(NULL, FC_FAMILY, FcTypeString, family, (char *)NULL);
  FcObjectSet *objects = FcObjectSetBuild(FC_FAMILY, (char *)NULL);
  FcFontSet *found = FcFontList(NULL, pattern, objects);
  int count = found ? found->nfont : 0;
  if (found) FcFontSetDestroy(found);
  FcObjectSetDestroy(objects);
  FcPatternDestroy(pattern);
  return count > 0;
}

/* Writes a file beside its destination and renames it, so that it is whole or not there.
   Returns 0 or the error number. */
static inline int effleurage_write_file(
    const char *beside, const char *path, const unsigned char *bytes, size_t count) {
  FILE *file = fopen(beside, "wb");
  if (!file) return errno;
  int failure = 0;
  if (fwrite(bytes, 1, count, file) != count) failure = errno ? errno : EIO;
  if (fclose(file) != 0 && !failure) failure = errno;
  if (!failure && rename(beside, path) != 0) failure = errno;
  if (failure) remove(beside);
  return failure;
}

static inline const char *effleurage_error_text(int number) { return strerror(number); }
