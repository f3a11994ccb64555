import * as z from "zod";
import { pageOf, pageQuery } from "../../shared/dynamo/page.ts";
import { endpoint } from "../../shared/http/endpoint.ts";
import { HistoryItem } from "../../shared/http/history-item.ts";
import { ask, cancelDeparture, startDeparture } from "./decisions/departure.ts";
import { Departure, DepartureFields, DepartureId, departureLifecycle } from "./departure.ts";
import type { OrganizationContext } from "./table.ts";

const params = z.object({ departureId: DepartureId });

/** Leavers and movers: what refers to them is handed over or asked back, until nothing does. */
export const departureEndpoints = [
  endpoint({
    id: "startDeparture",
    summary:
      "Somebody leaves or goes to another team: collect what they hold, and get it back or hand it over",
    route: "POST /departures",
    permission: "organization:offboard",
    body: DepartureFields,
    reply: Departure,
    status: 201,
    refusals: ["already_exists"],
    handle: ({ body }, { departures, now }: OrganizationContext) =>
      departures.create((id) => startDeparture(id, body, now())),
  }),
  endpoint({
    id: "listDepartures",
    summary: "List departures in a state, by last day",
    route: "GET /departures",
    permission: "organization:offboard",
    query: z.strictObject({ state: departureLifecycle.State.default("open"), ...pageQuery }),
    reply: pageOf(Departure.omit({ note: true, answers: true }).meta({ id: "ListedDeparture" })),
    refusals: ["invalid_cursor"],
    handle: ({ query: { state, ...page } }, { departures }: OrganizationContext) =>
      departures.list({ index: "departuresByState", partition: state }, page),
  }),
  endpoint({
    id: "getDeparture",
    summary: "Read a departure: what is left, by service",
    route: "GET /departures/{departureId}",
    permission: "organization:offboard",
    params,
    reply: Departure,
    refusals: ["not_found"],
    handle: ({ params: { departureId } }, { departures }: OrganizationContext) => departures.get(departureId),
  }),
  endpoint({
    id: "askAboutDeparture",
    summary: "Have every service look again now; by itself that happens every day",
    route: "POST /departures/{departureId}/ask",
    permission: "organization:offboard",
    params,
    body: z.strictObject({}),
    reply: Departure,
    refusals: ["not_found", "illegal_transition", "version_conflict"],
    handle: ({ params: { departureId }, ifMatch }, { departures, now }: OrganizationContext) =>
      departures.update(departureId, ifMatch, (departure) => ask(departure, now())),
  }),
  endpoint({
    id: "cancelDeparture",
    summary: "The person stays; what was handed over or asked back already remains so",
    route: "POST /departures/{departureId}/cancel",
    permission: "organization:offboard",
    params,
    body: z.strictObject({}),
    reply: Departure,
    refusals: ["not_found", "illegal_transition", "version_conflict"],
    handle: ({ params: { departureId }, ifMatch }, { departures }: OrganizationContext) =>
      departures.update(departureId, ifMatch, cancelDeparture),
  }),
  endpoint({
    id: "listDepartureHistory",
    summary: "What was asked and answered",
    route: "GET /departures/{departureId}/history",
    permission: "organization:offboard",
    params,
    query: z.strictObject(pageQuery),
    reply: pageOf(HistoryItem),
    refusals: ["not_found", "invalid_cursor"],
    handle: ({ params: { departureId }, query }, { departures }: OrganizationContext) =>
      departures.history(departureId, query),
  }),
];
