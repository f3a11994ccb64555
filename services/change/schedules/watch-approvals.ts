import { forEachId } from "../../../shared/dynamo/for-each.ts";
import type { Schedule } from "../../../shared/service.ts";
import type { ChangeContext } from "../context.ts";
import { letTimePass } from "../decisions/authorize.ts";
import { letExceptionPass } from "../decisions/exception.ts";
import { noteOverrun } from "../decisions/overrun.ts";

export const watchApprovals: Schedule<ChangeContext> = {
  id: "watch-approvals",
  summary:
    "Reminds those who have not decided, ends approvals whose time is over, and tells of overrun windows.",
  every: "rate(5 minutes)",
  handle: async ({ deadline }, { changes, settings, now }) => {
    const rules = await settings();
    const due = changes.ids({ index: "due", partition: "due", upTo: `${now()}~` });
    // The index may lag behind: what is due is asked of the change itself.
    await forEachId(
      due,
      (id) =>
        changes.update(id, undefined, (change) => [
          ...letTimePass(change, now()),
          ...letExceptionPass(change, now()),
          ...noteOverrun(change, now(), rules),
        ]),
      deadline,
    );
  },
};
