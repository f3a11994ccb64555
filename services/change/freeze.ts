import * as z from "zod";
import { ApprovalPolicy } from "../../shared/approvals/policy.ts";
import { fitsBytes } from "../../shared/domain/fits-bytes.ts";
import { ForeignId, ShortText } from "../../shared/domain/texts.ts";
import { occurred, type RecordBase } from "../../shared/dynamo/record.ts";
import { keptFields, type Tell } from "../../shared/kept/kept.ts";
import { TemplateId } from "./change-fields.ts";
import { ChangeType } from "./change-type.ts";
import { ChangeFreezeChanged } from "./events-kept.ts";
import { refuseTimes, seenTimes, timesFields } from "./times.ts";

export const FreezeId = z.string().regex(/^CFZ\d{7,12}$/, "A freeze such as CFZ0000001");
const Ids = (most: number) => z.array(ForeignId).max(most).default([]);

/** Whom a freeze asks that names nobody: a change is never let through unasked. */
export const usualException = {
  steps: [
    {
      name: "Freeze exception",
      approvers: [{ kind: "role" as const, id: "change-manager" }],
      rule: { kind: "any" as const },
      oneRejectionEnds: true,
    },
  ],
};

const fields = {
  name: ShortText,
  reason: z.string().trim().min(1).max(2000),
  ...timesFields,
  all: z.boolean().default(false).describe("Every change, whatever it is about"),
  serviceIds: Ids(100).describe("Changes of these services"),
  ciIds: Ids(500).describe("Changes of these configuration items"),
  teamIds: Ids(50).describe("Changes that these teams do"),
  exemptTypes: z.array(ChangeType).max(3).default([]).describe("Types of change that it does not hold up"),
  exemptTemplateIds: z.array(TemplateId).max(50).default([]),
  exemptServiceIds: Ids(100),
  exception: ApprovalPolicy.default(usualException).describe("Who lets a change be done in it all the same"),
};

/**
 * A time in which nothing is changed (freeze, blackout): it blocks scheduling and implementing. The only way
 * through is an exception, which people approve for one change and its window.
 */
export const FreezeFields = z
  .strictObject(fields)
  .refine(fitsBytes(30_000), "At most 30 kB in all")
  .superRefine(refuseTimes)
  .refine(
    ({ all, serviceIds, ciIds, teamIds }) => all || serviceIds.length + ciIds.length + teamIds.length > 0,
    { path: ["all"], error: "Say what is frozen, or all" },
  );
export type FreezeFields = z.infer<typeof FreezeFields>;

export const Freeze = z
  .object({
    id: FreezeId,
    ...keptFields,
    ...fields,
    ...seenTimes,
    serviceIds: z.array(z.string()),
    ciIds: z.array(z.string()),
    teamIds: z.array(z.string()),
    exemptServiceIds: z.array(z.string()),
  })
  .meta({ id: "ChangeFreeze" });
export type Freeze = z.infer<typeof Freeze> & RecordBase;

export const tellOfFreeze: Tell<Freeze> = (after, changes) => {
  const { id, name, state, from, to, recurrence, all, serviceIds, ciIds, teamIds } = after;
  const freeze = {
    id,
    name,
    retired: state === "retired",
    from,
    to,
    recurrence,
    all,
    serviceIds,
    ciIds,
    teamIds,
  };
  return occurred(ChangeFreezeChanged, { freeze }, changes);
};
