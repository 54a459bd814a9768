import { commandGroup } from "../command";
import { checkCommand } from "./check";
import { diffCommand } from "./diff";
import { exportCommand } from "./export";
import { formatCommand } from "./format";
import { importCommand } from "./import";
import { testCommand } from "./test";

export const taxonomyCommand = commandGroup(
  "taxonomy",
  "check, test, sort, compare, import and export taxonomy packs",
  [checkCommand, testCommand, formatCommand, exportCommand, importCommand, diffCommand],
);
