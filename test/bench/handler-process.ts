import type { Context } from "aws-lambda";
import { createConnect } from "../../services/incident/connect.ts";
import { openIncident as decide, OpenIncident } from "../../services/incident/decisions/open.ts";
import { getIncident } from "../../services/incident/endpoints/get-incident.ts";
import { listIncidents } from "../../services/incident/endpoints/list-incidents.ts";
import { openIncident } from "../../services/incident/endpoints/open-incident.ts";
import type { Incident } from "../../services/incident/incident.ts";
import { incidentService } from "../../services/incident/service.ts";
import { defaultSettings } from "../../services/incident/settings.ts";
import { incidentRecords } from "../../services/incident/table.ts";
import { serviceActor } from "../../shared/access/actor.ts";
import { createAuthenticator } from "../../shared/access/authenticate.ts";
import { systemClock } from "../../shared/domain/clock.ts";
import { recordItem } from "../../shared/dynamo/items.ts";
import type { Scope } from "../../shared/dynamo/scope.ts";
import type { HttpEvent } from "../../shared/http/read-request.ts";
import { createRouter } from "../../shared/http/router.ts";
import { createApi } from "../../shared/lambda/api.ts";
import { createTelemetry } from "../../shared/lambda/telemetry.ts";
import { noFiles } from "../bed/no-files.ts";
import { newIncident, seededId } from "./seed-incidents.ts";

/**
 * CPU of a request inside the API function, with and without what stands around the endpoint's handler, and
 * with a database that answers at once. In a process of its own: its log lines go nowhere.
 */
const actor = { ...serviceActor("bench"), id: "monitoring" };
const opened = decide(seededId(0), OpenIncident.parse(newIncident(0)), {
  actor,
  now: new Date().toISOString(),
  settings: defaultSettings,
});
const now = new Date().toISOString();
const incident = Object.assign(
  { id: seededId(0), version: 1, createdAt: now, updatedAt: now },
  ...opened.map(({ changes }) => changes),
) as Incident;
const stored = recordItem(incidentRecords, incident);
const page = Array.from({ length: 25 }, () => stored);

/** Answers every command at once. */
const client = {
  send: async ({ constructor: { name }, input }: { readonly input: object } & object) => {
    // Of indexes there are incidents; agreements, which lie in a partition of their own, there are none.
    if (name === "QueryCommand") return { Items: "IndexName" in input ? page : [] };
    return name === "UpdateCommand" ? { Attributes: { last: 1 } } : { Item: stored };
  },
} as unknown as Scope["client"];

const connectWhole = createConnect(noFiles);
const connect = (scope: Pick<Scope, "actor" | "correlationId" | "once">) => ({
  ...connectWhole({ table: "bench", client, clock: systemClock, ...scope }),
  settings: async () => defaultSettings,
  now: () => now,
});

const api = createApi(
  createRouter(incidentService, createAuthenticator({}, incidentService.grants), connect),
  createTelemetry("bench"),
);
const context = {
  awsRequestId: "request",
  functionName: "api",
  getRemainingTimeInMillis: () => 10_000,
} as Context;

const eventOf = (routeKey: string, rest: object): HttpEvent =>
  ({
    version: "2.0",
    routeKey,
    rawPath: routeKey.split(" ")[1],
    headers: { "content-type": "application/json", authorization: "Bearer token" },
    isBase64Encoded: false,
    requestContext: {
      requestId: "request",
      authorizer: {
        jwt: {
          claims: { sub: "ann", client_id: "web", name: "Ann", "cognito:groups": "[role:agent team:desk]" },
        },
      },
    },
    ...rest,
  }) as unknown as HttpEvent;

const asAgent = { ...actor, permissions: new Set(incidentService.grants.agent) };
const scope = { actor: asAgent, correlationId: "request" };
const params = { incidentId: seededId(0) };
const query = { teamId: "team-0", limit: 25 };
const body = OpenIncident.parse(newIncident(0));

/** Whole request, and the handler alone. */
const cases = {
  get: [
    () => api(eventOf("GET /api/incidents/{incidentId}", { pathParameters: params }), context),
    () =>
      getIncident.handle(
        {
          params,
          query: undefined,
          body: undefined,
          actor: asAgent,
          ifMatch: undefined,
          deadline: Number.POSITIVE_INFINITY,
        },
        connect(scope),
      ),
  ],
  list: [
    () => api(eventOf("GET /api/incidents", { queryStringParameters: { teamId: "team-0" } }), context),
    () =>
      listIncidents.handle(
        {
          params: undefined,
          query,
          body: undefined,
          actor: asAgent,
          ifMatch: undefined,
          deadline: Number.POSITIVE_INFINITY,
        },
        connect(scope),
      ),
  ],
  create: [
    () => api(eventOf("POST /api/incidents", { body: JSON.stringify(newIncident(0)) }), context),
    () =>
      openIncident.handle(
        {
          params: undefined,
          query: undefined,
          body,
          actor: asAgent,
          ifMatch: undefined,
          deadline: Number.POSITIVE_INFINITY,
        },
        connect(scope),
      ),
  ],
} as const satisfies Readonly<Record<string, readonly (() => Promise<unknown>)[]>>;

/** CPU milliseconds of one call. */
const cpuOf = async (work: () => Promise<unknown>, times: number): Promise<number> => {
  const before = process.cpuUsage();
  for (let n = 0; n < times; n += 1) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / times;
};

const run = async (rounds: number, times: number): Promise<void> => {
  const answer = (await cases.get[0]()) as { statusCode: number };
  if (answer.statusCode !== 200) throw new Error(`the handler answers ${JSON.stringify(answer)}`);
  for (const [name, [whole, alone]] of Object.entries(cases)) {
    for (let round = -1; round < rounds; round += 1) {
      const measured = { name, whole: await cpuOf(whole, times), alone: await cpuOf(alone, times) };
      // The first round warms up.
      if (round >= 0) process.send?.(measured);
    }
  }
  process.disconnect();
};

await run(Number(process.argv[2]), Number(process.argv[3]));
