import { defineTexts } from "../../texts/define-texts.ts";

/** What the page of what somebody holds says. */
export const holdingsTexts = defineTexts({
  en: {
    title: "What I have",
    lead: "What you received by orders and still hold: devices, software and access. Give back what you need no more.",
    empty: "You hold nothing",
    emptyLead: "What you order and receive shows here until you give it back.",
    name: "What",
    kind: "Kind",
    state: "State",
    since: "Since",
    next: "What can be done",
    giveBack: "Give back",
    giveBackOf: (name: string) => `Give back ${name}`,
    confirm: (name: string) => `Give back ${name}?`,
    confirmLead: "An order begins that collects it or takes the access away. You can follow it.",
    begun: (id: string) => `Thank you. It is taken back by ${id}.`,
  },
});
