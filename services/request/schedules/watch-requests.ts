import { forEachId } from "../../../shared/dynamo/for-each.ts";
import type { Schedule } from "../../../shared/service.ts";
import type { RequestContext } from "../context.ts";
import { letTimePass } from "../decisions/approve.ts";
import { after } from "../decisions/command.ts";
import { letTasksPass } from "../decisions/tasks-pass.ts";
import { updateItem } from "../update-order.ts";

export const watchRequests: Schedule<RequestContext> = {
  id: "watch-requests",
  summary:
    "Reminds those who have not decided, ends approvals whose time is over, tries failed steps again and tells of stuck ones.",
  every: "rate(1 minute)",
  handle: async ({ deadline }, context) => {
    const { items, now } = context;
    const due = items.ids({ index: "due", partition: "due", upTo: `${now()}~` });
    // The index may lag behind: what is due is asked of the item itself.
    await forEachId(
      due,
      (id) =>
        updateItem(id, undefined, context, (item) => {
          const decided = letTimePass(item, now());
          return [...decided, ...letTasksPass(after(item, decided), now())];
        }),
      deadline,
    );
  },
};
