import { decideAlert } from "./circumstances.ts";
import { leave, settle } from "./decisions/settle.ts";
import type { MonitoringContext } from "./table.ts";

/** Does what is due about an alert now; `cancelled` is a window that mutes it no more. */
export const settleAlert = async (
  id: string,
  context: MonitoringContext,
  cancelled?: string,
): Promise<void> => {
  const about = await context.alerts.get(id);
  await decideAlert(
    id,
    about,
    context,
    (alert, on) => settle(alert, on, cancelled !== undefined && alert.muted?.windowId === cancelled),
    { before: about, except: cancelled },
  );
};

/** Gives an alert that joined a storm too late a place of its own. */
export const leaveStorm = async (id: string, stormId: string, context: MonitoringContext): Promise<void> => {
  const about = await context.alerts.get(id);
  await decideAlert(id, about, context, (alert, on) => leave(alert, stormId, on), { before: about });
};
