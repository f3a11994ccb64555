import { defineTexts } from "../../texts/define-texts.ts";

/** What the start page says. */
export const homeTexts = defineTexts({
  en: {
    title: "Home",
    greeting: (name: string) => `Hello ${name}, what do you need?`,
    search: "What do you need? Search for help, things to order, and your tickets",
    placeholder: "For example: VPN, new laptop, INC0000012",
    searching: "Searching",
    found: (count: number) => (count === 1 ? "1 result" : `${count} results`),
    none: "Nothing was found",
    noneLead: "Try other words, or tell us and somebody will help you.",
    didYouMean: (text: string) => `Did you mean “${text}”?`,
    report: "Report a problem",
    reportThis: "Report it as a problem",
    reportLead: "Something does not work? Tell us in a minute.",
    order: "Order something",
    orderLead: "Devices, software, access.",
    tickets: "My tickets",
    ticketsLead: (open: number) => (open === 0 ? "You have no open tickets." : `${open} open.`),
    waiting: (count: number) => `${count} ${count === 1 ? "waits" : "wait"} for your answer.`,
    approvals: "My approvals",
    approvalsLead: (count: number) =>
      count === 0
        ? "Nothing waits for your decision."
        : `${count} ${count === 1 ? "waits" : "wait"} for your decision.`,
    assets: "My devices",
    assetsLead: (count: number) => (count === 1 ? "1 is in your name." : `${count} are in your name.`),
    toConfirm: (count: number) =>
      count === 1 ? "1 waits for your confirmation." : `${count} wait for your confirmation.`,
    toReturn: (count: number) => (count === 1 ? "1 is to be given back." : `${count} are to be given back.`),
    kinds: {
      article: "Article",
      known_error: "Known error",
      past: "Past ticket",
      ticket: "Your ticket",
      order: "Can be ordered",
      placed: "Your order",
    } as Readonly<Record<string, string>>,
  },
});
