import type { ForeignSubscription } from "../../shared/events/foreign.ts";
import { keepUnreadable } from "./decisions/keep-unreadable.ts";
import type { MonitoringContext } from "./table.ts";

/** Keeps an AWS event whose form is not the known one, whole, for people to look at. */
export const keepForeign: ForeignSubscription<MonitoringContext>["keep"] = async (
  received,
  reason,
  { unreadables },
) => {
  const { source, "detail-type": form } = received;
  await unreadables.create(() => keepUnreadable({ source, form, reason }, received));
};
