import { defineTexts } from "../../texts/define-texts.ts";

/** What the catalog and the order form say. */
export const catalogTexts = defineTexts({
  en: {
    title: "Order something",
    lead: "Devices, software, access and services. Choose, answer a few questions, follow it here.",
    search: "Search the catalog",
    all: "Everything",
    empty: "Nothing can be ordered yet",
    emptyLead: "The catalog is empty, or nothing in it is meant for you. Ask your service desk.",
    order: "Order",
    orderFor: "For whom?",
    orderForHint: "Leave it empty when it is for you.",
    quantity: "How many?",
    note: "Anything else we should know?",
    free: "No charge",
    recurring: (amount: string, every: string) => `${amount} every ${every}`,
    helpful: "This may help without an order",
    delivery: (days: number) => `Usually within ${days} ${days === 1 ? "working day" : "working days"}`,
    contains: "You get",
    approvals: "Needs the approval of",
    notReckoned: "What it costs with your answers, and who has to agree, shows once the form is filled in.",
    noApproval: "Needs no approval.",
    summary: "Your order",
    placed: (id: string) => `Thank you. Your order is ${id}.`,
    saved: "What you enter is kept on this device until you order.",
    answer: "Please look at the marked fields.",
    startOver: "Start over",
  },
});
