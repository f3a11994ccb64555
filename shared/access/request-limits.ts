import * as z from "zod";
import type { Actor } from "./actor.ts";

/** Length of the window in which requests are counted: as long as somebody who was too fast has to wait at most. */
export const windowSeconds = 10;

/** How many requests one person, or one connected program, may send to one service in ten seconds. */
export const RequestLimits = z.strictObject({
  /** People click and portals ask for several things at once; a script of somebody's should be a program. */
  people: z.int().min(1).default(100),
  integrations: z.int().min(1).default(1000),
});
export type RequestLimits = z.infer<typeof RequestLimits>;

export const limitFor = ({ roles }: Actor, { people, integrations }: RequestLimits): number =>
  roles.includes("integration") ? integrations : people;
