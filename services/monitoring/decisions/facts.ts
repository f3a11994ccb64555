import { isSame } from "../../../shared/domain/is-same.ts";
import type { Alert } from "../alert.ts";
import { meaningOf } from "../settings.ts";
import { fitted, limits, type Observation } from "../signal.ts";
import type { Circumstances } from "./circumstances.ts";

/** What a report says of its alert. */
export const facts = (signal: Observation, { settings }: Circumstances): Partial<Alert> => {
  const { impact, urgency, opensIncident } = meaningOf(settings, signal.severity);
  const { source, resource, check, severity, category, links, labels } = signal;
  return {
    source,
    resource,
    check,
    severity,
    summary: signal.summary ?? fitted(`${check} on ${resource}`, limits.summary),
    serviceId: signal.serviceId,
    ciIds: signal.ciIds,
    category,
    links,
    labels,
    impact,
    urgency,
    informational: opensIncident ? undefined : true,
  };
};

type Meaning = Pick<Alert, "impact" | "urgency" | "informational">;
const meaning = ({ impact, urgency, informational }: Meaning) => [impact, urgency, informational === true];

/** The lower the sum, the worse; what opens no incident is never worse. */
const isWorse = (next: Meaning, alert: Meaning): boolean =>
  next.informational !== true &&
  (alert.informational === true || next.impact + next.urgency < alert.impact + alert.urgency);

/**
 * What a further firing report changes about an alert that fires: another severity, or something that nobody
 * had named yet. Nothing where it says what is known (the words of its summary are told anew by every report).
 * Of two reports of one instant the worse counts, whichever comes first, and both are about what they name.
 */
export const newFacts = (
  alert: Alert,
  signal: Observation,
  on: Circumstances,
): Partial<Alert> | undefined => {
  const said = facts(signal, on) as Alert;
  const isLater = signal.occurredAt > alert.observedAt;
  const differs = isLater ? !isSame(meaning(said), meaning(alert)) : isWorse(said, alert);
  const named = said.ciIds.filter((id) => !alert.ciIds.includes(id));
  const ciIds = [...alert.ciIds, ...named].slice(0, limits.cis);
  const isNamed = ciIds.length > alert.ciIds.length;
  const serviceId = said.serviceId ?? alert.serviceId;
  if (!differs && !isNamed && serviceId === alert.serviceId) return undefined;
  if (!differs) return { ciIds, serviceId };
  // What has an incident keeps it, however harmless it is called now.
  const isOwed = alert.isOwn === true || alert.stormId !== undefined;
  return { ...said, ciIds, serviceId, ...(isOwed ? { informational: undefined } : {}) };
};
