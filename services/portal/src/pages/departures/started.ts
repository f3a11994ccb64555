import type { BodyOf } from "../../api/request.ts";
import { endOfDay } from "../../parts/times.ts";

export type DepartureBody = BodyOf<"POST /departures">;

/** A departure as it is typed: the last day is a day. */
export type TypedDeparture = Omit<DepartureBody, "lastAt"> & { readonly lastDay?: string };

/** What is typed as the API takes it: the last day counts whole, and who leaves names no teams. */
export const startedOf = ({ lastDay = "", leaveTeamIds, ...rest }: TypedDeparture): DepartureBody => ({
  ...rest,
  lastAt: endOfDay(lastDay) ?? lastDay,
  ...(rest.kind === "moves" ? { leaveTeamIds: leaveTeamIds ?? [] } : {}),
});
