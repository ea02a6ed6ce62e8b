/* SPDX-License-Identifier: GPL-3.0-or-later */
in vec4 v_tint;
in vec4 v_edge;
in vec3 v_dash;
out vec4 colour;

void
main ()
{
  float inside = v_edge.w > 0.0 ? v_edge.w - length (v_edge.xy) : min (min (v_edge.x, v_edge.y), v_edge.z);
  float cover = clamp (inside + 0.5, 0.0, 1.0);

  if (v_dash.z > 0.0)
    {
      float along = mod (v_dash.x, v_dash.z);
      float within = min (along, v_dash.y - along);

      cover *= clamp (max (within, along - v_dash.z + 0.5) + 0.5, 0.0, 1.0);
    }
  colour = v_tint * cover;
}
