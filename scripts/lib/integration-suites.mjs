import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * An esbuild plugin for the integration bundle, which runs in hosts without Node:
 * - the module `integration-suites` imports every test file of the suite folder;
 * - Node's assert becomes the suite's own;
 * - mocha's browser build, a script in a package of modules, keeps away from the bundle's own `module.exports`.
 */
export function integrationSuites(root) {
  const folder = join(root, "test", "integration");
  const suites = join(folder, "suite");
  return {
    name: "integration-suites",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^integration-suites$/ }, () => ({ path: "all", namespace: "integration-suites" }));
      onLoad({ filter: /.*/, namespace: "integration-suites" }, () => ({
        contents: testFiles(suites)
          .map((file) => `import ${JSON.stringify(`./${file}`)};`)
          .join("\n"),
        resolveDir: suites,
        watchDirs: [suites],
      }));
      onResolve({ filter: /^(node:)?assert(\/strict)?$/ }, () => ({ path: join(folder, "assert.ts") }));
      onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, async ({ path }) => ({
        contents: `(function (exports, module, define) {${await readFile(path, "utf8")}\n}).call(globalThis);`,
      }));
    },
  };
}

function testFiles(folder) {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".test.ts"))
    .sort();
}
