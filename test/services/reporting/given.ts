import type { IncidentSnapshot } from "../../../services/incident/events.ts";
import { reportingGrants } from "../../../services/reporting/access.ts";
import { connect } from "../../../services/reporting/connect.ts";
import { reportingService } from "../../../services/reporting/service.ts";
import { type Actor, granted } from "../../../shared/access/actor.ts";
import type { Scope } from "../../../shared/dynamo/scope.ts";
import type { Endpoint } from "../../../shared/http/endpoint.ts";
import type { FreshTable } from "../../bed/fresh-table.ts";

export const now = "2026-03-31T12:00:00.000Z";

export const actor = (id: string, roles: readonly string[], teams: readonly string[] = []): Actor => ({
  id,
  roles,
  teams,
  permissions: granted(reportingGrants, [...roles, "employee"]),
});
export const ann = actor("ann", ["agent"], ["desk"]);

/** An incident as its events tell of it. */
export const incident = (id: string, more: Partial<IncidentSnapshot> = {}): IncidentSnapshot => ({
  id,
  state: "new",
  title: `About ${id}`,
  restricted: false,
  priority: 3,
  impact: 2,
  urgency: 2,
  channel: "portal",
  ciIds: [],
  links: [],
  callerId: "eve",
  openedAt: "2026-03-10T08:00:00.000Z",
  reassignmentCount: 0,
  reopenCount: 0,
  ...more,
});

/** Something that is told of an incident: the event's type and its number, and the incident after it. */
export type Told = {
  readonly type: string;
  readonly sequence: number;
  readonly incident: IncidentSnapshot;
  readonly at?: string;
};

export const scopeOf = (
  { table, client }: Pick<FreshTable, "table" | "client">,
  who: Actor = ann,
): Scope => ({
  table,
  client,
  clock: { now: () => new Date(now) },
  actor: who,
  correlationId: "c-1",
});

/** Gives an event to whoever subscribed to it. */
export const tell = async (table: Pick<FreshTable, "table" | "client">, told: Told): Promise<void> => {
  const { type, sequence, incident: snapshot, at = now } = told;
  const heard = reportingService.subscriptions.filter(
    ({ event }) => event.source === "itsm.incident" && event.type === type,
  );
  if (heard.length === 0) throw new Error(`Nobody hears ${type}`);
  const meta = { subject: snapshot.id, sequence, occurredAt: at } as never;
  for (const { handle } of heard)
    await handle({ meta, data: { incident: snapshot } }, connect(scopeOf(table)));
};

type Answer = {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly nextCursor?: string;
  readonly version?: number;
};

/** Asks an endpoint as the router would, its declarations included. */
export const ask = async (
  table: Pick<FreshTable, "table" | "client">,
  id: string,
  query: Readonly<Record<string, string>> = {},
  who: Actor = ann,
): Promise<Answer> => {
  const endpoint = reportingService.endpoints.find((each) => each.id === id) as Endpoint<unknown> | undefined;
  if (endpoint === undefined) throw new Error(`There is no ${id}`);
  const request = { params: {}, query: endpoint.query?.parse(query), body: undefined, actor: who };
  const answer = await endpoint.handle(
    { ...request, ifMatch: undefined, deadline: Number.POSITIVE_INFINITY },
    connect(scopeOf(table, who)),
  );
  return endpoint.reply.parse(answer) as Answer;
};
