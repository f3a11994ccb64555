import { managers } from "../asset-records/answerable.ts";
import { assetTitles as titles } from "../assets/titles.ts";
import { keptPages, withId } from "../change-rules/kept-pages.ts";

const contracts = () => import("./contracts.tsx");

export const contractPages = keptPages(
  "/contracts",
  titles.contracts,
  {
    list: async () => (await contracts()).ContractList,
    new: async () => (await contracts()).NewContract,
    one: withId(async () => (await contracts()).ContractPage),
  },
  { section: "services", text: titles.contracts.many, order: 23, roles: [...managers, "admin"] },
);
