import type { Ask } from "./ask.ts";

const author = "ada.service";
const reviewer = "kim.knowledge";

const article = (title: string, body: string, more: Readonly<Record<string, unknown>> = {}) => ({
  title,
  body,
  audience: "everyone",
  ...more,
});

const published: readonly Readonly<Record<string, unknown>>[] = [
  article(
    "VPN error 809: the connection is refused on the way",
    [
      "## Before you begin",
      "You need the VPN client and any network but the company's own.",
      "## Steps",
      "1. Switch the hotel's or guest Wi-Fi off and share your phone's connection instead.",
      "2. Connect again. If it works now, that Wi-Fi blocks UDP 500 and 4500: choose **Connect over HTTPS** in the client's settings.",
      "3. Back on Wi-Fi, connect over HTTPS.",
      "## If it does not work",
      "Report an incident with the time and the address that the client shows.",
    ].join("\n\n"),
    {
      summary: "What to do when the VPN client says error 809, mostly on hotel and guest Wi-Fi.",
      keywords: ["vpn", "809", "hotel", "wifi"],
      category: "network",
      serviceId: "vpn",
      ciIds: ["vpn-gateway-1"],
    },
  ),
  article(
    "Printer prints blank or striped pages",
    [
      "## Before you begin",
      "Spare toner is in the cupboard beside each printer.",
      "## Steps",
      "1. Open the front cover and take the toner out.",
      "2. Shake it gently five times and put it back.",
      "3. Print a test page from the printer's menu.",
      "4. Still blank? Put the spare toner in, and drop the old one into the grey box.",
      "## If it does not work",
      "Report an incident with the number on the printer's label.",
    ].join("\n\n"),
    {
      summary: "Toner, not a broken printer, in nine of ten cases.",
      keywords: ["toner", "blank"],
      category: "hardware",
    },
  ),
  article(
    "How long does a laptop last, and when do I get a new one?",
    [
      "## Question",
      "My laptop is three years old. Do I get a new one?",
      "## Answer",
      "After four years, or earlier when a repair costs more than it is worth. You are written to six weeks before; nothing needs to be ordered.",
    ].join("\n\n"),
    {
      kind: "faq",
      summary: "Laptops are replaced after four years.",
      keywords: ["notebook", "replacement"],
      category: "hardware",
    },
  ),
  article(
    "Invoice run takes hours at the end of the month",
    [
      "## Symptoms",
      "The invoice run takes four hours instead of one; other people notice nothing.",
      "## Cause",
      "The database sorts on disk because its temporary space is too small.",
      "## Workaround",
      "Start the run after 18:00, in two halves.",
      "## Fix",
      "More temporary space comes with the next maintenance of `erp-db-1`.",
    ].join("\n\n"),
    {
      kind: "known_error",
      audience: "agents",
      summary: "Known cause, workaround until the next maintenance.",
      keywords: ["erp", "slow", "invoice"],
      category: "software",
      serviceId: "erp",
      ciIds: ["erp-db-1"],
    },
  ),
  article(
    "PacketLossHigh on a data centre link",
    [
      "## Meaning",
      "More than one percent of probes between the data centres are lost for five minutes.",
      "## Impact",
      "Replication lags; people notice slow logins when both lines lose packets.",
      "## Diagnosis",
      "| Look at | With |",
      "|---|---|",
      "| errors of the interface | `show interface dc-link-2` |",
      "| the provider's status | its portal, contract in the safe |",
      "## Mitigation",
      "Move traffic to the other line (`route prefer dc-link-1`), and back once the loss is gone for an hour.",
    ].join("\n"),
    {
      kind: "runbook",
      audience: "teams",
      teamIds: ["network"],
      keywords: ["PacketLossHigh", "dc-link-2"],
      category: "network",
      ciIds: ["dc-link-2"],
    },
  ),
];

const drafts: readonly Readonly<Record<string, unknown>>[] = [
  article(
    "Laptop does not charge",
    "## Before you begin\n\nTwo power supplies.\n\n## Steps\n\n1. Hold the power button for 30 seconds.\n\n## If it does not work\n\nTo be written.",
    { category: "hardware" },
  ),
];

/**
 * What the demo company knows: articles of every kind, for everybody and for some, one of them unfinished.
 * Answers the ids of those that everybody may read.
 */
export const seedKnowledge = async (ask: Ask): Promise<readonly string[]> => {
  const forEverybody: string[] = [];
  for (const draft of drafts) await ask(author, "POST", "/api/articles", draft);
  for (const each of published) {
    const { id } = await ask(author, "POST", "/api/articles", each);
    await ask(author, "POST", `/api/articles/${id}/submit`, {});
    await ask(reviewer, "POST", `/api/articles/${id}/publish`, {});
    if (each.audience !== "everyone") continue;
    await ask("emma.field", "POST", `/api/articles/${id}/rate`, { helpful: true });
    forEverybody.push(id);
  }
  return forEverybody;
};
