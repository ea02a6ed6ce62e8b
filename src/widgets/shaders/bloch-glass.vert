/* SPDX-License-Identifier: GPL-3.0-or-later */
in vec2 corner;          /* -1..1 */
uniform vec2 u_size;     /* of the area, pixels */
uniform vec2 u_centre;   /* of the sphere, pixels, y down */
uniform float u_reach;   /* half side of the square drawn, pixels */
out vec2 offset;         /* from the centre, pixels, y up */

void
main ()
{
  vec2 place = u_centre + vec2 (corner.x, -corner.y) * u_reach;

  offset = corner * u_reach;
  gl_Position = vec4 (place.x / u_size.x * 2.0 - 1.0, 1.0 - place.y / u_size.y * 2.0, 0.0, 1.0);
}
