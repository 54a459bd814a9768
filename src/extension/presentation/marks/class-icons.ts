import type { ClassId, Facet } from "../../../core";

/** Codicon of each facet. */
export const FACET_ICONS: Readonly<Record<Facet, string>> = {
  actor: "organization",
  infrastructure: "server-environment",
  sovereignty: "shield",
};

const CLASS_ICONS: Readonly<Record<ClassId, string>> = {
  "actor.state": "globe",
  "actor.intergovernmental": "type-hierarchy",
  "actor.agency": "verified",
  "actor.company": "briefcase",
  "actor.research": "mortar-board",
  "actor.civil-society": "megaphone",
  "actor.person": "person",
  "actor.community": "organization",
  "infrastructure.data": "database",
  "infrastructure.sequencing": "graph-line",
  "infrastructure.compute": "server",
  "infrastructure.ai": "circuit-board",
  "infrastructure.clinical": "pulse",
  "infrastructure.research": "beaker",
  "infrastructure.production": "package",
  "infrastructure.exchange": "plug",
  "sovereignty.control": "key",
  "sovereignty.dependency": "link",
  "sovereignty.governance": "law",
  "sovereignty.flow": "arrow-swap",
  "sovereignty.security": "shield",
  "sovereignty.competition": "target",
  "sovereignty.cooperation": "heart",
};

/** Codicon of a class; classes that a workspace adds share one. */
export function classIcon(classId: ClassId): string {
  return CLASS_ICONS[classId] ?? "tag";
}
