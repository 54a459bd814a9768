import type { ExchangeReport } from "./exchange-report";
import { type GraphFilter, RdfGraph, type RdfTerm, TOO_MANY_STATEMENTS } from "./rdf";

/** Characters handed to the parser at a time, so that it never holds the tokens of the whole file. */
const CHUNK = 65_536;
/** How many brackets may be open at once; thesauri have two or three. */
const MAX_NESTING = 256;

interface N3Term {
  readonly termType: string;
  readonly value: string;
  readonly language?: string;
  readonly datatype?: { readonly value: string };
}

interface N3Quad {
  readonly subject: N3Term;
  readonly predicate: N3Term;
  readonly object: N3Term;
}

interface N3Token {
  readonly type: string;
  readonly line: number;
}

interface ChunkSource {
  on(event: string, listener: (chunk: string) => void): void;
}

interface N3Parser {
  parse(
    input: ChunkSource,
    callbacks: {
      onQuad(error: (Error & { context?: { line?: number } }) | null, quad: N3Quad | null): void;
      onToken(token: N3Token): void;
    },
  ): void;
}

/** Stops the parser from inside its callbacks. */
class Stop extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** The Turtle parser alone, without n3's stores and streams; required where it is first needed (see `compromise.ts`). */
function loadParser(): new (options: object) => N3Parser {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return (require("n3/lib/N3Parser") as { default: new (options: object) => N3Parser }).default;
}

/** Reads Turtle (https://www.w3.org/TR/turtle/), N-Triples included; nothing where the report holds an error. */
export function readTurtle(source: string, filter: GraphFilter, report: ExchangeReport): RdfGraph | undefined {
  const graph = new RdfGraph();
  const place = new TokenPlace();
  try {
    const Parser = loadParser();
    new Parser({ format: "text/turtle", baseIRI: "urn:healthgeo:document" }).parse(chunksOf(source), {
      onToken: (token) => place.pass(token),
      onQuad(error, quad) {
        if (error !== null) throw error;
        if (quad !== null) addQuad(graph, quad, place.statement, filter);
      },
    });
  } catch (error) {
    const { code, message } =
      error instanceof Stop ? error : { code: "exchange.turtle", message: syntaxMessage(error) };
    report.problem("error", code, message, lineOfError(error) ?? place.line);
    return undefined;
  }
  return graph;
}

/** Follows the tokens: at which line they are, and at which the current statement began. */
class TokenPlace {
  line = 1;
  statement = 1;
  #isNew = true;
  #depth = 0;

  pass({ type, line }: N3Token): void {
    this.line = line;
    if (this.#isNew) this.statement = line;
    this.#isNew = type === "." && this.#depth === 0;
    if (type === "[" || type === "(") this.#depth++;
    else if (type === "]" || type === ")") this.#depth = Math.max(0, this.#depth - 1);
    if (this.#depth > MAX_NESTING) {
      throw new Stop("exchange.too-deep", `Brackets nest more than ${MAX_NESTING} deep; this is no thesaurus.`);
    }
  }
}

/** The source as the stream that the parser reads piece by piece, all within the call. */
function chunksOf(source: string): ChunkSource {
  return {
    on(event, listener) {
      if (event === "data") for (let at = 0; at < source.length;) at = pass(source, at, listener);
      if (event === "end") listener("");
    },
  };
}

function pass(source: string, at: number, listener: (chunk: string) => void): number {
  let end = Math.min(source.length, at + CHUNK);
  // A surrogate pair stays in one piece.
  if (end < source.length && (source.charCodeAt(end - 1) & 0xfc00) === 0xd800) end++;
  listener(source.slice(at, end));
  return end;
}

function addQuad(graph: RdfGraph, { subject, predicate, object }: N3Quad, line: number, filter: GraphFilter): void {
  if (!isResource(subject)) return;
  if (!filter.keeps(predicate.value)) {
    filter.onForeign(predicate.value, line);
    return;
  }
  if (graph.isFull) throw new Stop("exchange.too-large", TOO_MANY_STATEMENTS);
  const value = termOf(object);
  if (value !== undefined) graph.add(nameOf(subject), predicate.value, value, line);
}

function isResource({ termType }: N3Term): boolean {
  return termType === "NamedNode" || termType === "BlankNode";
}

function nameOf({ termType, value }: N3Term): string {
  return termType === "BlankNode" ? `_:${value}` : value;
}

function termOf(term: N3Term): RdfTerm | undefined {
  if (isResource(term)) return { iri: nameOf(term) };
  if (term.termType !== "Literal") return undefined;
  const { value, language = "", datatype } = term;
  return language === "" ? { text: value, datatype: datatype?.value } : { text: value, language };
}

function syntaxMessage(error: unknown): string {
  const reason = error instanceof Error ? error.message.replace(/\s+on line \d+\.?$/, "") : String(error);
  return `This is not valid Turtle: ${reason}.`;
}

function lineOfError(error: unknown): number | undefined {
  const context =
    error instanceof Error && "context" in error ? (error.context as { line?: number } | undefined) : undefined;
  return context?.line;
}
