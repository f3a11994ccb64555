import * as z from "zod";
import { fitsBytes } from "../../../../shared/domain/fits-bytes.ts";
import { Refusal } from "../../../../shared/domain/refusal.ts";
import { later } from "../../../../shared/domain/refusal-in.ts";
import { endpoint } from "../../../../shared/http/endpoint.ts";
import { ImportId, limits, SeenImport } from "../../ci-import.ts";
import { addChunk } from "../../decisions/import.ts";
import type { Format } from "../../import-format.ts";
import type { ConfigurationContext } from "../../table.ts";
import { readContent } from "../read-content.ts";

const Body = z.strictObject({
  chunk: z
    .number()
    .int()
    .min(1)
    .max(limits.chunks)
    .describe("1, 2, 3 ...; the same number again takes the place of what it had"),
  content: z
    .string()
    .min(1)
    .max(limits.characters)
    .refine(fitsBytes(350_000), "At most 350 kB")
    .describe(
      `Text in the source's format, at most ${limits.rowsOfChunk} rows; each chunk of a CSV has the header`,
    ),
});

const countRows = (format: Format, content: string): number => {
  const read = readContent(format, content);
  const invalid = (message: string) =>
    new Refusal("invalid_input", undefined, [{ path: "body.content", message }]);
  if ("problem" in read) throw invalid(read.problem);
  if (read.length === 0) throw invalid("There are no rows in it");
  if (read.length > limits.rowsOfChunk)
    throw new Refusal(
      "too_large",
      `A chunk takes at most ${limits.rowsOfChunk} rows, these are ${read.length}`,
    );
  return read.length;
};

export const addImportRows = endpoint({
  id: "addImportRows",
  summary: "Add a chunk of rows to an import that is being put together",
  route: "POST /ci-imports/{importId}/rows",
  permission: "configuration:import",
  params: z.object({ importId: ImportId }),
  body: Body,
  bodyLimit: 2 * limits.characters,
  reply: SeenImport,
  refusals: ["not_found", "illegal_transition", "rule_violation", "too_large", "version_conflict"],
  handle: async (
    { params: { importId: id }, body: { chunk: number, content }, ifMatch },
    context: ConfigurationContext,
  ) => {
    const { imports } = context;
    const { format } = await imports.get(id);
    const rows = await later(Promise.resolve().then(() => countRows(format, content)));
    return imports.update(id, ifMatch, (current) => addChunk(current, { number, content, rows: rows() }));
  },
});
