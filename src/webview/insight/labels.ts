/** Like the stylesheet's font of plots, in CSS pixels. */
const FONT = "12px system-ui, sans-serif";

let pen: CanvasRenderingContext2D | null | undefined;

/** How wide a text is in a plot, in CSS pixels. */
export function textWidth(text: string): number {
  if (pen === undefined) {
    pen = document.createElement("canvas").getContext("2d");
    if (pen !== null) pen.font = FONT;
  }
  return pen?.measureText(text).width ?? text.length * 7;
}

/** A text that is at most `width` pixels wide, cut with an ellipsis where it is longer. */
export function shorten(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let cut = Math.max(1, Math.floor((text.length * width) / textWidth(text)) - 1);
  while (cut > 1 && textWidth(`${text.slice(0, cut)}…`) > width) cut--;
  return `${text.slice(0, cut).trimEnd()}…`;
}

/** The room that the longest of some labels needs, within bounds. */
export function labelRoom(labels: readonly string[], most: number): number {
  return Math.min(most, Math.max(40, ...labels.map(textWidth)) + 12);
}

/** The name of a document without its folders. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
