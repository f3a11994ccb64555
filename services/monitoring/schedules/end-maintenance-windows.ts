import { forEachId } from "../../../shared/dynamo/for-each.ts";
import type { Schedule } from "../../../shared/service.ts";
import { end } from "../decisions/maintenance-window.ts";
import type { MonitoringContext } from "../table.ts";

export const endMaintenanceWindows: Schedule<MonitoringContext> = {
  id: "end-maintenance-windows",
  summary: "Ends maintenance windows whose time is over.",
  every: "rate(5 minutes)",
  handle: async ({ deadline }, { windows, now }) => {
    const over = windows.ids({ index: "windowsByState", partition: "planned", upTo: `${now()}~` });
    await forEachId(over, (id) => windows.update(id, undefined, (window) => end(window, now())), deadline);
  },
};
