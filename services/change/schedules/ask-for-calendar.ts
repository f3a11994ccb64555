import type { Schedule } from "../../../shared/service.ts";
import type { ChangeContext } from "../context.ts";
import { calendarJob } from "./check-calendar.ts";

/** Relations of CIs tell only what is planned within some weeks; the rest learns of them by the next day. */
export const askForCalendar: Schedule<ChangeContext> = {
  id: "ask-for-calendar",
  summary: "Has all planned changes looked at again once a day.",
  every: "rate(1 day)",
  handle: async (_due, { jobs }) => jobs.ask(calendarJob),
};
