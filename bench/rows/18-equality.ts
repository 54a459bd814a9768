import type { Row } from "../row";

export const equality: Row = {
  id: "18",
  run: () => [
    {
      skipped:
        "no speed: property tests hold it, for edits in test/unit/core/tagger/tagger.test.ts, for spans in test/unit/core/tagger/lexicon/naive-reference.test.ts",
    },
  ],
};
