import * as z from "zod";
import { ShortText } from "../../shared/domain/texts.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";
import { keptFields } from "../../shared/kept/kept.ts";
import { Format } from "./import-format.ts";
import { Mapping } from "./import-mapping.ts";

/** The id of a source, chosen when it is named: CIs and rules carry it. */
export const SourceId = z
  .string()
  .regex(/^src\.[a-z0-9-]{2,36}$/, "`src.` and 2 to 36 small letters, digits and dashes")
  .describe("Id of a source, such as `src.aws-config`");

/** What it means when a source names a relation no more. */
const RelationsAre = z
  .enum(["added", "complete"])
  .describe(
    "`complete`: an import names all relations from each CI that it has a row for (of a table of relations: from each CI that it names first); those that the source brought and names no more end. `added`: relations are only added",
  );

/** Who tells of CIs, and how to read it. */
export const SourceFields = z.strictObject({
  name: ShortText,
  description: z.string().trim().min(1).max(2000).optional(),
  format: Format,
  mapping: Mapping.prefault({}),
  relationsAre: RelationsAre.default("added"),
  staleAfterDays: z
    .number()
    .int()
    .min(1)
    .max(3650)
    .default(60)
    .describe("A CI that the source has not spoken of for so long is stale"),
});
export type SourceFields = z.infer<typeof SourceFields>;

export const Source = z
  .object({
    id: SourceId,
    ...keptFields,
    ...SourceFields.shape,
    mapping: Mapping,
    relationsAre: RelationsAre,
    staleAfterDays: z.number().int(),
  })
  .meta({ id: "CiSource" });
export type Source = z.infer<typeof Source> & RecordBase;
