import { defineTexts } from "../../texts/define-texts.ts";

/** What the pages about orders say. */
export const requestTexts = defineTexts({
  en: {
    title: "Order",
    mine: "My orders",
    mineLead: "What you ordered, and what was ordered for you. The newest is first.",
    empty: "You have ordered nothing",
    emptyLead: "Look into the catalog: what you order, you follow here.",
    order: "Order something",
    number: "Number",
    what: "What",
    state: "State",
    placed: "Ordered",
    forWhom: "For",
    requester: "Ordered by",
    price: "Price",
    expected: "Expected",
    quantity: "Quantity",
    progress: "How far it is",
    story: "What happened",
    note: "Note",
    cancel: "Cancel",
    cancelLead: "What is done already stays done.",
    reason: "Reason",
    waitsFor: (who: string) => `Waits for ${who}`,
    event: {
      RequestPlaced: "ordered this",
      RequestCommented: "wrote",
      RequestNoted: "noted",
      RequestCancelled: "cancelled it",
    } as Readonly<Record<string, string>>,
  },
});
