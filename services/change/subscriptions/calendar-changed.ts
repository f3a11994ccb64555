import type { EventType } from "../../../shared/events/event-type.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import type { ChangeContext } from "../context.ts";
import { ChangeFreezeChanged, ChangeWindowChanged } from "../events-kept.ts";
import { calendarJob } from "../schedules/check-calendar.ts";

export const calendarChanged = [ChangeFreezeChanged, ChangeWindowChanged].map((event) =>
  subscription({
    id: event === ChangeFreezeChanged ? "freeze-changed" : "change-window-changed",
    summary: "All that is planned is to be looked at again.",
    event: event as EventType<unknown>,
    handle: (_event, { jobs }: ChangeContext) => jobs.ask(calendarJob),
  }),
);
