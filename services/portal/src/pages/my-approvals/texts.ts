import { defineTexts } from "../../texts/define-texts.ts";

/** What the page of decisions says. */
export const myApprovalsTexts = defineTexts({
  en: {
    title: "My approvals",
    lead: "What waits for your decision, oldest first.",
    empty: "Nothing waits for you",
    emptyLead: "When somebody needs your approval, you find it here.",
    approve: "Approve",
    reject: "Reject",
    comment: "Comment",
    commentNeeded: "Say why; the requester reads it.",
    requester: "Asked by",
    planned: "Planned",
    risk: "Risk",
    open: "Read it whole",
    approved: (id: string) => `${id} is approved by you`,
    rejected: (id: string) => `${id} is rejected by you`,
    change: "Change",
    order: "Order",
    forWhom: "For",
    price: "Price",
    asked: "Since",
  },
});
