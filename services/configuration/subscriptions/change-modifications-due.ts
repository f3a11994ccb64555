import { subscription } from "../../../shared/events/subscription.ts";
import { ChangeModificationsDue } from "../../change/events-modifications.ts";
import { followChange } from "../follow-change.ts";
import type { ConfigurationContext } from "../table.ts";

export const changeModificationsDue = subscription({
  id: "change-modifications-due",
  summary:
    "The CMDB says what an implemented change has made of its CIs, and no more when it was taken back.",
  event: ChangeModificationsDue,
  handle: ({ meta, data }, context: ConfigurationContext) => followChange(data, meta.sequence, context),
});
