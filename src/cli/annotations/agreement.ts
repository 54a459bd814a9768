import { join } from "node:path";
import {
  agreement,
  type Agreement,
  type AnnotatedDocument,
  annotatorsOf,
  createTagger,
  type Decision,
  formatOfPath,
  formatProblem,
  type Tagger,
  UNIT_KINDS,
  type UnitKind,
} from "../../core";
import { commandWithOptions, EXIT, type Output, UsageError } from "../command";
import { readText } from "../files";
import { loadTaxonomy, TAXONOMY_HELP, TAXONOMY_OPTIONS } from "../taxonomy-options";
import { agreementTable } from "./agreement-table";
import { type DocumentLedger, ledgersOf } from "./workspace-ledgers";

const HELP = `Usage: healthgeo annotations agreement [options] PATH...

Prints how far annotators agree: percent agreement, Cohen's kappa, Krippendorff's alpha for nominal values and for unitizing,
and F1 of spans by exact span and by overlap, all with classes, for each pair of annotators over the documents on which both
decided something; and alpha for all together. PATH is a workspace folder, a folder of ledgers or a ledger. Ledgers of one
document from several paths count as one, so copies of a workspace can be compared. Curated decisions count for nobody.
A figure that is not defined, such as kappa where all values are the same, is a dash, or null in JSON.

Options:
  --documents DIR    the folder of the documents; otherwise the workspace folder of each ledger
  --units KIND       what percent agreement, kappa and alpha are about:
                     shared  spans that both decided on (the default)
                     any     spans that somebody decided on; silence means that there is no mention
                     text    every UTF-16 code unit of the documents
  --by class         the figures of each class against everything else, too
  --json             all figures as one JSON object
${TAXONOMY_HELP}
`;

const OPTIONS = {
  ...TAXONOMY_OPTIONS,
  documents: { type: "string" },
  units: { type: "string" },
  by: { type: "string" },
  json: { type: "boolean" },
} as const;

export const agreementCommand = commandWithOptions({
  path: "annotations agreement",
  summary: "measure how far annotators agree",
  help: HELP,
  options: OPTIONS,
  async run({ values, positionals }, output) {
    if (positionals.length === 0) {
      throw new UsageError('No workspace and no ledger named. See "healthgeo annotations agreement --help".');
    }
    const units = checkedUnits(values.units);
    const byClass = checkedBy(values.by);
    const ledgers = (await Promise.all(positionals.map(ledgersOf))).flat();
    const tagger = createTagger(await loadTaxonomy(values, output));
    const figures = agreement(await annotatedDocuments(ledgers, values.documents, tagger, output), units);
    await output.data(values.json === true ? toJson(figures) : agreementTable(figures, byClass));
    return EXIT.ok;
  },
});

function checkedUnits(written = "shared"): UnitKind {
  const kind = UNIT_KINDS.find((each) => each === written);
  if (kind !== undefined) return kind;
  throw new UsageError(`"${written}" is no kind of units; use one of ${UNIT_KINDS.join(", ")}.`);
}

function checkedBy(written: string | undefined): boolean {
  if (written === undefined || written === "class") return written === "class";
  throw new UsageError(`--by takes "class", not "${written}".`);
}

async function annotatedDocuments(
  ledgers: readonly DocumentLedger[],
  folder: string | undefined,
  tagger: Tagger,
  output: Output,
): Promise<AnnotatedDocument[]> {
  for (const problem of ledgers.flatMap(({ ledger }) => ledger.problems)) output.message(formatProblem(problem));
  const names = [...new Set(ledgers.map(({ document }) => document))].sort();
  const documents = await Promise.all(
    names.map(async (name) => {
      const parts = ledgers.filter(({ document }) => document === name);
      const path = join(folder ?? workspaceOf(parts), name);
      const text = await readDocument(path, output);
      return text === undefined ? [] : [annotated(text, path, decisionsIn(parts), tagger, output)];
    }),
  );
  return documents.flat();
}

/** A document that was moved or deleted without its ledger is told of and left out. */
async function readDocument(path: string, output: Output): Promise<string | undefined> {
  try {
    return await readText(path);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    output.message(`${error.message} Its decisions are left out; --documents DIR names another folder.`);
    return undefined;
  }
}

function workspaceOf(parts: readonly DocumentLedger[]): string {
  const workspace = parts.find((part) => part.workspace !== undefined)?.workspace;
  if (workspace !== undefined) return workspace;
  const paths = parts.map(({ ledger }) => ledger.uri).join(", ");
  throw new UsageError(`${paths}: lies in no workspace folder; name the folder of the documents with --documents DIR.`);
}

/** The decisions of several ledgers on one document; where two have one id, the later. */
function decisionsIn(parts: readonly DocumentLedger[]): Decision[] {
  const all = parts.flatMap(({ ledger }) => ledger.decisions);
  const byTime = all.sort((a, b) => Date.parse(a.time) - Date.parse(b.time));
  return [...new Map(byTime.map((each) => [each.id, each])).values()];
}

function annotated(
  text: string,
  path: string,
  decisions: readonly Decision[],
  tagger: Tagger,
  output: Output,
): AnnotatedDocument {
  const { mentions } = tagger.tag(text, { format: formatOfPath(path) });
  const { annotations, unplaced } = annotatorsOf(text, mentions, decisions);
  if (unplaced > 0) {
    const those = unplaced === 1 ? "1 decision has" : `${unplaced} decisions have`;
    output.message(`${path}: ${those} no place in the text now and is left out; open the document to review it.`);
  }
  return { length: text.length, annotations };
}

/** Figures that are not defined are null. */
function toJson(figures: Agreement): string {
  return `${JSON.stringify(figures, (_, value: unknown) => value ?? null, 2)}\n`;
}
