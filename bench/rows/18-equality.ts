import type { Row } from "../row";

export const equality: Row = {
  id: "18",
  run: () => [{ skipped: "held by unit tests of every commit: test/unit/core/tagger" }],
};
