import { plot, type PlotOptions } from "@observablehq/plot";

/**
 * Draws a plot as one SVG element that our stylesheet styles. The style element that Plot adds goes, for the content security
 * policy allows none; what is in it is in `insight.css`.
 */
export function drawPlot(options: PlotOptions, label: string): SVGSVGElement {
  const drawn = plot({ ...options, className: "plot", figure: false }) as SVGSVGElement;
  drawn.querySelector("style")?.remove();
  // Marks have names of their own; the names that Plot gives to groups stand on elements without a role.
  for (const group of drawn.querySelectorAll("g[aria-label]")) {
    group.removeAttribute("aria-label");
    group.removeAttribute("aria-description");
    if (group.querySelector(".mark") === null) group.setAttribute("aria-hidden", "true");
  }
  drawn.setAttribute("role", "group");
  drawn.setAttribute("aria-label", label);
  return drawn;
}
