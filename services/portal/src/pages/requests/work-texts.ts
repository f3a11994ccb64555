import { defineTexts } from "../../texts/define-texts.ts";

/** What the page of work on orders says. */
export const workTexts = defineTexts({
  en: {
    title: "Order work",
    lists: "Lists of work on orders",
    list: {
      mine: "My tasks",
      teams: "My teams",
      unassigned: "Nobody's yet",
      all: "Everything",
    },
    lead: {
      mine: "Tasks of orders that were given to you, what is due first at the top.",
      teams: "Open tasks of all your teams, taken or not.",
      unassigned: "Open tasks of your teams that nobody has taken.",
      all: "Every open task of everything that is being fulfilled, the newest orders first.",
      team: "Open tasks of this team.",
    },
    team: (name: string) => `Team: ${name}`,
    empty: "Nothing waits here",
    emptyLead: "When something is ordered that your team fulfils, its tasks show here.",
    which: "Show",
    whiches: {
      any: "Everything",
      late: "What is late",
      failed: "What did not do itself",
      not_begun: "What is not begun",
      begun: "What is begun",
    },
    late: "Late",
    failed: "Failed",
    columns: {
      task: "Task",
      state: "State",
      due: "Due",
      assignee: "Person",
      next: "What can be done",
      team: "Team",
      forWhom: "For",
      number: "Number",
      order: "Order",
      opened: "Open since",
    },
  },
});
