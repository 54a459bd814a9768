/** A part of a picture, in CSS pixels from its upper left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A node that wants a label; coordinates are those of its middle, in CSS pixels from the upper left corner of the picture. */
export interface LabelledNode {
  readonly id: string;
  /** In one line. */
  readonly text: string;
  /** Who has more goes first. */
  readonly weight: number;
  readonly x: number;
  readonly y: number;
}

/** Where the label of a node stands, as SVG writes it: `x` by its anchor, `y` of its baseline. */
export interface LabelPlace {
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  /** What the label covers, at the most. */
  readonly box: Box;
  /** False where all places around the node are taken: then this is where it would disturb least. */
  readonly isShown: boolean;
}

export interface LabelLayoutOptions {
  /** Of the picture, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Of the nodes, in CSS pixels. */
  readonly radius: number;
}

/** The size that labels are written in, in CSS pixels. */
export const LABEL_SIZE = 12;
/** Of a line: above and below its baseline, as fonts for screens have it at most. */
const [ASCENT, DESCENT] = [12, 3];
/** Between node and label. */
const GAP = 3;

/**
 * Places labels around their nodes: below, above, beside or askew, wherever one covers no node and no label. Those of most weight
 * choose first; who finds no place is hidden. The result hangs on the nodes alone, not on their order; it has the order given.
 */
export function placeLabels(nodes: readonly LabelledNode[], options: LabelLayoutOptions): LabelPlace[] {
  const taken = nodes.map((node) => around(node, options.radius));
  const shown = new Map<LabelledNode, LabelPlace>();
  for (const node of [...nodes].sort(byWeight)) {
    const free = placesOf(node, options).find(({ box }) => !taken.some((other) => overlap(box, other)));
    if (free === undefined) continue;
    taken.push(free.box);
    shown.set(node, free);
  }
  return nodes.map((node) => shown.get(node) ?? leastDisturbing(placesOf(node, options), taken));
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function byWeight(a: LabelledNode, b: LabelledNode): number {
  return b.weight - a.weight || (a.id < b.id ? -1 : Number(a.id > b.id));
}

function around({ x, y }: LabelledNode, radius: number): Box {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
}

function isInside({ left, top, right, bottom }: Box, { width, height }: LabelLayoutOptions): boolean {
  return left >= 0 && top >= 0 && right <= width && bottom <= height;
}

/** The places around a node that the picture has room for, the best first; where there is none, below it. */
function placesOf({ text, x, y }: LabelledNode, options: LabelLayoutOptions): LabelPlace[] {
  const { radius } = options;
  const [below, above] = [y + radius + GAP + ASCENT, y - radius - GAP - DESCENT];
  const beside = y + (ASCENT - DESCENT) / 2;
  const [low, high] = [beside + ASCENT - DESCENT, beside - ASCENT + DESCENT];
  const [right, left] = [x + radius + GAP, x - radius - GAP];
  const width = widthOf(text);
  const baselines: readonly (readonly [x: number, y: number, anchor: LabelPlace["anchor"]])[] = [
    [x, below, "middle"],
    [x, above, "middle"],
    [right, beside, "start"],
    [left, beside, "end"],
    [x - radius, below, "start"],
    [x + radius, below, "end"],
    [x - radius, above, "start"],
    [x + radius, above, "end"],
    [right, low, "start"],
    [left, low, "end"],
    [right, high, "start"],
    [left, high, "end"],
  ];
  const places = baselines.map(([at, baseline, anchor]) => placeAt(at, baseline, anchor, width));
  const inside = places.filter(({ box }) => isInside(box, options));
  return inside.length === 0 ? places.slice(0, 1) : inside;
}

function placeAt(x: number, y: number, anchor: LabelPlace["anchor"], width: number): LabelPlace {
  const left = anchor === "start" ? x : x - (anchor === "middle" ? width / 2 : width);
  return { x, y, anchor, box: { left, top: y - ASCENT, right: left + width, bottom: y + DESCENT }, isShown: true };
}

/** Of places that are all taken the one that covers fewest nodes and labels. */
function leastDisturbing(places: readonly LabelPlace[], taken: readonly Box[]): LabelPlace {
  const covered = ({ box }: LabelPlace) => taken.filter((other) => overlap(box, other)).length;
  return { ...places.reduce((a, b) => (covered(b) < covered(a) ? b : a)), isShown: false };
}

/** Widths of letters in parts of the size of the font, those of a wide font; most are narrower, so no text is wider than said. */
const NARROW = /[ijlI.,:;'’|!()[\]/\\ fJrt-]/u;
const WIDE = /[mwMW@%&…—]/u;
const CAPITAL = /\p{Lu}/u;
const WIDTHS = { narrow: 0.42, letter: 0.64, capital: 0.79, wide: 1, picture: 1.4 };

/** How wide a text is at most, in CSS pixels; there is no page to measure it in. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text.normalize("NFD").replace(/\p{M}/gu, "")) width += widthOfCharacter(character);
  return Math.ceil(width * LABEL_SIZE);
}

function widthOfCharacter(character: string): number {
  if (character.length > 1) return WIDTHS.picture;
  if (NARROW.test(character)) return WIDTHS.narrow;
  if (WIDE.test(character) || character > "\u024f") return WIDTHS.wide;
  return CAPITAL.test(character) ? WIDTHS.capital : WIDTHS.letter;
}
