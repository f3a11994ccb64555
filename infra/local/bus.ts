import type { DeliveryParts } from "./async-invocation.ts";
import { BusError } from "./delivery/bus-error.ts";
import { busName, rulesOf } from "./delivery/rule.ts";
import { createRuleDelivery } from "./delivery/rule-delivery.ts";
import { createRuleIndex, type RuleIndex } from "./delivery/rule-index.ts";
import type { Assembly, Bus, BusEvent } from "./parts.ts";
import type { WaitingWorker } from "./waiting-worker.ts";

export { deniedTargets, unsupportedRules } from "./delivery/rule-checks.ts";

type Parts = DeliveryParts & { readonly compilePattern: (pattern: unknown) => (event: unknown) => boolean };
type Seen = ReturnType<Bus["recent"]>[number];

/** Events that the status page can look back on. */
const KEPT = 8000;
/** Buses can feed each other in a circle; no honest chain is this long. */
const MOST_HOPS = 5;

const indexes = (
  assembly: Assembly,
  compilePattern: Parts["compilePattern"],
): ReadonlyMap<string, RuleIndex> => {
  const rules = rulesOf(assembly)
    .filter(({ pattern }) => pattern !== undefined)
    .map((rule) => ({ ...rule, matches: compilePattern(rule.pattern) }));
  const buses = ["default", ...assembly.ofType("AWS::Events::EventBus").map(({ arn }) => busName(arn))];
  return new Map(buses.map((bus) => [bus, createRuleIndex(rules.filter((rule) => rule.bus === bus))]));
};

/** The event buses of the template and the account's default one. Archives take no part: nothing is replayed here. */
export const createBus = (assembly: Assembly, parts: Parts): Bus & WaitingWorker => {
  const buses = indexes(assembly, parts.compilePattern);
  const seen: Seen[] = [];
  let hops = 0;

  const remember = (bus: string, event: BusEvent, targets: number) => {
    seen.push({
      time: event.time,
      bus,
      source: event.source,
      type: event["detail-type"],
      id: event.id,
      targets,
    });
    if (seen.length > KEPT) seen.shift();
  };
  const put = (busArn: string, event: BusEvent) => {
    const bus = busName(busArn);
    const find = buses.get(bus);
    if (find === undefined)
      throw new BusError("ResourceNotFoundException", `Event bus ${bus} does not exist.`);
    const deliveries = find(event).flatMap((rule) => rule.targets.map((target) => ({ rule, target })));
    remember(bus, event, deliveries.length);
    for (const { rule, target } of deliveries) delivery.deliver(rule, target, event);
  };
  const passOn = (busArn: string, event: BusEvent) => {
    if (hops >= MOST_HOPS)
      throw new BusError("LoopDetected", "The event has passed through too many buses: they feed each other");
    hops++;
    try {
      put(busArn, event);
    } finally {
      hops--;
    }
  };
  const delivery = createRuleDelivery(assembly, parts, "bus", passOn);

  return {
    start: delivery.start,
    stop: delivery.stop,
    pending: delivery.pending,
    nextDue: delivery.nextDue,
    put,
    recent: () => [...seen],
  };
};
