import { subscription } from "../../../shared/events/subscription.ts";
import { CiModificationsFollowed } from "../../configuration/events-followed.ts";
import type { ChangeContext } from "../context.ts";
import { noteModified } from "../decisions/modify.ts";

export const ciModificationsFollowed = subscription({
  id: "ci-modifications-followed",
  summary: "Keeps on a change what became of its modifications in the CMDB, with what was there before.",
  event: CiModificationsFollowed,
  handle: async ({ data }, { changes, now }: ChangeContext) => {
    await changes.update(data.changeId, undefined, (change) => noteModified(change, data, now()));
  },
});
