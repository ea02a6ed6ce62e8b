/* SPDX-License-Identifier: GPL-3.0-or-later */
in vec2 offset;
uniform float u_radius;  /* pixels */
uniform float u_front;   /* 0: the body, behind the lines; 1: what shines on the glass, before them */
uniform float u_dark;    /* 1 on a dark ground */
uniform vec3 u_ink;      /* the reference hue */
out vec4 colour;

const vec3 light = vec3 (-0.46, 0.62, 0.63);

/* Glass is seen by what it does at its edge: denser there, where the way through it is long. */
vec4
body (vec3 n, float rim)
{
  float shade = 0.5 - 0.5 * dot (n, light);
  float strength = mix (0.15, 0.19, u_dark);
  float density = strength * (0.10 + 0.55 * shade * shade + 1.25 * rim * rim * rim);
  /* Light that went through gathers on the far side. */
  float caustic = pow (max (dot (n, -light), 0.0), 5.0) * mix (0.30, 0.10, u_dark);
  vec3 tint = mix (u_ink, vec3 (1.0), caustic);

  return vec4 (tint * density, density);
}

vec4
shine (vec3 n, float rim)
{
  vec3 half_way = normalize (light + vec3 (0.0, 0.0, 1.0));
  float spot = pow (max (dot (n, half_way), 0.0), 120.0) * mix (0.85, 0.42, u_dark);
  float bloom = pow (max (dot (n, half_way), 0.0), 14.0) * mix (0.30, 0.07, u_dark);
  float edge = pow (rim, 8.0) * mix (0.16, 0.20, u_dark);
  float white = clamp (spot + bloom, 0.0, 1.0);

  return vec4 (vec3 (white) + u_ink * edge * (1.0 - white), white + edge * (1.0 - white));
}

void
main ()
{
  float distance = length (offset);
  float cover = clamp (u_radius - distance + 0.5, 0.0, 1.0);
  float rim = min (distance / u_radius, 1.0);
  vec3 n = vec3 (offset / u_radius, sqrt (max (1.0 - rim * rim, 0.0)));

  if (cover <= 0.0)
    discard;
  colour = (u_front > 0.5 ? shine (n, rim) : body (n, rim)) * cover;
}
