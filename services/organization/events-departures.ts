import * as z from "zod";
import { defineEvent, type EventType } from "../../shared/events/event-type.ts";
import { holdingsEvent } from "../../shared/holdings/holdings.ts";

const source = "itsm.organization";

/** A departure as it is after the event. */
export const DepartureSnapshot = z.object({
  id: z.string(),
  personId: z.string(),
  kind: z.enum(["leaves", "moves"]),
  lastAt: z.string().describe("From then on what can be handed over is"),
  handOverTo: z.string().optional(),
  leaveTeamIds: z.array(z.string()),
  state: z.enum(["open", "done", "cancelled"]),
  round: z.number().int(),
  left: z.number().int().describe("How much still refers to the person, by the last answers"),
});
export type DepartureSnapshot = z.infer<typeof DepartureSnapshot>;

/** Whether a departure means what a team has: of somebody who moves, only that of the teams they leave. */
export const isMeantBy = ({ kind, leaveTeamIds }: DepartureSnapshot, teamId: string | undefined): boolean =>
  kind === "leaves" || (teamId !== undefined && leaveTeamIds.includes(teamId));

const DepartureEvent = z.object({ departure: DepartureSnapshot });
export type DepartureEvent = z.infer<typeof DepartureEvent>;

const event = (type: string, summary: string): EventType<DepartureEvent> =>
  defineEvent({ source, type, version: 1, summary, data: DepartureEvent });

export const DepartureAsked = event(
  "DepartureAsked",
  "Somebody leaves or moves: every service that holds something of them hands it over or asks for it, and answers.",
);
export const DepartureAnswered = event("DepartureAnswered", "A service told what is left of a person.");
export const DepartureFinished = event("DepartureFinished", "Nothing refers to the person any more.");
export const DepartureCancelled = event("DepartureCancelled", "The person stays after all.");

/** What the teams still say of a person. */
export const OrganizationHoldingsFound = holdingsEvent(source);

export const departureEvents = [
  DepartureAsked,
  DepartureAnswered,
  DepartureFinished,
  DepartureCancelled,
  OrganizationHoldingsFound,
];
