import { readFileSync } from "node:fs";
import { Ajv, type ErrorObject } from "ajv";

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Keywords that VS Code adds to JSON Schema. */
const EDITOR_KEYWORDS = ["patternErrorMessage", "enumDescriptions"];

export function readSchema(name: string): JsonSchema {
  return JSON.parse(readFileSync(`schemas/${name}.schema.json`, "utf8")) as JsonSchema;
}

/** A function that says what is wrong with a value, as `place: message`, in the words an editor shows. */
export function validatorOf(schema: JsonSchema): (value: unknown) => string[] {
  const ajv = new Ajv({ allErrors: true, verbose: true }).addVocabulary(EDITOR_KEYWORDS);
  const validate = ajv.compile(schema);
  // That a branch of a condition failed says nothing beyond what failed in it; VS Code does not show it either.
  const isTold = ({ keyword }: ErrorObject) => keyword !== "if";
  return (value) => (validate(value) ? [] : (validate.errors ?? []).filter(isTold).map(describeError));
}

function describeError(error: ErrorObject): string {
  const { patternErrorMessage } = (error.parentSchema ?? {}) as { patternErrorMessage?: string };
  const { additionalProperty, allowedValues } = error.params as {
    additionalProperty?: string;
    allowedValues?: string[];
  };
  const detail = additionalProperty ?? allowedValues?.join(", ");
  const message = error.keyword === "pattern" ? patternErrorMessage : undefined;
  return `${error.instancePath || "/"}: ${message ?? error.message ?? error.keyword}${detail === undefined ? "" : ` (${detail})`}`;
}
