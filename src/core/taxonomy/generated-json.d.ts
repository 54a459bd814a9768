/** Written by `scripts/build.mjs` from `taxonomies/*.yaml`; typed where it is read, since its size would slow the compiler. */
declare module "*.generated.json" {
  const value: unknown;
  export default value;
}
