import { Refusal } from "../../../shared/domain/refusal.ts";
import { type Decision, occurred } from "../../../shared/dynamo/record.ts";
import { MaintenanceWindowCancelled, MaintenanceWindowEnded, MaintenanceWindowPlanned } from "../events.ts";
import { type MaintenanceWindow, type WindowFields, windowLifecycle } from "../maintenance-window.ts";

const happened = (
  event: typeof MaintenanceWindowPlanned,
  window: MaintenanceWindow,
  changes: Partial<MaintenanceWindow>,
  confidential?: Readonly<Record<string, unknown>>,
): Decision<MaintenanceWindow> => [
  occurred(event, { window: { ...window, ...changes } }, changes, confidential),
];

const utc = (instant: string): string => new Date(instant).toISOString();

export const plan = (
  id: string,
  fields: WindowFields,
  now: string,
  changeId?: string,
): Decision<MaintenanceWindow> => {
  const [from, to] = [utc(fields.from), utc(fields.to)];
  if (to <= now)
    throw new Refusal("invalid_input", undefined, [{ path: "body.to", message: "This is over already" }]);
  return happened(MaintenanceWindowPlanned, { id } as MaintenanceWindow, {
    ...fields,
    from,
    to,
    state: "planned",
    ...(changeId === undefined ? {} : { changeId }),
  });
};

export const cancel = (window: MaintenanceWindow, reason: string): Decision<MaintenanceWindow> => {
  const state = windowLifecycle.next(window.state, "cancel");
  return happened(MaintenanceWindowCancelled, window, { state, cancellation: reason });
};

export const end = (window: MaintenanceWindow, now: string): Decision<MaintenanceWindow> =>
  window.state === "planned" && window.to <= now
    ? happened(MaintenanceWindowEnded, window, { state: windowLifecycle.next(window.state, "end") })
    : [];
