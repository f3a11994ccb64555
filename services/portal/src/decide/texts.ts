import { defineTexts } from "../texts/define-texts.ts";

/** What the page of a link in a mail says. */
export const decideTexts = defineTexts({
  en: {
    title: "Your decision is asked for",
    change: (id: string) => `May the change ${id} be done?`,
    exception: (id: string) => `May the change ${id} be done in a freeze?`,
    asWho: (id: string) => `You decide as ${id}, once and finally. Until`,
    wrong: "This link cannot be read",
    wrongLead: "It may have been cut off: open it from the mail again, or sign in and look at My approvals.",
    over: "This link is over",
    overLead: "Sign in and look at My approvals: it may still wait for you.",
    approvals: "My approvals",
    read: "Read it whole (you sign in for that)",
    closed: "It does not wait for you any more: it was decided, or is asked anew.",
    planned: "Planned for",
    why: "Why",
    inFreeze: "Why in a freeze",
    risk: "Risk",
    comment: "Comment",
    commentHint: "Who says no says why; the requester reads it.",
    approve: "Approve",
    reject: "Reject",
    approved: (what: string) => `You approved: ${what}`,
    rejected: (what: string) => `You rejected: ${what}`,
    doneLead: "It is written down. You may close this page.",
  },
});
