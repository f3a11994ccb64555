import * as z from "zod";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";

/** A storm takes alerts in while it is active; its incident lasts until all of them have recovered. */
export const stormLifecycle = defineLifecycle(["active", "ended", "cleared"], {
  end: { from: ["active"], to: "ended" },
  clear: { from: ["ended"], to: "cleared" },
});

export const StormId = z.string().regex(/^STM\d{7,12}$/, "A storm such as STM0001234");

/** Many alerts on one service (or of one source) in short order: one disturbance, one incident. */
export const Storm = z
  .object({
    id: StormId,
    version: z.number().int(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    state: stormLifecycle.State,
    serviceId: z.string().optional(),
    source: z.string().optional().describe("Where no service is known"),
    impact: z.number().int(),
    urgency: z.number().int(),
    alerts: z.number().int().describe("As many made it a storm"),
    minutes: z.number().describe("In as many minutes"),
    members: z
      .array(z.object({ alertId: z.string(), episode: z.number().int() }))
      .describe("The first alerts, which have incidents of their own; all others: list alerts by storm"),
    startedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().optional(),
    total: z.number().int().optional().describe("Alerts it had taken in when it ended"),
    incidentId: z.string().optional(),
  })
  .meta({ id: "Storm" });
export type Storm = z.infer<typeof Storm> & RecordBase;

/** What storms gather around: the service, or without one the source. */
export const scopeOf = ({ serviceId, source }: { serviceId?: string | undefined; source: string }): string =>
  serviceId === undefined ? `source#${source}` : `service#${serviceId}`;

/** An alert's episode as it stands among the first of a storm. */
export const memberOf = (alertId: string, episode: number): string => `${alertId}/${episode}`;

export const parseMember = (member: string): Storm["members"][number] => {
  const [alertId = "", episode] = member.split("/");
  return { alertId, episode: Number(episode) };
};
