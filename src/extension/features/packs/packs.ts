import { DisposableStore, type Disposable } from "../../dispose";
import { PackChecks } from "../../services/packs/pack-checks";
import { PackFiles } from "../../services/packs/pack-files";
import { PackTests } from "../../services/packs/pack-tests";
import type { Services } from "../../services/services";
import { activatePackCompletion } from "./completion";
import { activatePackDiagnostics } from "./diagnostics";
import { activatePackFixes } from "./fixes";
import { activatePackFormatting } from "./formatting";
import { activatePackHover } from "./hover";
import { activatePackLenses } from "./lenses";
import { activatePackNavigation } from "./navigation";
import type { PackServices } from "./pack-services";
import { activatePackRename } from "./rename";
import { activatePackSymbols } from "./symbols";
import { activatePackTests, type PackTestExplorer } from "./tests";

const FEATURES: readonly ((services: PackServices) => Disposable)[] = [
  activatePackCompletion,
  activatePackDiagnostics,
  activatePackFixes,
  activatePackFormatting,
  activatePackHover,
  activatePackLenses,
  activatePackNavigation,
  activatePackRename,
  activatePackSymbols,
];

/** What the integration suite looks at. */
export interface PackAuthoring extends Disposable {
  readonly explorer: PackTestExplorer;
}

/** Everything that helps to write taxonomy packs. Nothing is read before a pack is open or texts are tagged. */
export function activatePacks(services: Services): PackAuthoring {
  const store = new DisposableStore();
  const packFiles = new PackFiles();
  const packTests = store.add(new PackTests(packFiles, services.taxonomy));
  const packChecks = store.add(new PackChecks(packFiles, packTests, services.taxonomy, services.log));
  const all: PackServices = { ...services, packFiles, packTests, packChecks };
  for (const activateFeature of FEATURES) store.add(activateFeature(all));
  const explorer = store.add(activatePackTests(all));
  return {
    explorer,
    dispose: () => {
      store.dispose();
    },
  };
}
