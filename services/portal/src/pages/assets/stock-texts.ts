import { defineTexts } from "../../texts/define-texts.ts";
import { assetTitles as titles } from "./titles.ts";

type Words = Readonly<Record<string, string>>;

/** What the pages about stock and licences say. */
export const stockTexts = defineTexts({
  en: {
    stock: titles.stock,
    stockLead: "What is low anywhere, or all that one stockroom has.",
    allStockrooms: "Low anywhere",
    stockrooms: "Stockrooms",
    noStock: "Nothing to show",
    noStockLead:
      "Choose a stockroom: stock appears in it when assets are put there or consumables are booked in.",
    low: "Low",
    enough: "Enough",
    noMark: "No low mark",
    columns: {
      model: "Model",
      stockroom: "Stockroom",
      mark: "Mark",
      available: "To hand out",
      onHand: "There in all",
      minimum: "Low below",
      reorder: "To order then",
      actions: "Actions",
      state: "State",
      entitled: "Rights",
      used: "Used",
      allocated: "Given to people or devices",
      free: "Left",
      metric: "Counted by",
    },
    licences: titles.licences,
    entitlements: "Rights that were bought",
    licencesLead: "How many rights there are to each software, and how many are used.",
    allPositions: "All software",
    noPositions: "No software here",
    noPositionsLead: "Positions appear when rights are bought or installations are reported.",
    positions: {
      compliant: "In order",
      over_used: "More used than bought",
      under_used: "Much of it unused",
      unlicensed: "Used without any right",
      unused: "Not used at all",
    } as Words,
    metrics: { device: "Devices", user: "People", core: "Cores" } as Words,
  },
});
