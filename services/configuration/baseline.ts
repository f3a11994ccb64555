import * as z from "zod";
import { ShortText } from "../../shared/domain/texts.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";
import { keptFields } from "../../shared/kept/kept.ts";
import { CiId } from "./ci.ts";

export const BaselineId = z.string().regex(/^BSL\d{7,12}$/, "A baseline number such as BSL0000001");

const shape = {
  name: ShortText,
  description: z.string().trim().min(1).max(2000).optional(),
  ciIds: z.array(CiId).min(1).max(20).describe("Where it begins, such as a service"),
  direction: z.enum(["upstream", "downstream"]).default("upstream").describe("upstream: all that they need"),
  depth: z.number().int().min(1).max(50).default(50),
  at: z.iso
    .datetime()
    .optional()
    .describe("The instant it holds fast; now unless given, never in the future"),
};

/** What a configuration manager says of a baseline. Only name and description may change later. */
export const BaselineFields = z.strictObject(shape);
export type BaselineFields = z.infer<typeof BaselineFields>;

/**
 * A configuration baseline (ITIL 4): how a part of the infrastructure was at an instant, to compare with. It
 * copies nothing: histories say what was, of every CI reached, new and gone ones included.
 */
export const Baseline = z
  .object({ id: BaselineId, ...keptFields, ...shape, at: z.iso.datetime() })
  .meta({ id: "CiBaseline" });
export type Baseline = z.infer<typeof Baseline> & RecordBase;
