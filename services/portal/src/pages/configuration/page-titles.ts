import { defineTexts } from "../../texts/define-texts.ts";

/** What the pages around configuration items are called, apart from what they say: the navigation needs no more. */
export const pageTitles = defineTexts({
  en: {
    new: "Register an item",
    imports: "Imports",
    import: "Import",
    importNew: "Import a list",
    duplicates: "Possible duplicates",
    duplicate: "Possible duplicate",
    attestations: "To confirm",
    baselines: { many: "Baselines", new: "Take a baseline" },
  },
});
