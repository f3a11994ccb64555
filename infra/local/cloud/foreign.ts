import { randomUUID } from "node:crypto";
import type { BusEvent } from "../parts.ts";
import type { Engine } from "./engine.ts";

/** An event as somebody outside of the template puts it on the account's default bus; the rest is filled in. */
export type ForeignEvent = Pick<BusEvent, "source" | "detail-type"> &
  Partial<BusEvent> & { readonly detail: object };

/** Whether a value has what EventBridge asks of an event. */
export const isForeignEvent = (value: unknown): value is ForeignEvent => {
  const { source, detail, "detail-type": type } = (value ?? {}) as Partial<ForeignEvent>;
  const isText = (text: unknown): boolean => typeof text === "string" && text !== "";
  const isObject = typeof detail === "object" && detail !== null && !Array.isArray(detail);
  return isText(source) && isText(type) && isObject;
};

/** Puts an event on the default bus in AWS's own name: no policy of the template has a say in it. */
export const putForeign = ({ assembly, bus, clock }: Engine, event: ForeignEvent): void => {
  const { account, region } = assembly.place;
  bus.put(`arn:aws:events:${region}:${account}:event-bus/default`, {
    version: "0",
    id: randomUUID(),
    account,
    region,
    time: `${new Date(clock.now()).toISOString().slice(0, 19)}Z`,
    resources: [],
    ...event,
  });
};
