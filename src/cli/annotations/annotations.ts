import { commandGroup } from "../command";
import { agreementCommand } from "./agreement";
import { mergeCommand } from "./merge";

export const annotationsCommand = commandGroup(
  "annotations",
  "merge what several people decided, and measure how far they agree",
  [agreementCommand, mergeCommand],
);
