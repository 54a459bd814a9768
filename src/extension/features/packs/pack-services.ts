import type { PackChecks } from "../../services/packs/pack-checks";
import type { PackFiles } from "../../services/packs/pack-files";
import type { PackTests } from "../../services/packs/pack-tests";
import type { Services } from "../../services/services";

/** What the features for writing packs share. */
export interface PackServices extends Services {
  readonly packFiles: PackFiles;
  readonly packTests: PackTests;
  readonly packChecks: PackChecks;
}
