import { LineIndex } from "../../text/lines";
import type { ExchangeReport } from "./exchange-report";

export { escapeXml } from "../../text/escape-xml";

/** In UTF-16 code units; a codebook of 100,000 codes with descriptions fits. */
const MAX_LENGTH = 16_000_000;
/** How deep elements may nest; a codebook has a handful of levels. */
const MAX_NESTING = 100;

export interface XmlElement {
  /** Local name: tools disagree about namespaces. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text directly inside. */
  readonly text: string;
  /** One-based. */
  readonly line: number;
}

type RawNode = Readonly<Record<string | symbol, unknown>>;

interface XmlLibrary {
  readonly XMLValidator: { validate(xml: string): true | { err: { msg: string; line: number; col: number } } };
  readonly XMLParser: {
    new (options: object): { parse(xml: string): unknown };
    getMetaDataSymbol(): symbol;
  };
}

/** Required where it is first needed (see `compromise.ts`). */
function loadXml(): XmlLibrary {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require("fast-xml-parser") as XmlLibrary;
}

/**
 * The root element of an XML text; nothing where the report holds an error. Document types are refused: with them a small
 * file can stand for gigabytes or ask for other files.
 */
export function readXml(source: string, report: ExchangeReport): XmlElement | undefined {
  if (source.length > MAX_LENGTH) {
    const message = `The file is larger than ${MAX_LENGTH / 1e6} MB; import a part of it.`;
    report.problem("error", "exchange.too-large", message, 1, 1);
    return undefined;
  }
  const lines = new LineIndex(source);
  const forbidden = /<!(?:DOCTYPE|ENTITY)/i.exec(source);
  if (forbidden !== null) {
    const { line, column } = lines.locate(forbidden.index);
    const message = "Document types and entities are refused, for they can make a file boundless; remove them.";
    report.problem("error", "exchange.xml-doctype", message, line, column);
    return undefined;
  }
  const { XMLParser, XMLValidator } = loadXml();
  const deep = tooDeepAt(source);
  if (deep !== undefined) {
    const { line, column } = lines.locate(deep);
    report.problem("error", "exchange.too-deep", `Elements nest more than ${MAX_NESTING} deep.`, line, column);
    return undefined;
  }
  const valid = XMLValidator.validate(source);
  if (valid !== true) {
    report.problem("error", "exchange.xml", `This is not valid XML: ${valid.err.msg}`, valid.err.line, valid.err.col);
    return undefined;
  }
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: "",
    removeNSPrefix: true,
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    processEntities: false,
    captureMetaData: true,
    ignoreDeclaration: true,
    ignorePiTags: true,
    maxNestedTags: MAX_NESTING + 1,
  });
  const place = XMLParser.getMetaDataSymbol();
  let nodes: RawNode[];
  try {
    nodes = parser.parse(source) as RawNode[];
  } catch (error) {
    // The validator lets a few things pass that the parser does not, and the parser has no places.
    const reason = error instanceof Error ? error.message : String(error);
    report.problem("error", "exchange.xml", `This is not valid XML: ${reason}`, 1);
    return undefined;
  }
  const roots = elementsOf(nodes, place, lines);
  if (roots[0] === undefined) report.problem("error", "exchange.xml", "The file holds no XML element.", 1);
  return roots[0];
}

/** Where elements first nest too deep; both parsers keep a stack, so this is asked before either runs. */
function tooDeepAt(source: string): number | undefined {
  let depth = 0;
  for (const tag of source.matchAll(/<(\/?)[A-Za-z_][^<>]*?(\/?)>/g)) {
    if (tag[1] === "/") depth--;
    else if (tag[2] !== "/" && ++depth > MAX_NESTING) return tag.index;
  }
  return undefined;
}

function elementsOf(nodes: readonly RawNode[], place: symbol, lines: LineIndex): XmlElement[] {
  return nodes.flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ":@" && key !== "#text");
    if (name === undefined) return [];
    const children = node[name] as readonly RawNode[];
    const { startIndex = 0 } = (node[place] ?? {}) as { startIndex?: number };
    const attributes = Object.entries((node[":@"] ?? {}) as Record<string, string>);
    return [
      {
        name,
        attributes: Object.fromEntries(attributes.map(([key, value]) => [key, decoded(value)])),
        children: elementsOf(children, place, lines),
        text: decoded(children.map((child) => (typeof child["#text"] === "string" ? child["#text"] : "")).join("")),
        line: lines.locate(startIndex).line,
      },
    ];
  });
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** The five entities of XML and character references; nothing else can be defined without a document type. */
function decoded(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const point = hex === undefined ? Number(decimal) : parseInt(hex, 16);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : "";
    },
  );
}
