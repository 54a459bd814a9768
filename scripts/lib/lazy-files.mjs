/** The builds of compromise that grammar rules ask for; they come in files of their own where a host can load several. */
export const LAZY_FILES = { "compromise/one": "compromise-one.js", "compromise/two": "compromise-two.js" };

/**
 * An esbuild plugin that leaves the packages of `LAZY_FILES` out of a bundle and has it require their files beside it, so
 * that a document which wakes no rule does not pay for reading them.
 */
export function lazyFiles() {
  return {
    name: "lazy-files",
    setup({ onResolve }) {
      onResolve({ filter: /^compromise\// }, ({ path }) => {
        const file = LAZY_FILES[path];
        return file === undefined ? undefined : { path: `./${file}`, external: true };
      });
    },
  };
}
