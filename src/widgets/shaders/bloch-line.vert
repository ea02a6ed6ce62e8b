/* SPDX-License-Identifier: GPL-3.0-or-later */
in vec2 place;           /* pixels, y down */
in vec4 tint;            /* premultiplied */
in vec4 edge;            /* distances to up to three edges, pixels; w > 0: a disc of radius w around edge.xy = 0 */
in vec3 dash;            /* way along the line, length of a dash, period; period 0: solid */
uniform vec2 u_size;
out vec4 v_tint;
out vec4 v_edge;
out vec3 v_dash;

void
main ()
{
  v_tint = tint;
  v_edge = edge;
  v_dash = dash;
  gl_Position = vec4 (place.x / u_size.x * 2.0 - 1.0, 1.0 - place.y / u_size.y * 2.0, 0.0, 1.0);
}
