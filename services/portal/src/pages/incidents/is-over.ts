import type { Incident } from "./incident.ts";

type Ended = Pick<Incident, "state" | "mergedInto">;

/** Whether people can add nothing any more. A duplicate takes more from its caller: the incident that stays is told. */
export const isOver = ({ state, mergedInto }: Ended): boolean =>
  mergedInto === undefined && (state === "closed" || state === "cancelled");
