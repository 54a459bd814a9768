import { svgElement } from "../shared/dom";

/**
 * The fills that tell facets apart without colour: actors plain, infrastructure hatched, sovereignty dotted. The stylesheet
 * names them; an exported plot takes a copy along.
 */
export function facetPatterns(): SVGDefsElement {
  return svgElement(
    "defs",
    {},
    pattern("infrastructure", "5", svgElement("path", { d: "M-1,1 l2,-2 M0,5 l5,-5 M4,6 l2,-2" })),
    pattern("sovereignty", "4", svgElement("circle", { cx: "2", cy: "2", r: "1.2" })),
  );
}

function pattern(facet: string, size: string, ink: SVGElement): SVGPatternElement {
  ink.setAttribute("class", `ink ${facet}`);
  const ground = svgElement("rect", { width: size, height: size, class: `ground ${facet}` });
  const attributes = { id: `pattern-${facet}`, width: size, height: size, patternUnits: "userSpaceOnUse" };
  return svgElement("pattern", attributes, ground, ink);
}
