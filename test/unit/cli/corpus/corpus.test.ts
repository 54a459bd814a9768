import assert from "node:assert/strict";
import { chmod, mkdir, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import {
  addMention,
  cooccurrence,
  corpusDocument,
  countClasses,
  countEntities,
  createTagger,
  decisionIdOf,
  loadDefaultTaxonomy,
  newRelation,
  newThemeDecision,
  parseLedger,
  quoteOf,
  rejectMention,
  serializeLedger,
  updateLedger,
  type CorpusDocument,
  type Decision,
  type ThemeVerdict,
} from "../../../../src/core";
import { elementsNamed, textOf, type TreeNode, visit } from "../../support/trees";
import { healthgeo, write } from "../annotations/support";

const PACT = "# The pact\n\nChina and Kenya share genomic data with a biobank. China asks for informed consent.\n";
const NOTE = "The WHO met China and Kenya. Data sovereignty was discussed. UK Biobank was not.\n";

const STAMP = { time: "2026-07-01T09:30:00Z", id: decisionIdOf };

const taxonomy = loadDefaultTaxonomy();
const tagger = createTagger(taxonomy);

/** What the core makes of a text and decisions, without the command line. */
function evaluated(path: string, text: string, decisions: readonly Decision[] = []): CorpusDocument {
  return corpusDocument(path, text, tagger.tag(text, { format: "markdown" }).mentions, decisions);
}

/** Two decisions on `PACT`: one mention less, one more. */
function decisionsOnPact(): Decision[] {
  const [china] = tagger.tag(PACT, { format: "markdown" }).mentions;
  const share = { start: PACT.indexOf("share"), end: PACT.indexOf("share") + 5 };
  return [
    rejectMention(PACT, china!, "document", STAMP),
    addMention(PACT, share, { class: "sovereignty.flow" }, STAMP),
  ];
}

interface CorpusJson {
  readonly documents: readonly { readonly path: string; readonly mentions: number; readonly words: number }[];
  readonly leftOut: readonly { readonly path: string; readonly reason: string }[];
  readonly entities: readonly { readonly label: string; readonly mentions: number }[];
  readonly classes: unknown;
  readonly cooccurrence: { readonly pairs: readonly unknown[] };
}

describe("the commands on a corpus", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "healthgeo-corpus-"));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  const corpusOf = async (...options: string[]) =>
    JSON.parse((await healthgeo("corpus", folder, ...options)).data) as CorpusJson;
  const pathsOf = async (...options: string[]) => (await corpusOf(...options)).documents.map(({ path }) => path);

  async function writeSample(): Promise<CorpusDocument[]> {
    await write(folder, "2024-02-pact.md", PACT);
    await write(folder, "notes/note.txt", NOTE);
    const decisions = decisionsOnPact();
    const ledger = serializeLedger(updateLedger(parseLedger("", "ledger"), { put: decisions }));
    await write(folder, ".healthgeo/annotations/2024-02-pact.md.jsonl", ledger);
    const note = corpusDocument("notes/note.txt", NOTE, tagger.tag(NOTE, { format: "plain" }).mentions);
    return [evaluated("2024-02-pact.md", PACT, decisions), note];
  }

  it("count exactly what the core counts, in JSON, CSV and the report", async () => {
    const documents = await writeSample();
    const entities = countEntities(documents, taxonomy);
    const json = await corpusOf("--minimum", "1");
    assert.deepEqual(json.entities, JSON.parse(JSON.stringify(entities)));
    assert.deepEqual(json.classes, JSON.parse(JSON.stringify(countClasses(documents, taxonomy))));
    const { pairs } = cooccurrence(documents, { window: "sentence", by: "entity" });
    assert.deepEqual(json.cooccurrence.pairs, pairs);
    assert.deepEqual(
      json.documents.map(({ mentions }) => mentions),
      documents.map(({ mentions }) => mentions.length),
    );

    const csv = (await healthgeo("corpus", folder, "--format", "csv")).data.trimEnd().split("\r\n").slice(1);
    assert.deepEqual(
      csv.map((line) => line.split(",").slice(-2).map(Number)),
      entities.map(({ mentions, documents: inDocuments }) => [mentions, inDocuments]),
    );

    const page = unified()
      .use(rehypeParse)
      .parse((await healthgeo("report", folder)).data) as TreeNode;
    const rows = elementsNamed(page, "tr").map((row) =>
      [...visit(row)].filter(({ tagName }) => tagName === "td" || tagName === "th").map(textOf),
    );
    for (const { label, mentions, documents: inDocuments } of entities) {
      const row = rows.find(
        ([first, , kind]) => first === label && /^(?:named|generic term|candidate)$/.test(kind ?? ""),
      );
      assert.deepEqual([row?.[3], row?.[5]], [String(mentions), String(inDocuments)], label);
    }
    const tagged = await healthgeo("tag", join(folder, "notes", "note.txt"));
    assert.equal(tagged.data.trimEnd().split("\n").length, documents[1]!.mentions.length);
  });

  it("apply people's decisions, unless told not to, also from a folder above", async () => {
    await writeSample();
    const labels = ({ entities }: CorpusJson) => entities.map(({ label }) => label);
    assert.ok(labels(await corpusOf()).includes("share"));
    assert.ok(!labels(await corpusOf("--no-decisions")).includes("share"));
    await write(folder, "notes/.gitignore", "");
    const inside = JSON.parse((await healthgeo("corpus", join(folder, "notes"))).data) as CorpusJson;
    assert.deepEqual(
      inside.documents.map(({ path }) => path),
      ["note.txt"],
    );
  });

  it("report the themes of documents, without those that people refused", async () => {
    const text = "Our hospitals depend on foreign cloud providers for every patient record.\n";
    await write(folder, "a.md", text);
    const report = async (...options: string[]) =>
      (await healthgeo("report", folder, "--format", "markdown", ...options)).data;
    assert.match(await report(), /## Themes[^]*Foreign dependency/);
    const place = quoteOf(text, { start: 0, end: 30 });
    const verdict: ThemeVerdict = { theme: "mechanism.foreign-dependency", status: "rejected", place };
    const decision = newThemeDecision(verdict, { time: "2026-07-01T09:30:00Z" });
    const ledger = serializeLedger(updateLedger(parseLedger("", "ledger"), { putRecords: [decision] }));
    await write(folder, ".healthgeo/annotations/a.md.jsonl", ledger);
    assert.doesNotMatch(await report(), /Foreign dependency/);
    assert.match(await report("--no-decisions"), /Foreign dependency/);
  });

  it("report the relations of documents, without those that people refused", async () => {
    const text = "China competes with Kenya. Kenya relies on Gavi.\n";
    await write(folder, "a.md", text);
    const report = async (...options: string[]) =>
      (await healthgeo("report", folder, "--format", "markdown", "--include", "a.md", ...options)).data;
    assert.match(await report(), /## Relations[^]*competes-with[^]*depends-on/);
    const spanOf = (words: string) => ({ start: text.lastIndexOf(words), end: text.lastIndexOf(words) + words.length });
    const ends = { source: quoteOf(text, spanOf("Kenya")), target: quoteOf(text, spanOf("Gavi")) };
    const rejected = newRelation({ type: "depends-on", status: "rejected", ...ends }, STAMP);
    const ledger = serializeLedger(updateLedger(parseLedger("", "ledger"), { putRecords: [rejected] }));
    await write(folder, ".healthgeo/annotations/a.md.jsonl", ledger);
    const decided = await report();
    assert.match(decided, /competes-with/);
    assert.doesNotMatch(decided, /depends-on/);
    assert.match(await report("--no-decisions"), /depends-on/);
  });

  it("read what people write prose in, and what git does not ignore", async () => {
    for (const name of [
      "a.md",
      "b.txt",
      "c.tex",
      "d.html",
      "e.csv",
      "f.json",
      "node_modules/x/readme.md",
      ".git/g.md",
    ]) {
      await write(folder, name, "China\n");
    }
    await write(folder, "build/out.md", "China\n");
    await write(folder, "deep/keep.md", "China\n");
    await write(folder, "deep/drop.md", "China\n");
    await write(folder, ".gitignore", "build/\n");
    await write(folder, "deep/.gitignore", "drop.md\n");
    assert.deepEqual(await pathsOf(), ["a.md", "b.txt", "c.tex", "d.html", "deep/keep.md"]);
    assert.deepEqual(await pathsOf("--exclude", "deep", "--exclude", "*.tex"), ["a.md", "b.txt", "d.html"]);
    assert.deepEqual(await pathsOf("--include", "*.csv", "--include", "a.*"), ["a.md", "e.csv"]);
  });

  it("obey a .gitignore above the folder, unless the folder itself is ignored", async () => {
    await mkdir(join(folder, ".git"));
    await write(folder, ".gitignore", "drafts/\nold.md\n");
    await write(folder, "texts/new.md", "China\n");
    await write(folder, "texts/old.md", "China\n");
    await write(folder, "drafts/old.md", "China\n");
    const read = async (name: string) =>
      (JSON.parse((await healthgeo("corpus", join(folder, name))).data) as CorpusJson).documents.map(
        ({ path }) => path,
      );
    assert.deepEqual(await read("texts"), ["new.md"]);
    assert.deepEqual(await read("drafts"), ["old.md"]);
  });

  it("name files that cannot be read, and go on", async () => {
    await write(folder, "good.md", "China\n");
    await write(folder, "latin.md", new Uint8Array([0x43, 0xe9, 0x43]));
    await write(folder, "binary.txt", "PK\0\0");
    await write(folder, "large.md", `China ${"x".repeat(20_000)}`);
    await symlink(join(folder, "nowhere.md"), join(folder, "link.md"));
    const { code, data, messages } = await healthgeo("report", folder, "--max-size", "0.01");
    assert.equal(code, 0);
    for (const name of ["latin.md", "binary.txt", "large.md", "link.md"]) {
      assert.ok(messages.includes(join(folder, name)), name);
      assert.ok(data.includes(`<th scope="row">${name}</th>`), name);
    }
    assert.match(messages, /latin\.md: left out: It is not UTF-8 text/);
    assert.match(messages, /large\.md: left out: .*--max-size/);
  });

  it("name folders that cannot be read, and go on", async function () {
    if (process.getuid?.() === 0) this.skip();
    await write(folder, "good.md", "China\n");
    await write(folder, "shut/a.md", "China\n");
    await chmod(join(folder, "shut"), 0);
    const { code, messages } = await healthgeo("corpus", folder);
    await chmod(join(folder, "shut"), 0o700);
    assert.equal(code, 0);
    assert.match(messages, /shut.*cannot be read/);
  });

  it("write the report to a file, in the format its ending tells, and never report on reports", async () => {
    await write(folder, "a.md", "China met Kenya.\n");
    for (const name of ["report.html", "report.md"]) {
      const { code, data, messages } = await healthgeo(
        "report",
        folder,
        "--out",
        join(folder, name),
        "--title",
        "X & Y",
      );
      assert.deepEqual([code, data, messages], [0, "", `Wrote ${join(folder, name)}.\n`]);
    }
    const [html, markdown] = [await read("report.html"), await read("report.md")];
    assert.match(html, /^<!doctype html>/);
    assert.match(html, /<h1>X &amp; Y<\/h1>/);
    assert.match(markdown, /^---\ntitle: "X \\u0026 Y"\n/);
    assert.deepEqual(await pathsOf(), ["a.md"]);
    await healthgeo("report", folder, "--out", join(folder, "report.html"), "--title", "X & Y");
    assert.equal(await read("report.html"), html);
    async function read(name: string): Promise<string> {
      return readFile(join(folder, name), "utf8");
    }
  });

  it("print tables that spreadsheets do not run", async () => {
    await write(folder, "=cmd|calc.md", '---\ntitle: "=1+1"\n---\nChina met Kenya. China met Kenya.\n');
    const { data } = await healthgeo("corpus", folder, "--format", "csv", "--table", "documents");
    assert.equal(data, "path,title,date,words,mentions\r\n'=cmd|calc.md,'=1+1,,6,4\r\n");
    const pairs = (await healthgeo("corpus", folder, "--format", "csv", "--table", "cooccurrence")).data;
    assert.match(pairs, /\r\nchina,kenya,China,Kenya,2,2,2,2,2,0,0\r\n$/);
    const classes = (await healthgeo("corpus", folder, "--format", "csv", "--table", "classes")).data;
    assert.equal(classes, "key,label,class,facet,mentions,documents\r\nactor.state,State,actor.state,actor,4,1\r\n");
  });

  it("tag with the packs that are asked for", async () => {
    await write(folder, "a.md", "Zzyx met China.\n");
    const pack =
      "id: own\ntitle: Own\nversion: 1.0.0\nlanguage: en\nentities:\n  - {id: zzyx, class: actor.state, label: Zzyx}\n";
    const path = await write(folder, "own.yaml", pack);
    const { entities } = await corpusOf("--taxonomy", path, "--only-taxonomy", "--no-discovery");
    assert.deepEqual(
      entities.map(({ label }) => label),
      ["Zzyx"],
    );
  });

  for (const [args, message] of [
    [[], /takes one folder/],
    [["a", "b"], /takes one folder/],
    [["nowhere"], /not a folder/],
    [[".", "--format", "xml"], /--format takes one of json, csv/],
    [[".", "--table", "entities"], /--table is for/],
    [[".", "--window", "page"], /--window takes one of/],
    [[".", "--minimum", "0"], /--minimum/],
    [[".", "--max-size", "x"], /--max-size/],
  ] as const) {
    it(`refuse healthgeo corpus ${args.join(" ")}`, async () => {
      const { code, messages } = await healthgeo("corpus", ...args);
      assert.equal(code, 2);
      assert.match(messages, message);
    });
  }

  it("say so where there is nothing to read", async () => {
    const { code, messages } = await healthgeo("report", folder);
    assert.equal(code, 2);
    assert.match(messages, /holds no text to read/);
    assert.equal((await healthgeo("report", folder, "--format", "pdf")).code, 2);
    for (const name of ["report", "corpus"]) assert.match((await healthgeo(name, "--help")).data, /^Usage: healthgeo/);
  });
});
