import {
  DiagnosticRelatedInformation,
  languages,
  Location,
  Uri,
  workspace,
  type Diagnostic,
  type TextDocument,
} from "vscode";
import { locateProblem, type Problem } from "../../../core";
import { DisposableStore, type Disposable } from "../../dispose";
import { diagnosticOf } from "../../problem-diagnostics";
import type { PackFile } from "../../services/packs/pack-files";
import { PACK_SELECTOR } from "../../services/packs/pack-files";
import type { PackServices } from "./pack-services";

/** Shows what is wrong in packs and between them, at the very words. */
export function activatePackDiagnostics({ packChecks, taxonomy }: PackServices): Disposable {
  const store = new DisposableStore();
  const collection = store.add(languages.createDiagnosticCollection("healthgeo.taxonomy"));
  store.add(
    packChecks.onDidChange(() => {
      const files = new Map(packChecks.files.map((file) => [file.uri.toString(), file]));
      const byFile = new Map<string, Diagnostic[]>();
      for (const problem of packChecks.problems) {
        const diagnostic = diagnosticIn(problem, files);
        byFile.set(problem.uri, [...(byFile.get(problem.uri) ?? []), diagnostic]);
      }
      collection.clear();
      collection.set([...byFile].map(([uri, diagnostics]) => [Uri.parse(uri), diagnostics]));
    }),
  );
  const checkIfPack = (document: TextDocument) => {
    if (languages.match([...PACK_SELECTOR], document) > 0) packChecks.schedule();
  };
  store.add(workspace.onDidOpenTextDocument(checkIfPack));
  workspace.textDocuments.forEach(checkIfPack);
  // A taxonomy that was loaded before this feature was there has told of its problems already.
  if (taxonomy.current !== undefined) packChecks.schedule();
  return store;
}

function diagnosticIn(problem: Problem, files: ReadonlyMap<string, PackFile>): Diagnostic {
  const file = files.get(problem.uri);
  const diagnostic = diagnosticOf({ ...problem, message: readable(problem.message) });
  if (file !== undefined) diagnostic.range = file.rangeOf(locateProblem(file.source, problem));
  const related = (problem.related ?? []).flatMap(({ uri, line, subject }) => {
    const other = files.get(uri);
    if (other === undefined) return [];
    const place = locateProblem(other.source, { ...problem, uri, line, subject });
    return [new DiagnosticRelatedInformation(new Location(other.uri, other.rangeOf(place)), subject)];
  });
  if (related.length > 0) diagnostic.relatedInformation = related;
  return diagnostic;
}

/** Addresses of files as paths in the workspace. */
function readable(message: string): string {
  return message.replace(/\b[a-z][a-z0-9+.-]*:\/\/[^\s:,]*/gi, (uri) => workspace.asRelativePath(Uri.parse(uri)));
}
