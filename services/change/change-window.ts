import * as z from "zod";
import { fitsBytes } from "../../shared/domain/fits-bytes.ts";
import { ForeignId, ShortText } from "../../shared/domain/texts.ts";
import { occurred, type RecordBase } from "../../shared/dynamo/record.ts";
import { keptFields, type Tell } from "../../shared/kept/kept.ts";
import { ChangeWindowChanged } from "./events-kept.ts";
import { refuseTimes, seenTimes, timesFields } from "./times.ts";

export const ChangeWindowId = z.string().regex(/^CWN\d{7,12}$/, "A change window such as CWN0000001");

const fields = {
  name: ShortText,
  description: z.string().trim().min(1).max(2000).optional(),
  ...timesFields,
  serviceIds: z.array(ForeignId).max(100).default([]),
  ciIds: z.array(ForeignId).max(500).default([]),
};

/** When a service or a CI may be worked on (maintenance window); one that has none may be at any time. */
export const ChangeWindowFields = z
  .strictObject(fields)
  .refine(fitsBytes(30_000), "At most 30 kB in all")
  .superRefine(refuseTimes)
  .refine(({ serviceIds, ciIds }) => serviceIds.length + ciIds.length > 0, {
    path: ["serviceIds"],
    error: "Say for which services or CIs",
  });

export const ChangeWindow = z
  .object({
    id: ChangeWindowId,
    ...keptFields,
    ...fields,
    ...seenTimes,
    serviceIds: z.array(z.string()),
    ciIds: z.array(z.string()),
  })
  .meta({ id: "ChangeWindow" });
export type ChangeWindow = z.infer<typeof ChangeWindow> & RecordBase;

export const tellOfChangeWindow: Tell<ChangeWindow> = (after, changes) => {
  const { id, name, state, from, to, recurrence, serviceIds, ciIds } = after;
  const window = { id, name, retired: state === "retired", from, to, recurrence, serviceIds, ciIds };
  return occurred(ChangeWindowChanged, { window }, changes);
};
