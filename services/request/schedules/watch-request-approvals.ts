import { forEachId } from "../../../shared/dynamo/for-each.ts";
import type { Schedule } from "../../../shared/service.ts";
import type { RequestContext } from "../context.ts";
import { letTimePass } from "../decisions/approve.ts";
import { updateItem } from "../update-order.ts";

export const watchRequestApprovals: Schedule<RequestContext> = {
  id: "watch-request-approvals",
  summary: "Reminds those who have not decided, and ends approvals whose time is over.",
  every: "rate(5 minutes)",
  handle: async ({ deadline }, context) => {
    const { items, now } = context;
    const due = items.ids({ index: "due", partition: "due", upTo: `${now()}~` });
    // The index may lag behind: what is due is asked of the item itself.
    await forEachId(
      due,
      (id) => updateItem(id, undefined, context, (item) => letTimePass(item, now())),
      deadline,
    );
  },
};
