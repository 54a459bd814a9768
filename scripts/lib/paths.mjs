import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's root folder. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/** What is fetched once and kept between runs; HEALTHGEO_CACHE puts it elsewhere (a shared disk, a CI cache). */
export const CACHE = process.env.HEALTHGEO_CACHE ?? join(ROOT, ".cache");

/** The folder of the bundles. */
export const DIST = join(ROOT, "dist");

/** The sample workspace that `npm start` opens and that the tests copy. */
export const SAMPLES = join(ROOT, "samples");
