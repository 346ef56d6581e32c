#pragma once
#include <cairo.h>
#include <cairo-pdf.h>
#include <pango/pangocairo.h>

/* g_object_unref takes an untyped pointer that Swift cannot pass without a cast. */
static inline void effleurage_unref(void *object) { g_object_unref(object); }
