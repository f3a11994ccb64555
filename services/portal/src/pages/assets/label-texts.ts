import { defineTexts } from "../../texts/define-texts.ts";
import { assetTitles as titles } from "./titles.ts";

/** What the page of labels says; what stands on the labels themselves comes from the API. */
export const labelTexts = defineTexts({
  en: {
    labels: titles.labels,
    lead: (most: number) => `To be printed and stuck on, ${most} at most. An audit scans the code.`,
    print: "Print",
    none: "No asset is chosen",
    noneLead: "Choose assets in the list, and print their labels.",
    toAssets: "Choose assets",
    codeOf: (code: string) => `Code ${code}`,
  },
});
