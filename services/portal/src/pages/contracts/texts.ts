import { defineTexts } from "../../texts/define-texts.ts";
import { assetTitles as titles } from "../assets/titles.ts";

type Words = Readonly<Record<string, string>>;

/** What the pages about contracts with vendors say. */
export const contractTexts = defineTexts({
  en: {
    contracts: {
      ...titles.contracts,
      lead: "What was agreed with vendors: what it covers, what it costs, and when it ends.",
      none: "No contract in this state",
      noneLead: "Keep what was agreed with a vendor, and hear in time that it ends.",
    },
    name: "Name",
    kind: "Kind",
    kinds: {
      maintenance: "Maintenance",
      support: "Support",
      lease: "Lease",
      rental: "Rental",
      warranty: "Warranty",
      subscription: "Subscription",
      other: "Other",
    } as Words,
    vendor: "Vendor",
    number: "The vendor's number of it",
    time: "How long it runs",
    startsOn: "First day",
    endsOn: "Last day",
    noticeDays: "Days before the end that it is told of",
    noticeHint: "In time to renew or cancel it; 90 unless said otherwise",
    renewsMonths: "Goes on by itself for so many months",
    renewsHint: "Empty: it ends",
    money: "What it costs",
    cost: "Cost",
    billed: "Billed",
    billings: { once: "Once", monthly: "Every month", yearly: "Every year" } as Words,
    costCenter: "Cost center",
    team: "Team that answers for it",
    note: "Note",
    covers: "What it covers",
    assets: "Assets",
    assetsHint:
      "By inventory number, serial number or number, pasted with commas between them; 5,000 at most.",
    covered: "Assets that it covers",
    coversNone: "It covers no asset",
    renew: "Renew",
    renewUntil: "New last day",
    cancel: "Cancel it",
    cancelLead: "It ends now. It can be renewed later.",
    reason: "Why",
    renewed: "Renewed",
    times: (count: number) => (count === 1 ? "once" : `${count} times`),
    cancelled: "Why it was cancelled",
    story: "What became of it",
    ends: "Ends",
  },
});
