import { isTextFormat, TEXT_FORMATS, type TextFormat } from "../core";
import { UsageError } from "./command";

/** The markup that an option names; undefined where it is not given, a usage error where it is none. */
export function checkedMarkup(name: string | undefined): TextFormat | undefined {
  if (name === undefined || isTextFormat(name)) return name;
  throw new UsageError(`"${name}" is not a markup; use one of ${TEXT_FORMATS.join(", ")}.`);
}
