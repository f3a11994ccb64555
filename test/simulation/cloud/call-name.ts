import type { Call, Invocation } from "./invocations.ts";

type Event = {
  readonly routeKey?: string;
  readonly schedule?: string;
  readonly Records?: readonly { readonly body?: string }[];
};

const typeOf = (body: string): string => {
  try {
    return JSON.parse(body)["detail-type"];
  } catch {
    return "nonsense";
  }
};

/** What a function was invoked for. */
const occasionOf = ({ event }: Invocation): string => {
  const { routeKey, schedule, Records: records = [] } = event as Event;
  if (routeKey !== undefined) return routeKey;
  if (schedule !== undefined) return schedule;
  const types = new Set(records.map(({ body }) => (body === undefined ? "the stream" : typeOf(body))));
  return types.size === 1 ? String([...types][0]) : "several events";
};

/** Names calls by function, occasion, place among the calls of the invocation, and operation. */
export const createCallNames = (): ((call: Call) => string) => {
  const counts = new WeakMap<Invocation, number>();
  return ({ invocation, outgoing }) => {
    const count = (counts.get(invocation) ?? 0) + 1;
    counts.set(invocation, count);
    const [, operation = ""] = outgoing.target.split(".");
    return `${invocation.spec.name}, ${occasionOf(invocation)}, call ${count}: ${operation}`;
  };
};
