import * as z from "zod";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import { recordFields } from "../../shared/domain/record-fields.ts";
import { LongText } from "../../shared/domain/texts.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";
import { Criticality } from "../configuration/events.ts";
import { ChangeId } from "./change-fields.ts";

export const FindingId = z.string().regex(/^CUF\d{7,12}$/, "A finding such as CUF0000001");

/**
 * What becomes of a finding: somebody looks after it, and says either how it came that nobody had to decide on
 * it here, or that it was changed without authority.
 */
export const findingLifecycle = defineLifecycle(["open", "acknowledged", "explained", "confirmed"], {
  acknowledge: { from: ["open"], to: "acknowledged" },
  explain: { from: ["open", "acknowledged"], to: "explained" },
  confirm: { from: ["open", "acknowledged"], to: "confirmed" },
});

/** A CI was found to be otherwise, and no change of it was being done (unauthorised change). */
export const Finding = z
  .object({
    id: FindingId,
    ...recordFields,
    state: findingLifecycle.State,
    ciId: z.string(),
    ciName: z.string(),
    classId: z.string(),
    criticality: Criticality,
    ownerId: z.string().optional(),
    teamId: z.string().optional(),
    sourceId: z.string().describe("The source that found it"),
    changed: z.array(z.string()).describe("Attributes and facts that are otherwise, 50 at most"),
    times: z.number().int().describe("How often it was found to be otherwise while nobody had explained it"),
    firstAt: z.iso.datetime(),
    lastAt: z.iso.datetime(),
    sequence: z.number().int().describe("The CI's version that was found last"),
    nearbyIds: z.array(ChangeId).describe("Changes of the CI about that time that were not being done"),
    opensIncident: z.boolean().describe("By policy an incident was opened for it"),
    takenBy: z.string().optional().describe("Who looks after it"),
    changeId: ChangeId.optional().describe("The change that explains it"),
    text: LongText.optional().describe("How it came about"),
    settledBy: z.string().optional(),
    settledAt: z.iso.datetime().optional(),
    actions: z.array(z.string()).optional().describe("What the caller of the API may do with it now"),
  })
  .meta({ id: "ChangeFinding" });
export type Finding = z.infer<typeof Finding> & RecordBase;

/** Nobody has said yet how it came about: what is found of the CI meanwhile belongs to it. */
export const isUnsettled = ({ state }: Pick<Finding, "state">): boolean =>
  state === "open" || state === "acknowledged";

export const ListedFinding = Finding.omit({ text: true, nearbyIds: true }).meta({
  id: "ListedChangeFinding",
});
