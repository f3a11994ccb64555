import type { Format } from "../import-format.ts";
import type { Numbered } from "../import-row.ts";
import { readAwsConfig } from "./read-aws-config.ts";
import { readAwsTags } from "./read-aws-tags.ts";
import { readJson } from "./read-json.ts";
import { readTable } from "./read-table.ts";

const documentReaders = { json: readJson, "aws-config": readAwsConfig, "aws-tags": readAwsTags } as const;

/** The rows of a text in a format, or why it is not in that format (with the line, where there are lines). */
export const readContent = (
  format: Format,
  content: string,
): readonly Numbered[] | { readonly problem: string } => {
  if (format === "csv") {
    const read = readTable(content);
    return "problem" in read ? { problem: `Line ${read.line}: ${read.problem}` } : read;
  }
  try {
    return documentReaders[format](JSON.parse(content));
  } catch (error) {
    if (error instanceof SyntaxError) return { problem: "This is not JSON" };
    throw error;
  }
};
