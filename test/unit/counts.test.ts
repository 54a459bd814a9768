import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import {
  concordance,
  concordanceCsv,
  countEntities,
  createTagger,
  csvText,
  FACETS,
  formatOfPath,
  isCandidate,
  loadDefaultTaxonomy,
  mentionKey,
  MentionSenses,
  review,
  type DependencyMap,
  type ReviewedMention,
} from "../../src/core";
import { queryOf, type ConcordanceSubject } from "../../src/extension/presentation/concordance/concordance-subject";
import { EntityIndex } from "../../src/extension/presentation/entities/entity-index";
import { EntityTree } from "../../src/extension/presentation/entities/entity-tree";
import type { EntityTreeNode } from "../../src/extension/presentation/entities/entity-nodes";
import { InsightFigures } from "../../src/extension/presentation/insight/insight-figures";
import { LazyDocument, type WorkspaceDocument } from "../../src/extension/services/scan/lazy-document";
import { DEFAULT_OPTIONS, type InsightOptions, type Texts } from "../../src/webview/insight/messages";
import { frequencyTable } from "../../src/webview/insight/tables";
import { healthgeo, write } from "./cli/annotations/support";
import { generatedFolder, ledgerOf, type GeneratedDocument } from "./support/generated-folder";
import { elementsNamed, markdownTree, textOf, type TreeNode, visit } from "./support/trees";

/** How often something is mentioned, and in how many documents. */
type Count = readonly [mentions: number, documents: number];
type Counts = ReadonlyMap<string, Count>;

const taxonomy = loadDefaultTaxonomy();
const tagger = createTagger(taxonomy, { discovery: true });
const GENERATED = generatedFolder(tagger, 24, 11);

/** Counts in the plainest way there is, to compare all others with. */
function countedBy(
  documents: readonly (readonly ReviewedMention[])[],
  keyOf: (mention: ReviewedMention) => string,
): Counts {
  const counts = new Map<string, Count>();
  for (const mentions of documents) {
    const here = new Set<string>();
    for (const mention of mentions) {
      const key = keyOf(mention);
      const [all, inDocuments] = counts.get(key) ?? [0, 0];
      counts.set(key, [all + 1, inDocuments + (here.has(key) ? 0 : 1)]);
      here.add(key);
    }
  }
  return counts;
}

const mentionsIn = ({ path, text, decisions }: GeneratedDocument, withDecisions: boolean) =>
  review(text, tagger.tag(text, { format: formatOfPath(path) }).mentions, withDecisions ? decisions : []).mentions;

const DECIDED = GENERATED.map((document) => mentionsIn(document, true));
const TAGGED = GENERATED.map((document) => mentionsIn(document, false));
const CLASSES = countedBy(DECIDED, ({ class: classId }) => classId);
const KEYS = countedBy(DECIDED, mentionKey);

/** The documents as the corpus of the editor holds them: packed, with the decisions applied when somebody looks. */
function workspaceDocuments(): WorkspaceDocument[] {
  const senses = new MentionSenses();
  return GENERATED.map(({ path, text, decisions }) => {
    const format = formatOfPath(path);
    const packed = senses.pack(tagger.tag(text, { format }).mentions);
    const mentions = () => review(text, senses.unpack(packed, text), decisions).mentions;
    return new LazyDocument(`file:///${path}`, path, format, text, mentions);
  }).sort((a, b) => (a.path < b.path ? -1 : 1));
}

const LABELS: ReadonlyMap<string, string> = new Map(
  countEntities(workspaceDocuments(), taxonomy).map(({ key, label }) => [key, label]),
);

/** As a list without an order, so that several rows with one label are no matter. */
const sorted = (rows: Iterable<readonly (string | number)[]>) => [...rows].map((row) => row.join(" | ")).sort();
const rowsOf = (counts: Counts, labelOf: (key: string) => string = (key) => key) =>
  sorted([...counts].map(([key, count]) => [labelOf(key), ...count]));
const classLabel = (id: string) => taxonomy.classes.get(id)?.label ?? id;

describe("the counts of a folder with decisions", () => {
  const documents = workspaceDocuments();
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "healthgeo-counts-"));
    for (const document of GENERATED) {
      const ledger = ledgerOf(document);
      // A byte order mark is no part of the text.
      const mark = document.path.endsWith(".md") ? "\ufeff" : "";
      await write(folder, document.path, mark + document.text);
      if (ledger !== undefined) await write(folder, `.healthgeo/annotations/${document.path}.jsonl`, ledger);
    }
    await write(folder, "ignored.md", "China.\n");
    await write(folder, ".gitignore", "ignored.md\n");
    await write(folder, "latin1.md", Uint8Array.of(0x43, 0xe9, 0x43));
    await write(folder, "report.md", "---\ngenerator: HealthGeo 1.0.0\n---\n\nChina.\n");
  });
  after(() => rm(folder, { recursive: true }));

  it("take the singular and plural of a generic term for one thing, wherever it is counted", () => {
    const all = DECIDED.flat().filter(({ entity }) => entity === undefined);
    for (const [key, ...forms] of [
      ["infrastructure.data|biobank", "biobank", "biobanks"],
      ["infrastructure.production|vaccine", "vaccine", "vaccines"],
    ] as const) {
      const counts = forms.map((form) => {
        return all.filter(({ class: id, text }) => text.toLowerCase() === form && key.startsWith(`${id}|`)).length;
      });
      assert.ok(counts.every((count) => count > 5));
      assert.equal(KEYS.get(key)?.[0], counts[0]! + counts[1]!);
      assert.equal(LABELS.get(key), forms[0]);
    }
  });

  it("are made of all that can be decided", () => {
    const all = DECIDED.flat();
    assert.ok(all.length > 500 && KEYS.size > 15);
    assert.ok(all.some(isCandidate) && all.some(({ by, status }) => by === "discovery" && status === "accepted"));
    assert.ok(all.some(({ by }) => by === "decision"));
    assert.ok(all.some(({ entity = "" }) => entity.startsWith("document:")));
    assert.notEqual(all.length, TAGGED.flat().length);
    for (const status of ["accepted", "rejected"] as const)
      assert.ok(
        GENERATED.some(({ themes }) => themes.some((theme) => theme.status === status)),
        status,
      );
  });

  describe("in the Entities view", () => {
    const index = new EntityIndex();
    for (const document of documents) index.add(document);
    const tree = new EntityTree({
      index,
      labels: {
        classOrder: [...taxonomy.classes.keys()],
        classLabel,
        entityLabel: (id) => taxonomy.entities.get(id)?.label,
        candidates: "Candidates",
      },
      filter: "",
      grouping: "class",
    });
    const nodes: EntityTreeNode[] = [];
    const enter = (node: EntityTreeNode): void => {
      nodes.push(node);
      if (node.kind === "facet" || node.kind === "class" || node.kind === "candidates")
        tree.childrenOf(node).forEach(enter);
    };
    tree.roots.forEach(enter);
    const groups = nodes.filter((node) => node.kind === "group");

    it("are the same by class, with the candidates that stand apart", () => {
      const candidates = countedBy(
        DECIDED.map((mentions) => mentions.filter(isCandidate)),
        ({ class: classId }) => classId,
      );
      for (const [id, [mentions]] of CLASSES) {
        const shown = nodes.find((node) => node.kind === "class" && node.class === id);
        const count = shown !== undefined && "count" in shown ? shown.count : 0;
        assert.equal(count + (candidates.get(id)?.[0] ?? 0), mentions, id);
      }
      assert.equal(tree.count, DECIDED.flat().length);
    });

    it("are the same by entity and generic term, whatever classes people gave an entity", () => {
      for (const [key, [mentions, inDocuments]] of KEYS) {
        const own = groups.filter(({ group }) => group.key === key);
        assert.equal(
          own.reduce((sum, { count }) => sum + count, 0),
          mentions,
          key,
        );
        const places = new Set(own.flatMap(({ group }) => group.places.map(({ order }) => order)));
        assert.equal(places.size, inDocuments, key);
      }
    });

    it("have the names of the other views", () => {
      for (const { group, label } of groups)
        if (group.entity === undefined) assert.equal(label, LABELS.get(group.key), group.key);
    });

    it("are those of the concordance that a row leads to", () => {
      assert.ok(groups.length > 10);
      for (const { class: classId, entity, group, label, count } of groups) {
        const subject: ConcordanceSubject = { kind: "group", class: classId, key: group.key, label };
        const lines = concordance(documents, queryOf(subject)).filter(
          ({ mention }) => isCandidate(mention!) === group.isCandidate,
        );
        assert.equal(lines.length, count, `${classId} ${entity ?? label}`);
      }
    });
  });

  it("are the same in the concordance and its export", () => {
    const linesOf = (subject: ConcordanceSubject) => concordance(documents, queryOf(subject));
    for (const [key, [mentions, inDocuments]] of KEYS) {
      const [classId, words] = key.split("|") as [string, string?];
      const lines = linesOf(
        words === undefined
          ? { kind: "entity", entity: key, label: key }
          : { kind: "group", class: classId, key, label: words },
      );
      assert.deepEqual(
        [lines.length, new Set(lines.map(({ document }) => document)).size],
        [mentions, inDocuments],
        key,
      );
    }
    for (const [id, [mentions]] of CLASSES)
      assert.equal(linesOf({ kind: "class", class: id, label: id }).length, mentions, id);
    const all = FACETS.flatMap((facet) => linesOf({ kind: "class", class: facet, label: facet }));
    const rows = Papa.parse<Record<string, string>>(concordanceCsv(all), { header: true, skipEmptyLines: true }).data;
    const exported = new Map<string, number>();
    for (const row of rows) exported.set(row["class"]!, (exported.get(row["class"]!) ?? 0) + 1);
    assert.deepEqual(exported, new Map([...exported.keys()].map((id) => [id, CLASSES.get(id)![0]])));
    assert.equal(rows.length, DECIDED.flat().length);
  });

  it("are the same in Insight and its CSV", async () => {
    const options: InsightOptions = { ...DEFAULT_OPTIONS, items: "all", limit: 1000 };
    const texts = { facets: {} } as Texts;
    const figures = new InsightFigures(documents, taxonomy);
    const insightBy = (unit: InsightOptions["unit"]) => figures.insight({ ...options, unit }, () => Promise.resolve());
    const [byEntity, byClass] = [await insightBy("entity"), await insightBy("class")];
    assert.equal(byEntity.summary.mentions, DECIDED.flat().length);
    assert.equal(byEntity.summary.entities, KEYS.size);
    for (const [section, counts] of [
      [byEntity.frequency, KEYS],
      [byClass.frequency, CLASSES],
    ] as const) {
      assert.deepEqual(
        sorted(section.rows.map(({ key, mentions, documents: inDocuments }) => [key, mentions, inDocuments])),
        rowsOf(counts),
      );
      const { columns, rows } = frequencyTable(section, texts);
      const labels = new Map(section.rows.map(({ key, label }) => [key, label]));
      const written = Papa.parse<string[]>(csvText([columns, ...rows]), { skipEmptyLines: true }).data.slice(1);
      assert.deepEqual(
        sorted(written.map(([label, , ...count]) => [label!, ...count])),
        rowsOf(counts, (key) => labels.get(key)!),
      );
    }
  });

  it("are the same in the tables of the command line", async () => {
    const rows = async (table: string) =>
      Papa.parse<string[]>((await healthgeo("corpus", folder, "--format", "csv", "--table", table)).data, {
        skipEmptyLines: true,
      }).data.slice(1);
    const json = JSON.parse((await healthgeo("corpus", folder)).data) as Record<
      "entities" | "classes",
      readonly { readonly key: string; readonly mentions: number; readonly documents: number }[]
    >;
    for (const [table, counts] of [
      ["entities", KEYS],
      ["classes", CLASSES],
    ] as const) {
      const csv = (await rows(table)).map(([key, , , , mentions, inDocuments]) => [key!, mentions!, inDocuments!]);
      assert.deepEqual(sorted(csv), rowsOf(counts));
      const objects = json[table].map(({ key, mentions, documents: inDocuments }) => [key, mentions, inDocuments]);
      assert.deepEqual(sorted(objects), rowsOf(counts));
    }
    const lengths = new Map((await rows("documents")).map(([path, , , , mentions]) => [path, Number(mentions)]));
    assert.deepEqual(lengths, new Map(documents.map(({ path, mentions }) => [path, mentions.length])));
  });

  it("are under the keys of the dependency map", async () => {
    const files = GENERATED.map(({ path }) => join(folder, path));
    const map = JSON.parse((await healthgeo("map", ...files)).data) as DependencyMap;
    assert.ok(map.nodes.some(({ id }) => id.includes("|")) && map.nodes.some(({ id }) => !id.includes("|")));
    for (const { id, class: classId, label } of map.nodes) {
      assert.ok(KEYS.has(id), id);
      if (id.includes("|")) assert.equal(mentionKey({ class: classId, text: label }), id);
    }
  });

  it("are those of tagged documents, where decisions are left out", async () => {
    const input = join(folder, "documents.jsonl");
    const lines = GENERATED.map(({ path: id, text }) => JSON.stringify({ id, text, format: formatOfPath(id) }));
    await write(folder, "documents.jsonl", `${lines.join("\n")}\n`);
    const { data } = await healthgeo("tag", "--documents", "--jobs", "1", input);
    const found = data
      .trimEnd()
      .split("\n")
      .map((line) => (JSON.parse(line) as { readonly mentions: readonly ReviewedMention[] }).mentions);
    const csv = (await healthgeo("corpus", folder, "--no-decisions", "--format", "csv")).data;
    const counted = Papa.parse<string[]>(csv, { skipEmptyLines: true }).data.slice(1);
    assert.deepEqual(rowsOf(countedBy(found, mentionKey)), rowsOf(countedBy(TAGGED, mentionKey)));
    assert.deepEqual(
      sorted(counted.map(([key, , , , mentions, inDocuments]) => [key!, mentions!, inDocuments!])),
      rowsOf(countedBy(TAGGED, mentionKey)),
    );
  });

  describe("in the report", () => {
    /** The cells of every row of every table: from HTML, or from Markdown. */
    const tables = async (format: string): Promise<string[][]> => {
      const { data } = await healthgeo("report", folder, "--format", format);
      const cells = (row: TreeNode, isCell: (node: TreeNode) => boolean) =>
        [...visit(row)].filter(isCell).map((cell) => textOf(cell).trim().replace(/█+/, ""));
      if (format === "html")
        return elementsNamed(unified().use(rehypeParse).parse(data) as TreeNode, "tr").map((row) =>
          cells(row, ({ tagName }) => tagName === "td" || tagName === "th"),
        );
      return [...visit(markdownTree(data))]
        .filter(({ type }) => type === "TableRow")
        .map((row) => cells(row, ({ type }) => type === "TableCell"));
    };

    for (const format of ["html", "markdown"]) {
      it(`as ${format}, are the same by class, entity, candidate and document`, async () => {
        const rows = await tables(format);
        // A row of the table of classes says its facet second; one of a ranking its kind third. An empty bar is no cell.
        const classRows = rows.filter(([, facet]) =>
          /^(?:Actors|Infrastructure|Sovereignty concepts)$/.test(facet ?? ""),
        );
        assert.deepEqual(sorted(classRows.map((row) => [row[0]!, row[2]!, row.at(-1)!])), rowsOf(CLASSES, classLabel));
        const ranked = rows.filter(([, , kind]) => /^(?:named|generic term|candidate)$/.test(kind ?? ""));
        const counted = (await healthgeo("corpus", folder, "--format", "csv")).data;
        const known = Papa.parse<string[]>(counted, { skipEmptyLines: true }).data.slice(1);
        const expected = known.map(([key, label]) => [label!, ...KEYS.get(key!)!]);
        assert.ok(ranked.length > 15);
        assert.deepEqual(sorted(ranked.map((row) => [row[0]!, row[3]!, row.at(-1)!])), sorted(expected));
        const { data } = await healthgeo("report", folder, "--format", format);
        assert.ok(data.includes(`${DECIDED.flat().filter(isCandidate).length} mentions are of candidates`));
        for (const { path, mentions } of documents) {
          const row = rows.find(([first]) => first === path);
          assert.equal(
            row?.findLast((cell) => /^\d+$/.test(cell)),
            String(mentions.length),
            path,
          );
        }
        assert.ok(rows.some(([path]) => path === "latin1.md"));
      });
    }
  });
});
