import * as z from "zod";
import type { ForeignEnvelope, ForeignEvent } from "../../../shared/events/foreign.ts";
import { fitted, fittedKey, limits, type Observation } from "../signal.ts";

const Entity = z.looseObject({ entityValue: z.string().optional() });
const Description = z.looseObject({ latestDescription: z.string().optional() });

/** Older events lack some of these, so only what says which event it is must be there. */
const Detail = z.looseObject({
  eventArn: z.string().min(1),
  service: z.string().min(1),
  eventTypeCode: z.string().min(1),
  eventTypeCategory: z.string().min(1),
  statusCode: z.string().optional(),
  startTime: z.string().optional(),
  endTime: z.string().optional(),
  lastUpdatedTime: z.string().optional(),
  eventRegion: z.string().optional(),
  affectedAccount: z.string().optional(),
  eventDescription: z.array(Description).optional(),
  affectedEntities: z.array(Entity).optional(),
});
type Detail = z.infer<typeof Detail>;

export const HealthEventCame: ForeignEvent<Detail> = {
  source: "aws.health",
  detailType: "AWS Health Event",
  summary: "AWS says how one of its services is.",
  detail: Detail,
};

/** AWS Health writes `Thu, 22 Feb 2024 19:39:38 GMT`. */
const instantIn = (...candidates: readonly (string | undefined)[]): string => {
  const known = candidates.map((text) => new Date(text ?? "")).find((at) => !Number.isNaN(at.getTime()));
  return (known ?? new Date(0)).toISOString();
};

const isOver = ({ statusCode, endTime }: Detail, now: string): boolean =>
  statusCode === undefined
    ? endTime !== undefined && instantIn(endTime, now) <= instantIn(now)
    : statusCode.toLowerCase() === "closed";

/**
 * The report in a Health event. The same event comes several times (a page for each hundred entities, and from
 * the backup region), as it is updated and when it is closed: event and account tell which it is. Its category
 * is its severity, so the settings say that issues open incidents and notices do not.
 */
export const healthReport = ({
  account,
  region,
  time,
  detail,
}: ForeignEnvelope & { readonly detail: Detail }): Observation => {
  const { eventArn, service, eventTypeCode, eventTypeCategory, eventRegion = region } = detail;
  const affectedAccount = detail.affectedAccount ?? account;
  const words = detail.eventDescription?.map(({ latestDescription }) => latestDescription).find(Boolean);
  const entities = (detail.affectedEntities ?? []).map(({ entityValue }) => fitted(entityValue, 128));
  return {
    source: "aws.health",
    resource: fittedKey(`${affectedAccount}/${eventArn}`, limits.resource),
    check: fittedKey(eventTypeCode, limits.check),
    state: isOver(detail, time) ? "recovered" : "firing",
    severity: fitted(eventTypeCategory, limits.severity),
    summary: fitted(`${service} in ${eventRegion}: ${words ?? eventTypeCode}`, limits.summary),
    ciIds: [...new Set(entities.filter(Boolean))].slice(0, limits.cis),
    occurredAt: instantIn(detail.lastUpdatedTime, time),
    links: [],
    labels: { account: affectedAccount, region: eventRegion, service: fitted(service, limits.labelValue) },
  };
};
