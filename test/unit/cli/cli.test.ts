import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ExitCode } from "../../../src/cli/command";
import { run } from "../../../src/cli/run";

interface Outcome {
  readonly code: ExitCode;
  readonly data: string;
  readonly messages: string;
}

async function healthgeo(...args: string[]): Promise<Outcome> {
  let data = "";
  let messages = "";
  const code = await run(args, {
    data: (text) => void (data += text),
    message: (text) => void (messages += `${text}\n`),
  });
  return { code, data, messages };
}

function jsonLines(data: string): Record<string, unknown>[] {
  return data
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe("the command line", () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "healthgeo-cli-"));
  });

  after(async () => {
    await rm(folder, { recursive: true });
  });

  async function file(name: string, content: string | Uint8Array): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  }

  it("prints one JSON line per mention, sliced by UTF-16 offsets", async () => {
    const text = "🧬 China and the WHO share genomic data.\n";
    const path = await file("report.md", text);
    const { code, data } = await healthgeo("tag", path);
    assert.equal(code, 0);
    const mentions = jsonLines(data);
    assert.deepEqual(
      mentions.map((mention) => [mention["text"], mention["class"], mention["entity"], mention["by"]]),
      [
        ["China", "actor.state", "china", "lexicon"],
        ["WHO", "actor.intergovernmental", "who", "lexicon"],
        ["genomic data", "infrastructure.data", undefined, "lexicon"],
      ],
    );
    for (const mention of mentions) {
      assert.equal(mention["source"], path);
      assert.equal(text.slice(Number(mention["start"]), Number(mention["end"])), mention["text"]);
    }
  });

  it("reads the markup off the file name", async () => {
    const inCode = "`China`\n";
    assert.equal((await healthgeo("tag", await file("a.md", inCode))).data, "");
    assert.equal(jsonLines((await healthgeo("tag", await file("a.txt", inCode))).data).length, 1);
    assert.equal((await healthgeo("tag", "--markup", "markdown", await file("a.txt", inCode))).data, "");
  });

  it("prints files as one page with their mentions marked, and their text as text", async () => {
    const hostile = await file("h.txt", "\n<script>alert(1)</script> of China & Kenya\n");
    const { data } = await healthgeo("tag", "--format", "html", hostile, await file("k.txt", "Kenya.\n"));
    assert.match(data, /<mark class="actor" title="[^"]*China">China<\/mark> &amp; <mark/);
    assert.match(data, /<pre>\n\n&lt;script&gt;/);
    assert.equal([...data.matchAll(/<h2>/g)].length, 2);
    assert.doesNotMatch(data, /<script|src=|href=/);
  });

  it("prints a table for people", async () => {
    const { data } = await healthgeo("tag", "--format", "table", await file("t.txt", "a\nthe WHO\n"));
    assert.match(data, /t\.txt:2:5 +Actors +actor\.intergovernmental +who +WHO/);
  });

  it("tags documents from JSON lines in their order", async () => {
    const lines = [
      { id: "a", text: "China" },
      { id: "b", text: "`China`", format: "markdown" },
      { id: "c", text: "" },
    ];
    const path = await file("docs.jsonl", `${lines.map((line) => JSON.stringify(line)).join("\n")}\n\n`);
    const { code, data } = await healthgeo("tag", "--documents", path);
    assert.equal(code, 0);
    const documents = jsonLines(data);
    assert.deepEqual(
      documents.map(({ id, mentions }) => [id, (mentions as unknown[]).length]),
      [
        ["a", 1],
        ["b", 0],
        ["c", 0],
      ],
    );
    assert.deepEqual([documents[0]?.["themes"], documents[0]?.["relations"]], [[], []]);
  });

  const DEPENDENT = "Our hospitals depend on foreign cloud providers for every patient record.";

  it("says which themes documents have, with the evidence", async () => {
    const path = await file("themed.jsonl", JSON.stringify({ id: "a", text: `Nothing.\n\n${DEPENDENT}` }));
    const [document] = jsonLines((await healthgeo("tag", "--documents", path)).data);
    const themes = document?.["themes"] as { theme: string; start: number; evidence: { text: string }[] }[];
    const dependency = themes.find(({ theme }) => theme === "mechanism.foreign-dependency");
    assert.equal(dependency?.start, 10);
    assert.ok(dependency.evidence.some(({ text }) => text === "depend on"));
  });

  it("classifies files, for machines and for people", async () => {
    const path = await file("themed.txt", `Nothing.\n\n${DEPENDENT}\n`);
    const [document] = jsonLines((await healthgeo("classify", path)).data);
    assert.equal(document?.["source"], path);
    const [share] = document["profile"] as { theme: string; passages: number }[];
    assert.deepEqual(share, { ...share, theme: "mechanism.foreign-dependency", passages: 1, share: 1 });
    const { data } = await healthgeo("classify", "--format", "table", path);
    assert.match(data, /themed\.txt:3 +Foreign dependency +[01]\.\d\d +.*depend on/);
    assert.equal((await healthgeo("classify")).code, 2);
    assert.equal((await healthgeo("classify", "--format", "xml", path)).code, 2);
  });

  it("measures themes where the gold has them, by overlapping passages", async () => {
    const gold = { id: "a", text: DEPENDENT, mentions: [] };
    const themes = [{ theme: "mechanism.foreign-dependency", start: 4, end: 20 }];
    const path = await file("themes.jsonl", `${JSON.stringify({ ...gold, themes })}\n${JSON.stringify(gold)}\n`);
    interface Figures {
      themes?: { micro: { recall: number; gold: number } };
    }
    const { themes: scores } = JSON.parse((await healthgeo("evaluate", "--json", path)).data) as Figures;
    assert.deepEqual([scores?.micro.recall, scores?.micro.gold], [1, 1]);
    assert.match((await healthgeo("evaluate", path)).data, /themes, micro .*\n[^]*themes, macro F1 +[01]\.\d{3}/);
    const without = await healthgeo("evaluate", "--json", await file("no.jsonl", JSON.stringify(gold)));
    assert.equal((JSON.parse(without.data) as Figures).themes, undefined);
    const outside = { ...gold, themes: [{ theme: "x", start: 0, end: 999 }] };
    const { code, messages } = await healthgeo("evaluate", await file("out.jsonl", JSON.stringify(outside)));
    assert.equal(code, 2);
    assert.match(messages, /theme 1: "start" and "end" must be/);
  });

  const PACK = "id: mine\ntitle: Mine\nversion: 1.0.0\nlanguage: en\n";

  it("adds packs, and drops the built-in knowledge on request", async () => {
    const pack = await file("mine.yaml", `${PACK}terms: { infrastructure.data: [zebra register] }\n`);
    const text = await file("z.txt", "China keeps a zebra register.");
    const all = jsonLines((await healthgeo("tag", "--taxonomy", pack, text)).data);
    assert.deepEqual(
      all.map((mention) => mention["text"]),
      ["China", "zebra register"],
    );
    const own = jsonLines((await healthgeo("tag", "--taxonomy", pack, "--only-taxonomy", text)).data);
    assert.deepEqual(
      own.map((mention) => mention["text"]),
      ["zebra register"],
    );
  });

  it("takes the packs of a package folder, and what they extend", async () => {
    const packageFolder = join(folder, "lab");
    const base = join(packageFolder, "node_modules", "base", "taxonomy");
    await mkdir(join(packageFolder, "taxonomy"), { recursive: true });
    await mkdir(base, { recursive: true });
    const head = "title: T\nversion: 1.0.0\nlanguage: en\n";
    await writeFile(join(packageFolder, "package.json"), "{}");
    await writeFile(join(packageFolder, "taxonomy", "a.yaml"), `id: a\n${head}extends: base\nretire: [china]\n`);
    await writeFile(join(base, "b.yaml"), `id: b\n${head}terms: { actor.company: [zeta works] }\n`);
    const text = join(folder, "lab.txt");
    await writeFile(text, "China and zeta works.");
    const found = jsonLines((await healthgeo("tag", "--taxonomy", packageFolder, text)).data);
    assert.deepEqual(
      found.map((mention) => mention["text"]),
      ["zeta works"],
    );
    assert.equal((await healthgeo("taxonomy", "check", packageFolder)).code, 0);
  });

  it("measures against gold and fails below a floor", async () => {
    const passage = { id: "1", text: "China", mentions: [{ start: 0, end: 5, text: "China", class: "actor.state" }] };
    const gold = await file("gold.jsonl", `${JSON.stringify(passage)}\n`);
    const { code, data } = await healthgeo("evaluate", "--json", gold);
    assert.equal(code, 0);
    const scores = JSON.parse(data) as { overlapClass: { f1: number } };
    assert.equal(scores.overlapClass.f1, 1);
    const wrong = { ...passage, mentions: [{ start: 0, end: 5, class: "actor.person" }] };
    const missed = await healthgeo("evaluate", "--min-f1", "0.5", await file("wrong.jsonl", JSON.stringify(wrong)));
    assert.equal(missed.code, 1);
    assert.match(missed.data, /overlap \+ class +0\.000/);
  });

  it("proposes names that the taxonomy lacks, unless told not to", async () => {
    const path = await file("names.txt", "They met the Zomborra Cancer Guild (ZCG), and the ZCG agreed.\n");
    const found = jsonLines((await healthgeo("tag", path)).data).filter(({ by }) => by === "discovery");
    assert.ok(found.some(({ text, entity }) => text === "ZCG" && String(entity).startsWith("document:")));
    const { data } = await healthgeo("tag", "--no-discovery", path);
    assert.doesNotMatch(data, /discovery|document:/);
  });

  it("measures candidates only when asked to", async () => {
    const text = "They met Zubari Zomborra there.";
    const gold = { id: "a", text, mentions: [{ start: 9, end: 24, class: "actor.person" }] };
    const path = await file("candidates.jsonl", JSON.stringify(gold));
    const recall = async (...options: string[]) => {
      const { data } = await healthgeo("evaluate", "--json", ...options, path);
      return (JSON.parse(data) as { exactClass: { recall: number } }).exactClass.recall;
    };
    assert.equal(await recall(), 0);
    assert.equal(await recall("--discovery"), 1);
  });

  it("runs the tests of a pack and reports the line of a failing one", async () => {
    const pack = await file(
      "t.yaml",
      `${PACK}tests:\n  - text: About China.\n    expect: [{ text: China, class: actor.company }]\n`,
    );
    const { code, data } = await healthgeo("taxonomy", "test", pack);
    assert.equal(code, 1);
    assert.match(data, /t\.yaml:6: error: "China" is not tagged as actor\.company but "China" as actor\.state china/);
  });

  it("checks packs and names both places of what stands in vain or in conflict", async () => {
    const pack = await file(
      "check.yaml",
      `${PACK}terms:\n  infrastructure.data: [zebra register, zebra registers]\nignore: [horse]\nentities:\n` +
        "  - { id: horse, class: actor.company, label: Horse }\n",
    );
    const { code, data, messages } = await healthgeo("taxonomy", "check", pack);
    assert.equal(code, 1);
    assert.match(messages, /2 problems/);
    assert.match(
      data,
      /check\.yaml:6:1: warning: "zebra registers" .* that "zebra register" .* at .*check\.yaml:6 does not/,
    );
    assert.match(
      data,
      /check\.yaml:9:1: error: "Horse" .* can never be a mention: "horse" \(ignored\) at .*check\.yaml:7/,
    );
  });

  it("sorts packs in place, and with --check only names those that are not sorted", async () => {
    const body = "terms:\n  actor.company:\n    - b\n    # first\n    - a\n";
    const pack = await file("unsorted.yaml", PACK + body);
    assert.deepEqual(await healthgeo("taxonomy", "format", "--check", pack), {
      code: 1,
      data: `${pack}\n`,
      messages: "1 packs, 1 not sorted\n",
    });
    assert.equal(await readFile(pack, "utf8"), PACK + body);
    assert.equal((await healthgeo("taxonomy", "format", pack)).code, 0);
    assert.equal(await readFile(pack, "utf8"), `${PACK}terms:\n  actor.company:\n    # first\n    - a\n    - b\n`);
    assert.equal((await healthgeo("taxonomy", "format", "--check", pack)).code, 0);
    assert.equal((await healthgeo("taxonomy", "format")).code, 2);
  });

  it("finds nothing in a pack that overrules the built-in ones on purpose", async () => {
    const pack = await file(
      "overrule.yaml",
      `${PACK}terms: { actor.company: [{ text: WHO, case: acronym }] }\nignore: [genomic data]\n`,
    );
    const { code, data } = await healthgeo("taxonomy", "check", pack);
    assert.deepEqual([code, data], [0, ""]);
  });

  describe("given bad input, ends with 2 and says what to do", () => {
    const cases: [name: string, args: () => Promise<string[]> | string[], message: RegExp][] = [
      ["no command", () => [], /Usage: healthgeo COMMAND/],
      ["an unknown command", () => ["tug"], /"tug" is not a command of healthgeo; the commands are tag, evaluate/],
      ["an unknown option", () => ["tag", "--colour"], /--colour[\s\S]*healthgeo tag --help/],
      ["no file", () => ["tag"], /No file named/],
      ["a file that is missing", () => ["tag", "nowhere.md"], /nowhere\.md: cannot be read \(there is no such file\)/],
      [
        "a file that is not UTF-8",
        async () => ["tag", await file("latin1.txt", new Uint8Array([0x43, 0xf4, 0x74, 0x65]))],
        /latin1\.txt: is not UTF-8 text; save it as UTF-8/,
      ],
      [
        "a broken pack",
        async () => ["tag", "--taxonomy", await file("broken.yaml", `${PACK}terms:\n  actor.planet.x: [Mars]\n`), "x"],
        /broken\.yaml:6:3: error: "actor\.planet\.x" is not a class/,
      ],
      [
        "a class the taxonomy does not have",
        async () => ["tag", "--taxonomy", await file("class.yaml", `${PACK}terms: { actor.planet: [Mars] }\n`), "x"],
        /class\.yaml:5:1: error: "actor\.planet" is not a class of this taxonomy; use one of actor\.state/,
      ],
      [
        "an unknown markup",
        () => ["tag", "--markup", "docx", "x"],
        /"docx" is not a markup; use one of plain, markdown/,
      ],
      [
        "a document line that is no JSON",
        async () => ["tag", "--documents", await file("bad.jsonl", '{"id":"a","text":"x"}\nnope\n')],
        /bad\.jsonl:2: not a JSON line/,
      ],
      [
        "a gold mention outside its text",
        async () => [
          "evaluate",
          await file("out.jsonl", '{"id":"a","text":"x","mentions":[{"start":0,"end":9,"class":"actor.state"}]}'),
        ],
        /out\.jsonl:1: mention 1: "start" and "end" must be UTF-16 offsets inside the text/,
      ],
      [
        "a gold class that is unknown",
        async () => [
          "evaluate",
          await file("cls.jsonl", '{"id":"a","text":"x","mentions":[{"start":0,"end":1,"class":"actor.planet"}]}'),
        ],
        /cls\.jsonl:1: mention 1: "actor\.planet" is not a class of the taxonomy/,
      ],
    ];
    for (const [name, args, message] of cases) {
      it(name, async () => {
        const outcome = await healthgeo(...(await args()));
        assert.equal(outcome.code, 2);
        assert.match(outcome.messages, message);
      });
    }
  });

  for (const args of [
    ["--help"],
    ["tag", "--help"],
    ["evaluate", "--help"],
    ["taxonomy", "--help"],
    ["taxonomy", "check", "-h"],
  ]) {
    it(`helps with ${args.join(" ")}`, async () => {
      const { code, data } = await healthgeo(...args);
      assert.equal(code, 0);
      assert.match(data, /^Usage: healthgeo/);
    });
  }
});
