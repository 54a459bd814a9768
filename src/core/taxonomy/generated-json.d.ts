/** Written by `scripts/built-in-packs.mjs` from `taxonomies/*.yaml`: compiled packs in base 64. */
declare module "*.generated.json" {
  const base64: string;
  export default base64;
}
