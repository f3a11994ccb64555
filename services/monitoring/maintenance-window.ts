import * as z from "zod";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";
import { CiId, ServiceId } from "./signal.ts";

export const windowLifecycle = defineLifecycle(["planned", "ended", "cancelled"], {
  end: { from: ["planned"], to: "ended" },
  cancel: { from: ["planned"], to: "cancelled" },
});

export const WindowId = z.string().regex(/^MNT\d{7,12}$/, "A maintenance window such as MNT0001234");

const Reason = z.string().trim().min(1).max(2000);

/** When which alerts are expected, and why: they are kept, but nobody is called. */
export const WindowFields = z.strictObject({
  all: z.boolean().default(false).describe("Everything, whatever it is about"),
  serviceIds: z.array(ServiceId).max(50).default([]),
  ciIds: z.array(CiId).max(50).default([]),
  from: z.iso.datetime({ offset: true }),
  to: z.iso.datetime({ offset: true }),
  reason: Reason,
});
export type WindowFields = z.infer<typeof WindowFields>;

export const PlanWindow = WindowFields.refine(
  ({ all, serviceIds, ciIds }) => all || serviceIds.length + ciIds.length > 0,
  { path: ["serviceIds"], error: "Say which services or CIs, or all" },
).refine(({ from, to }) => Date.parse(from) < Date.parse(to), { path: ["to"], error: "After the beginning" });

export const MaintenanceWindow = z
  .object({
    id: WindowId,
    version: z.number().int(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    ...WindowFields.shape,
    all: z.boolean(),
    serviceIds: z.array(z.string()),
    ciIds: z.array(z.string()),
    state: windowLifecycle.State,
    changeId: z.string().optional().describe("The change for whose time it is"),
    cancellation: z.string().optional(),
    actions: z.array(z.string()).optional().describe("What the caller of the API may do with it now"),
  })
  .meta({ id: "MaintenanceWindow" });
export type MaintenanceWindow = z.infer<typeof MaintenanceWindow> & RecordBase;

export const Cancellation = z.strictObject({ reason: Reason });

/** What a window is compared with. */
export type Affected = { readonly serviceId?: string | undefined; readonly ciIds: readonly string[] };

const covers = ({ all, serviceIds, ciIds }: MaintenanceWindow, about: Affected): boolean =>
  all ||
  (about.serviceId !== undefined && serviceIds.includes(about.serviceId)) ||
  about.ciIds.some((id) => ciIds.includes(id));

/** The window that mutes something now; of several the one that ends last. */
export const mutingWindow = (
  windows: readonly MaintenanceWindow[],
  about: Affected,
  now: string,
): MaintenanceWindow | undefined =>
  windows
    .filter((each) => each.state === "planned" && each.from <= now && now < each.to && covers(each, about))
    .toSorted((a, b) => (a.to < b.to ? 1 : -1))[0];
