import { svgElement } from "../shared/dom";
import { facetPatterns } from "./patterns";

/** What the stylesheet may say of a plot's elements. An image stands alone, so it says it of each element itself. */
const PROPERTIES = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-opacity",
  "stroke-width",
  "stroke-dasharray",
  "paint-order",
  "font-family",
  "font-size",
  "text-anchor",
] as const;

/** Larger than on the screen, so that a printed page is sharp. */
const PNG_SCALE = 2;
const PADDING = 16;

/** A plot as an SVG document of its own, in the colours that the screen shows. */
export function svgSource(plot: SVGSVGElement, title: string): string {
  const { width, height } = sizeOf(plot);
  const copy = plot.cloneNode(true) as SVGSVGElement;
  copyStyles(plot, copy);
  const defs = facetPatterns();
  // Only what is in the page has styles to copy.
  plot.append(defs);
  const styled = defs.cloneNode(true) as SVGDefsElement;
  copyStyles(defs, styled);
  defs.remove();
  const ground = svgElement("rect", {
    x: String(-PADDING),
    y: String(-PADDING),
    width: String(width + 2 * PADDING),
    height: String(height + 2 * PADDING),
    fill: getComputedStyle(document.body).backgroundColor,
  });
  const name = svgElement("title");
  name.textContent = title;
  copy.prepend(name, styled, ground);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("viewBox", `${-PADDING} ${-PADDING} ${width + 2 * PADDING} ${height + 2 * PADDING}`);
  copy.setAttribute("width", String(width + 2 * PADDING));
  copy.setAttribute("height", String(height + 2 * PADDING));
  for (const each of copy.querySelectorAll("[tabindex]"))
    for (const name of ["tabindex", "role"]) each.removeAttribute(name);
  return new XMLSerializer().serializeToString(copy);
}

/**
 * The same as a PNG image.
 *
 * @throws {Error} when the browser cannot draw it
 */
export async function pngBytes(source: string): Promise<Uint8Array> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width * PNG_SCALE;
  canvas.height = image.height * PNG_SCALE;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, "image/png");
  });
  if (blob === null) throw new Error("The browser could not turn the plot into a PNG image.");
  return new Uint8Array(await blob.arrayBuffer());
}

function copyStyles(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const property of PROPERTIES) {
    const value = style.getPropertyValue(property);
    if (value !== "") to.setAttribute(property, value);
  }
  to.removeAttribute("class");
  for (const [i, child] of [...from.children].entries()) copyStyles(child, to.children[i]!);
}

function sizeOf(plot: SVGSVGElement): { width: number; height: number } {
  return { width: plot.width.baseVal.value, height: plot.height.baseVal.value };
}
