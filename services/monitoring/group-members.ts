import { group } from "./decisions/settle.ts";
import type { Storm } from "./storm.ts";
import type { MonitoringContext } from "./table.ts";

/**
 * Tells one of a storm's first alerts that it belongs to it, and under which incident its own comes as soon as
 * both are known. Whoever learns of one of the two reads the other after its write, so one of them sees both.
 */
export const groupMember = async (
  { alertId, episode }: Storm["members"][number],
  { id, incidentId }: Storm,
  context: MonitoringContext,
): Promise<void> => {
  const { alerts } = context.part(`group ${alertId}`);
  await alerts.update(alertId, undefined, (alert) => group(alert, episode, id, incidentId));
};
