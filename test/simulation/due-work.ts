/** Work that falls due: where a record says so, and the schedule that does it. */
export type DueWork = {
  readonly service: string;
  readonly schedule: string;
  /** The index that the schedule asks, and its partition. */
  readonly index: string;
  readonly partition: string;
  /** It does other things as well, such as measuring anew by new terms: for those nothing need be due. */
  readonly actsAnytime?: boolean;
};

const measuring = { index: "points", partition: "points", actsAnytime: true };
const due = { index: "due", partition: "due" };

/** What each service does by the clock with records that say when; whatever sweeps an index of due work belongs here. */
export const dueWork: readonly DueWork[] = [
  { service: "asset", schedule: "watch-assets", index: "due", partition: "asset" },
  { service: "asset", schedule: "watch-contracts", index: "due", partition: "contract" },
  { service: "asset", schedule: "watch-contracts", index: "due", partition: "entitlement" },
  { service: "change", schedule: "watch-approvals", ...due },
  { service: "change", schedule: "watch-change-service-levels", ...measuring },
  // It asks, and lets questions lapse, at other times as well.
  {
    service: "configuration",
    schedule: "run-attestations",
    index: "attestations",
    partition: "due",
    actsAnytime: true,
  },
  { service: "incident", schedule: "announce-updates", index: "due", partition: "update" },
  { service: "incident", schedule: "close-resolved", ...due },
  { service: "incident", schedule: "watch-service-levels", ...measuring },
  { service: "knowledge", schedule: "settle-readings", index: "due", partition: "reading" },
  { service: "knowledge", schedule: "watch-validity", ...due },
  { service: "problem", schedule: "watch-problem-service-levels", ...measuring },
  { service: "request", schedule: "order-scheduled", index: "due", partition: "schedule" },
  { service: "request", schedule: "watch-request-service-levels", ...measuring },
  { service: "request", schedule: "watch-requests", ...due },
];
