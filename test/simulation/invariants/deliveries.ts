import { compilePattern } from "../../../infra/local/event-pattern.ts";
import { detailType } from "../../../shared/events/event-type.ts";
import type { Service } from "../../../shared/service.ts";
import type { Facts, Kept } from "../facts.ts";
import type { StoredKind } from "../simulated.ts";

type Detail = { readonly meta: { readonly eventId: string }; readonly data: unknown };

const eventIdOf = (body: string): string | undefined => {
  try {
    return (JSON.parse(body) as { detail: Detail }).detail.meta.eventId;
  } catch {
    return undefined;
  }
};

/** Ids of the events that a service's consumer has said yes to. */
const consumedBy = ({ handled }: Facts, service: string): ReadonlySet<string> =>
  new Set(
    handled
      .filter(({ ok, mapping }) => ok && mapping.functionArn.endsWith(`-${service}-consumer`))
      .flatMap(({ message }) => eventIdOf(message.body) ?? []),
  );

/** Every event of a history was published, and every subscriber that wants it has done with it. */
export const lostEvents = (facts: Facts, services: readonly Service[]): string[] => {
  const published = new Set(facts.published.map(({ detail }) => (detail as Detail).meta.eventId));
  const subscribers = services.map((service) => ({
    service,
    consumed: consumedBy(facts, service.name),
    wants: service.subscriptions.map(({ event, where }) =>
      compilePattern({
        source: [event.source],
        "detail-type": [detailType(event)],
        ...(where === undefined ? {} : { detail: { data: where } }),
      }),
    ),
  }));
  return facts.kept.flatMap(({ events }) =>
    events.flatMap(({ source, detailType: type, detail: json }) => {
      const detail = JSON.parse(String(json)) as Detail;
      const { eventId } = detail.meta;
      if (!published.has(eventId)) return [`${eventId} was never published`];
      return subscribers
        .filter(({ wants }) => wants.some((wanted) => wanted({ source, "detail-type": type, detail })))
        .filter(({ consumed }) => !consumed.has(eventId))
        .map(({ service }) => `${service.name} never had done with ${eventId} (${type})`);
    }),
  );
};

/** Every published event is in a history: nothing was announced that did not happen. */
export const inventedEvents = ({ published, kept }: Facts): string[] => {
  const known = new Set(kept.flatMap(({ history }) => history.map(({ meta }) => meta.eventId)));
  return published
    .map(({ detail }) => (detail as Detail).meta.eventId)
    .filter((eventId) => !known.has(eventId))
    .map((eventId) => `${eventId} was published but is in no history`);
};

type Effect = { readonly cause: string; readonly type: string; readonly at: string };

/** What events led to on a record; several entries of one transaction, such as several tasks that end, are one. */
const effectsOn = ({ history }: Kept): readonly Effect[] => {
  const effects = history
    .map(({ type, meta }) => ({ cause: meta.causationId ?? "schedule:", type, at: meta.occurredAt }))
    .filter(({ cause }) => !cause.startsWith("schedule:"));
  return [...new Map(effects.map((each) => [Object.values(each).join(" "), each])).values()];
};

/** What is due is told in whichever transaction comes next; that it is told once is each service's own invariant. */
const isOfTime = (type: string): boolean => /ServiceLevel(Warning|Breached|sChanged)$/.test(type);

/** An event has at most one effect of a kind on a record, unless that effect is worked out anew at every occasion. */
export const doubleEffects = ({ kept }: Facts, kinds: readonly StoredKind[]): string[] =>
  kept.flatMap((one) => {
    const recomputed = kinds.find(({ isOne }) => isOne(one.id))?.recomputed ?? [];
    const causes = effectsOn(one)
      .filter(({ type }) => !recomputed.includes(type) && !isOfTime(type))
      .map(({ cause, type }) => `${cause} had two effects on ${one.id} (${type})`);
    return causes.filter((cause, at) => causes.indexOf(cause) !== at);
  });
