import { createApiClient, type Reply } from "./api-client.ts";
import type { CapacityLine, Quiet, System, SystemStatus, Who } from "./system.ts";

/** How a script gets a token for each of the people and machines it acts as. */
export const demoGrants: Readonly<Record<Who, Readonly<Record<string, string>>>> = {
  desk: { grant_type: "client_credentials", client_id: "monitoring", client_secret: "demo-only-secret" },
  admin: { grant_type: "urn:steward:demo", person: "alex.admin" },
};

/** Tokens live an hour; they are renewed well before, since one jump of the clock can take minutes away. */
const renewAfterMs = 50 * 60_000;

/** How long a drain may take: the events of a burst, not of a year. */
const drainMs = 120_000;

type Token = { readonly value: string; readonly issuedAt: number };

const ok = (what: string, { status, body }: Reply): unknown => {
  if (status >= 300) throw new Error(`${what}: ${status} ${JSON.stringify(body)}`);
  return body;
};

/** Connects to a running local cloud: its API, its issuer and its control endpoints. */
export const connectSystem = async (
  url: string,
  { concurrency, grants = demoGrants }: { readonly concurrency: number; readonly grants?: typeof demoGrants },
): Promise<System & { readonly close: () => void }> => {
  const api = createApiClient(url, concurrency);
  const control = async (method: string, what: string, body?: object): Promise<unknown> =>
    ok(what, await api.call(method, `/_local/${what}`, { body }));
  // The cloud's clock runs with real time between moves: one look gives the distance.
  const read = async (answer: Promise<unknown>) =>
    Date.parse(((await answer) as { now: string }).now) - Date.now();
  let offset = await read(control("GET", "clock"));
  const now = (): number => Date.now() + offset;

  const tokens = new Map<Who, Promise<Token>>();
  const issue = async (who: Who): Promise<Token> => {
    const form = new URLSearchParams(grants[who]).toString();
    const reply = await api.call("POST", "/_local/issuer/token", { body: form });
    const { access_token: value } = ok(`token for ${who}`, reply) as { access_token: string };
    return { value, issuedAt: now() };
  };
  const tokenOf = async (who: Who): Promise<string> => {
    const known = await tokens.get(who);
    const age = known === undefined ? Number.POSITIVE_INFINITY : now() - known.issuedAt;
    if (known !== undefined && age >= 0 && age < renewAfterMs) return known.value;
    const issuing = issue(who);
    tokens.set(who, issuing);
    return (await issuing).value;
  };

  return {
    api,
    now,
    as: async (who, method, path, options) =>
      api.call(method, `/api${path}`, { ...options, token: await tokenOf(who) }),
    moveTo: async (epochMs) => {
      offset = await read(control("POST", "clock", { now: new Date(epochMs).toISOString() }));
    },
    drain: async () => {
      const reply = await api.call("POST", "/_local/drain", { body: { timeoutMs: drainMs } });
      if (reply.status !== 409) ok("drain", reply);
      return reply.body as Quiet;
    },
    countCapacity: async () => {
      await control("POST", "capacity", { on: true, reset: true });
    },
    capacity: async () => ((await control("GET", "capacity")) as { lines: readonly CapacityLine[] }).lines,
    status: async () => (await control("GET", "status")) as SystemStatus,
    close: api.close,
  };
};
