import { diffPacks, type TaxonomyChange } from "../../core";
import { commandWithOptions, EXIT, UsageError } from "../command";
import { readPacks } from "../taxonomy-options";

const OPTIONS = { json: { type: "boolean" } } as const;

export const diffCommand = commandWithOptions({
  path: "taxonomy diff",
  summary: "compare packs by meaning",
  help: `Usage: healthgeo taxonomy diff [--json] A B

Compares taxonomy packs by what they mean, not by how they are written. A and B are packs or folders of packs. Says which
classes, entities, terms, rules and ignored phrases B adds and retires, which terms moved to another class or entity, and
what changed in the rest. Exit 1 if A and B differ.

Options:
  --json             one JSON object a line instead of text
`,
  options: OPTIONS,
  async run({ values, positionals }, output) {
    const [before, after, ...others] = positionals;
    if (before === undefined || after === undefined || others.length > 0) {
      throw new UsageError('Name two packs or folders to compare. See "healthgeo taxonomy diff --help".');
    }
    const changes = diffPacks(await readPacks([before]), await readPacks([after]));
    for (const change of changes) {
      await output.data(`${values.json === true ? JSON.stringify(change) : describe(change)}\n`);
    }
    output.message(changes.length === 0 ? "no difference" : `${changes.length} differences`);
    return changes.length === 0 ? EXIT.ok : EXIT.findings;
  },
});

const SIGNS = { added: "+", retired: "-", moved: ">", changed: "~" } as const;

function describe({ kind, what, name, owner, part, from, to, place }: TaxonomyChange): string {
  const where = owner === undefined || kind === "moved" ? "" : ` of ${owner}`;
  const which = part === undefined || kind === "moved" ? "" : ` ${part}`;
  const change = kind === "added" || kind === "retired" ? "" : `:${which} ${from ?? "nothing"} → ${to ?? "nothing"}`;
  return `${SIGNS[kind]} ${what} ${what === "term" ? JSON.stringify(name) : name}${where}${change}  (${place})`;
}
