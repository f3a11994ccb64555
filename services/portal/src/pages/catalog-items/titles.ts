import { defineTexts } from "../../texts/define-texts.ts";

/** What the pages about the catalog are called. Apart from what they say, since the navigation of every visit needs these. */
export const catalogTitles = defineTexts({
  en: {
    catalog: "Service catalog",
    categories: "Catalog categories",
    newItem: "New item",
    item: "Catalog item",
  },
});
