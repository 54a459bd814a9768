import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { NO_PROSE_GLOBS, PROSE_GLOBS } from "../../../src/core";
import { COLORS, COMMANDS, PANELS, SETTINGS, SETTINGS_SECTION, VIEWS, WALKTHROUGH } from "../../../src/extension/ids";
import { PROSE_LANGUAGES } from "../../../src/extension/prose-document";

interface MenuItem {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
}

interface Manifest {
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { command: string; title: string; category: string }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly submenus: readonly { id: string }[];
    readonly keybindings: readonly { command: string; key: string; when?: string }[];
    readonly colors: readonly { id: string; defaults: Record<string, string> }[];
    readonly configuration: { properties: Record<string, { scope?: string; default?: unknown }> };
    readonly views: Readonly<Record<string, readonly { id: string }[]>>;
    readonly viewsWelcome: readonly { contents: string }[];
    readonly snippets: readonly { path: string }[];
    readonly grammars: readonly { path: string }[];
    readonly yamlValidation: readonly { url: string }[];
    readonly viewsContainers: { activitybar: readonly { icon: string }[] };
    readonly walkthroughs: readonly {
      id: string;
      steps: readonly { media: { svg: string }; completionEvents: string[] }[];
    }[];
  };
}

const ROOT = join(__dirname, "..", "..", "..");
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");
const SOURCE = read("package.json");
const manifest = JSON.parse(SOURCE) as Manifest;
const texts = JSON.parse(read("package.nls.json")) as Record<string, string>;
const { contributes } = manifest;
const declared = contributes.commands.map(({ command }) => command);

describe("the manifest", () => {
  it("declares exactly the commands of the code, all in one category", () => {
    assert.deepEqual([...declared].sort(), Object.values(COMMANDS).sort());
    assert.deepEqual([...new Set(contributes.commands.map(({ category }) => category))], ["HealthGeo"]);
  });

  it("scans by default what the command line reads by default", () => {
    const { properties } = contributes.configuration;
    assert.deepEqual(properties["healthgeo.scan.include"]?.default, PROSE_GLOBS);
    assert.deepEqual(properties["healthgeo.scan.exclude"]?.default, NO_PROSE_GLOBS);
  });

  it("refers to commands and submenus that it declares", () => {
    const items = Object.values(contributes.menus).flat();
    for (const { command } of items) assert.ok(command === undefined || declared.includes(command), command);
    for (const { submenu } of items)
      assert.ok(submenu === undefined || contributes.submenus.some(({ id }) => id === submenu));
    for (const { command } of contributes.keybindings) assert.ok(declared.includes(command), command);
  });

  it("binds keys only where there is something of ours to work on", () => {
    for (const { command, when } of contributes.keybindings)
      assert.match(
        when ?? "",
        /healthgeo\.(hasMentions|isTagged|inReview|canUndoDecision|(?:review|relations) && listFocus)/,
        command,
      );
  });

  it("takes plain keys in the editor only during a review", () => {
    const plain = contributes.keybindings.filter(
      ({ key, when }) => !/ctrl|cmd|alt/.test(key) && !when!.includes("listFocus"),
    );
    assert.ok(plain.length > 20);
    for (const { key, when } of plain) assert.match(when!, /editorTextFocus && healthgeo\.inReview/, key);
  });

  it("links only commands that exist, in welcome texts and the walkthrough", () => {
    const linked = [...JSON.stringify(texts).matchAll(/command:((?:_?healthgeo)[\w.]+)/g)].map(([, id]) => id!);
    assert.ok(linked.length > 5);
    for (const id of linked) assert.ok(declared.includes(id) || id === `${VIEWS.entities}.focus`, id);
  });

  it("gives every colour a default for dark, light and both high-contrast themes", () => {
    const expected = Object.values(COLORS).flatMap((colors) => Object.values(colors) as string[]);
    assert.deepEqual(contributes.colors.map(({ id }) => id).sort(), expected.sort());
    for (const { id, defaults } of contributes.colors) {
      assert.deepEqual(Object.keys(defaults).sort(), ["dark", "highContrast", "highContrastLight", "light"], id);
    }
  });

  it("declares exactly the settings of the code, each with a scope", () => {
    const { properties } = contributes.configuration;
    const expected = Object.values(SETTINGS).map((key) => `${SETTINGS_SECTION}.${key}`);
    assert.deepEqual(Object.keys(properties).sort(), expected.sort());
    for (const [key, { scope }] of Object.entries(properties)) assert.ok(scope !== undefined, key);
  });

  it("wakes up for the prose languages and that of packs, for panels that come back, and for nothing else", () => {
    const languages = [...PROSE_LANGUAGES, "yaml"].map((id) => `onLanguage:${id}`);
    const panels = Object.values(PANELS).map((id) => `onWebviewPanel:${id}`);
    assert.deepEqual([...manifest.activationEvents].sort(), [...languages, ...panels].sort());
  });

  it("has a text for every key, and no text without one", () => {
    const used = new Set([...SOURCE.matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key!));
    assert.deepEqual([...used].sort(), Object.keys(texts).sort());
  });

  it("has every file that it names", () => {
    const files = [
      manifest.icon,
      ...contributes.snippets.map(({ path }) => path),
      ...contributes.grammars.map(({ path }) => path),
      ...contributes.yamlValidation.map(({ url }) => url),
      ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
      ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.svg)),
    ];
    assert.deepEqual(
      files.filter((file) => !existsSync(join(ROOT, file))),
      [],
    );
  });

  it("has the one walkthrough that the code opens, of four to six steps that complete", () => {
    const [walkthrough] = contributes.walkthroughs;
    assert.equal(walkthrough?.id, WALKTHROUGH);
    assert.ok(walkthrough.steps.length >= 4 && walkthrough.steps.length <= 6);
    for (const { completionEvents } of walkthrough.steps) assert.ok(completionEvents.length > 0);
  });
});
