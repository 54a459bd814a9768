import type { Row } from "../row";

export const rust: Row = {
  id: "5",
  run: () => [{ skipped: "needs a Rust toolchain, which the project does not ask for" }],
};
