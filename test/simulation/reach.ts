import { services } from "../../services/index.ts";
import type { World } from "./cloud/world.ts";

type Route = { readonly name: string; readonly service: string; readonly matches: RegExp };

const placeholders = (route: string): number => route.split("{").length;

/** Those that name a word come before those that take any in its place. */
const routes: readonly Route[] = services
  .flatMap(({ name: service, endpoints }) => endpoints.map(({ id, route }) => ({ service, id, route })))
  .toSorted((a, b) => placeholders(a.route) - placeholders(b.route))
  .map(({ service, id, route }) => ({
    service,
    name: `operation ${service}: ${id}`,
    matches: new RegExp(`^${route.replaceAll(/\{[^}]+\}/g, "[^/]+")}$`),
  }));

const writes = /call \d+: (?:Put|Update|Delete|Transact|BatchWrite)/;
const invoked = /^steward-(.+)-(timer|consumer), (.+), call/;

/** What a call that wrote was made for; undefined when it only read, or was made for a request or a stream. */
const workOf = (call: string): string | undefined => {
  const [, service, role, occasion] = (writes.test(call) && invoked.exec(call)) || [];
  if (service === undefined) return undefined;
  return `${role === "timer" ? "schedule" : "event"} ${service}: ${occasion}`;
};

/** What a run came to: operations that somebody asked with success, schedules and events that led to a write. */
export const reachedIn = ({ client, records }: World): readonly string[] => {
  const asked = client
    .tasks()
    .filter(({ outcome }) => outcome === "accepted")
    .map(({ operation: { method, path } }) => `${method} ${path}`);
  return [
    ...new Set([
      ...asked.flatMap((line) => routes.find(({ matches }) => matches.test(line))?.name ?? []),
      ...records.all().calls.flatMap(({ name }) => workOf(name) ?? []),
    ]),
  ].toSorted();
};

/** Operations and schedules of services that took part, which no run came to; what is without success or work. */
export const neverReached = (
  runs: readonly { readonly services: readonly string[]; readonly reached: readonly string[] }[],
): readonly string[] => {
  const present = new Set(runs.flatMap(({ services: names }) => names));
  const reached = new Set(runs.flatMap((run) => run.reached));
  return services
    .filter(({ name }) => present.has(name))
    .flatMap(({ name, endpoints, schedules, foreign = [] }) => [
      ...endpoints.map(({ id }) => `operation ${name}: ${id}`),
      ...schedules.map(({ id }) => `schedule ${name}: ${id}`),
      ...foreign.map(({ event }) => `event ${name}: ${event.detailType}`),
    ])
    .filter((each) => !reached.has(each));
};
