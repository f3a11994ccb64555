import { defineTexts } from "../../texts/define-texts.ts";

/** What is said of the clocks that run for a record. */
export const levelTexts = defineTexts({
  en: {
    title: "Service levels",
    none: "No agreement applies to it.",
    metric: { respond: "First response", resolve: "Resolution", restore: "Restoration" } as Readonly<
      Record<string, string>
    >,
    left: (text: string) => `${text} left`,
    over: (text: string) => `${text} over`,
    state: { waiting: "Not begun", running: "Running", paused: "Paused", stopped: "Done" } as Readonly<
      Record<string, string>
    >,
    dueAt: "Due",
    why: "Why this time?",
    promised: (target: string, agreement: string) => `${agreement} promises ${target} of service time.`,
    counted: (calendar: string, zone: string) => `It counts the hours of ${calendar} (${zone}).`,
    used: (text: string) => `${text} of it are used.`,
    segment: {
      running: "Counted",
      closed: "Not counted: outside service hours",
      paused: "Not counted: paused",
      stopped: "Stopped",
      waiting: "Not begun",
      earlier_run: "Counted in an earlier run",
    } as Readonly<Record<string, string>>,
    holiday: (name: string) => `Not counted: ${name}`,
    unit: { minutes: "minutes", hours: "hours", working_days: "working days" } as Readonly<
      Record<string, string>
    >,
    internal: "Between teams",
  },
});
