import assert from "node:assert/strict";
import { posix } from "node:path";
import fc from "fast-check";
import { parsePack } from "../../../../src/core/taxonomy/packs/pack-parser";
import {
  type LoadedPack,
  type PackPlaces,
  resolveSharedPacks,
  type SharedPacks,
} from "../../../../src/core/taxonomy/shared-packs";

type Files = Readonly<Record<string, string>>;

/** A file system in memory. */
function placesOf(files: Files, refused?: string): PackPlaces {
  const isFolder = (place: string) => Object.keys(files).some((file) => file.startsWith(`${place}/`));
  return {
    join: (folder, path) => posix.resolve(folder, path),
    parent: (place) => posix.dirname(place),
    typeOf: (place) => Promise.resolve(place in files ? "file" : isFolder(place) ? "folder" : undefined),
    filesIn: (folder) =>
      Promise.resolve(
        Object.keys(files)
          .filter((file) => posix.dirname(file) === folder)
          .map((file) => posix.basename(file))
          .sort(),
      ),
    readText: (place) => Promise.resolve(files[place]!),
    load: (place) => Promise.resolve(loaded(files, place)),
    refusal: (place) => (refused !== undefined && !place.startsWith(refused) ? "It is outside the folder." : undefined),
  };
}

function loaded(files: Files, place: string): LoadedPack {
  const source = files[place]!;
  const { pack, problems } = parsePack(source, place, "shared");
  return { source, pack, problems };
}

function pack(id: string, more = ""): string {
  return `id: ${id}\ntitle: T\nversion: 1.0.0\nlanguage: en\n${more}`;
}

async function resolve(
  files: Files,
  names: readonly string[],
  { own = [], refused }: { own?: readonly string[]; refused?: string } = {},
): Promise<SharedPacks> {
  const references = names.map((name, i) => ({ name, folder: "/w", uri: "settings.json", line: i + 1 }));
  const roots = new Map(own.map((place) => [place, loaded(files, place)]));
  return resolveSharedPacks(references, roots, new Set(["actors"]), placesOf(files, refused));
}

function idsOf({ packs }: SharedPacks): string[] {
  return packs.map(({ id }) => id);
}

function placesOfProblems({ problems }: SharedPacks): string[] {
  return problems.map(({ code, uri, line }) => `${code} ${uri}:${line ?? ""}`);
}

describe("shared packs", () => {
  it("come from a file, a folder and a package, in the order named", async () => {
    const files = {
      "/w/one.yaml": pack("one"),
      "/team/b.yaml": pack("b"),
      "/team/a.yml": pack("a"),
      "/team/readme.md": "",
      "/node_modules/@lab/health/package.json": '{"healthgeo": {"packs": ["z.yaml", "more"]}}',
      "/node_modules/@lab/health/z.yaml": pack("z"),
      "/node_modules/@lab/health/more/y.yaml": pack("y"),
      "/w/node_modules/plain/taxonomy/p.yaml": pack("p"),
    };
    const found = await resolve(files, ["./one.yaml", "../team", "@lab/health", "plain"]);
    assert.deepEqual(idsOf(found), ["one", "a", "b", "z", "y", "p"]);
    assert.deepEqual(found.problems, []);
  });

  it("stand behind those they extend, each once", async () => {
    const files = {
      "/w/a.yaml": pack("a", "extends: ./lib/b.yaml\n"),
      "/w/lib/b.yaml": pack("b", "extends: ../c.yaml\n"),
      "/w/c.yaml": pack("c", "extends: actors\n"),
    };
    const found = await resolve(files, ["./a.yaml", "./c.yaml"]);
    assert.deepEqual(idsOf(found), ["c", "b", "a"]);
    assert.deepEqual(found.problems, []);
  });

  it("are found from the packs of the workspace, which are not read twice", async () => {
    const files = {
      "/w/own.yaml": pack("own", "extends: ./other.yaml\n"),
      "/w/other.yaml": pack("other", "extends: ./base.yaml\n"),
      "/w/base.yaml": pack("base"),
    };
    assert.deepEqual(idsOf(await resolve(files, [], { own: ["/w/own.yaml", "/w/other.yaml"] })), ["base"]);
  });

  it("in a circle are reported at the line that closes it", async () => {
    const files = {
      "/w/a.yaml": pack("a", "extends: ./b.yaml\n"),
      "/w/b.yaml": pack("b", "# extends\nextends: ./a.yaml\n"),
    };
    const found = await resolve(files, ["./a.yaml"]);
    assert.deepEqual(placesOfProblems(found), ["shared.cycle /w/b.yaml:6"]);
    assert.match(found.problems[0]?.message ?? "", /a\.yaml → \/w\/b\.yaml → \/w\/a\.yaml/);
    assert.deepEqual(placesOfProblems(await resolve(files, [], { own: ["/w/a.yaml"] })), ["shared.cycle /w/b.yaml:6"]);
  });

  it("that are missing or broken are reported where they are named or written", async () => {
    const files = {
      "/w/a.yaml": pack("a", "extends: ./gone.yaml\n"),
      "/w/b.yaml": pack("b", "extends: unheard-of\n"),
      "/w/c.yaml": pack("c", "nonsense: 1\n"),
      "/w/empty/x.txt": "",
    };
    assert.deepEqual(
      placesOfProblems(await resolve(files, ["./a.yaml", "./b.yaml", "./c.yaml", "./empty", "nobody"])),
      [
        "shared.missing /w/a.yaml:5",
        "pack.unknown-key /w/c.yaml:5",
        "shared.missing settings.json:4",
        "shared.missing settings.json:5",
        "shared.missing /w/b.yaml:5",
      ],
    );
  });

  it("cannot lead out of their package", async () => {
    const files = {
      "/w/node_modules/bad/package.json": '{\n"healthgeo": {"packs": [\n"../../secret.yaml", "in.yaml"]}}',
      "/w/node_modules/bad/in.yaml": pack("in", "extends: ../../secret.yaml\n"),
      "/w/secret.yaml": pack("secret"),
    };
    const found = await resolve(files, ["bad"]);
    assert.deepEqual(idsOf(found), ["in"]);
    assert.deepEqual(placesOfProblems(found), [
      "shared.escape /w/node_modules/bad/package.json:3",
      "shared.escape /w/node_modules/bad/in.yaml:5",
    ]);
  });

  it("of a package that says it wrongly are reported in its package.json", async () => {
    for (const manifest of ['{\n"healthgeo": 1}', '{\n"healthgeo": {"packs": [1]}}']) {
      const found = await resolve({ "/w/node_modules/p/package.json": manifest }, ["p"]);
      assert.deepEqual(placesOfProblems(found), ["shared.package /w/node_modules/p/package.json:2"]);
    }
    const none = await resolve({ "/w/node_modules/p/package.json": "{}" }, ["p"]);
    assert.deepEqual(placesOfProblems(none), ["shared.package settings.json:1"]);
  });

  it("are not read where they must not be", async () => {
    const files = { "/team/a.yaml": pack("a"), "/w/b.yaml": pack("b"), "/node_modules/p/taxonomy/c.yaml": pack("c") };
    const found = await resolve(files, ["../team", "./b.yaml", "p"], { refused: "/w" });
    assert.deepEqual(idsOf(found), ["b"]);
    assert.deepEqual(placesOfProblems(found), ["shared.restricted settings.json:1", "shared.missing settings.json:3"]);
  });

  it("are bounded in number", async () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`/w/all/p${i}.yaml`, pack(`p${i}`)]));
    const found = await resolve(many, ["./all"]);
    assert.equal(found.packs.length, 200);
    assert.deepEqual(placesOfProblems(found), ["shared.too-many settings.json:1"]);
  });

  it("come once each and behind their base, however they extend one another", async () => {
    const graph = fc.array(fc.nat(9), { minLength: 1, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(graph, async (targets) => {
        const files = Object.fromEntries(
          targets.map((target, i) => [`/w/p${i}.yaml`, pack(`p${i}`, `extends: ./p${target}.yaml\n`)]),
        );
        const found = await resolve(
          files,
          targets.map((_, i) => `./p${i}.yaml`),
        );
        const order = idsOf(found);
        assert.deepEqual([...order].sort(), targets.map((_, i) => `p${i}`).sort());
        const missing = targets.filter((target) => target >= targets.length).length;
        assert.equal(found.problems.filter(({ code }) => code === "shared.missing").length, missing);
        const circles = found.problems.filter(({ code }) => code === "shared.cycle").map(({ uri }) => uri);
        targets.forEach((target, i) => {
          const isCut = target >= targets.length || circles.includes(`/w/p${i}.yaml`);
          assert.ok(isCut || order.indexOf(`p${target}`) < order.indexOf(`p${i}`));
        });
      }),
    );
  });
});
