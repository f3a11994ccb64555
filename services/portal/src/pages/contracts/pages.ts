import { managers } from "../asset-records/answerable.ts";
import { keptPages, withId } from "../change-rules/kept-pages.ts";
import { contractTexts as texts } from "./texts.ts";

const contracts = () => import("./contracts.tsx");

export const contractPages = keptPages(
  "/contracts",
  texts.contracts,
  {
    list: async () => (await contracts()).ContractList,
    new: async () => (await contracts()).NewContract,
    one: withId(async () => (await contracts()).ContractPage),
  },
  { section: "services", text: texts.contracts.many, order: 23, roles: [...managers, "admin"] },
);
