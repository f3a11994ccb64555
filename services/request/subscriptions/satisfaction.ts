import { Refusal } from "../../../shared/domain/refusal.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { IncidentClosed } from "../../incident/events.ts";
import type { RequestContext } from "../context.ts";
import { RequestEnded } from "../events.ts";
import { SatisfactionAnswered } from "../events-satisfaction.ts";
import { scoreKey } from "../scores.ts";
import { askSatisfaction, type Measures, type Survey } from "../survey.ts";

const distinct = (ids: readonly (string | undefined)[]): string[] => [
  ...new Set(ids.filter((id) => id !== undefined)),
];

/** Somebody is asked once about a thing, also when that is over a second time. */
const ask = async (
  about: Survey["about"],
  personId: string,
  measures: Measures,
  { surveys, settings, now }: RequestContext,
): Promise<void> => {
  if (!(await settings()).asksSatisfaction || personId.includes(":")) return;
  const id = `CSA-${about.id}`;
  const asked = { about, personId, ...measures };
  await surveys.createAs(id, askSatisfaction(id, asked, now())).catch((error: unknown) => {
    if (!(error instanceof Refusal && error.code === "already_exists")) throw error;
  });
};

/** Asks how it was when it is over, and counts the answers. */
export const satisfaction = [
  subscription({
    id: "request-ended",
    summary: "Who got something, or did not, is asked how they were served.",
    event: RequestEnded,
    handle: async ({ data: { request } }, context: RequestContext) => {
      const { id, state, requestedFor, items: summaries } = request;
      if (state !== "complete" && state !== "incomplete") return;
      const items = await context.items.some(summaries.map((item) => item.id));
      // What was not approved, or not wanted any more, nobody was served with.
      const served = items.filter((item) => item.state === "complete" || item.state === "incomplete");
      const [first] = served;
      const measures = {
        serviceId: first?.serviceId,
        teamId: first?.teamId,
        serviceIds: distinct(served.map(({ serviceId }) => serviceId)),
        teamIds: distinct(served.map(({ teamId }) => teamId)),
        catalogItemIds: distinct(served.map(({ catalogItemId }) => catalogItemId)),
      };
      await ask({ kind: "request", id }, requestedFor, measures, context);
    },
  }),
  subscription({
    id: "incident-closed",
    summary: "Who reported an incident is asked how they were served.",
    event: IncidentClosed,
    handle: ({ data: { incident } }, context: RequestContext) => {
      const { id, callerId, serviceId, teamId, mergedInto, restricted } = incident;
      if (mergedInto !== undefined || restricted) return Promise.resolve();
      return ask({ kind: "incident", id }, callerId, { serviceId, teamId }, context);
    },
  }),
  subscription({
    id: "satisfaction-answered",
    summary: "Counts what was answered, by service, team and catalog item.",
    event: SatisfactionAnswered,
    handle: async ({ meta, data: { survey } }, { scores }: RequestContext) => {
      const { id: entry, serviceId, teamId, catalogItemIds = [], score: value } = survey;
      const services = distinct([serviceId, ...(survey.serviceIds ?? [])]);
      const teams = distinct([teamId, ...(survey.teamIds ?? [])]);
      if (value === undefined) return;
      const month = meta.occurredAt.slice(0, 7);
      const keys = [
        ...services.map((id) => scoreKey("service", id, month)),
        ...teams.map((id) => scoreKey("team", id, month)),
        ...catalogItemIds.map((id) => scoreKey("item", id, month)),
      ];
      for (const key of keys) await scores.keep({ key, entry, value }, meta.sequence);
    },
  }),
];
