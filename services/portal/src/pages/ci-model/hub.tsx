import { Hub } from "../../parts/hub.tsx";
import { modelTexts as texts } from "./texts.ts";
import { modelTitles as titles } from "./titles.ts";

const names: Readonly<Record<string, string>> = {
  "/ci-sources": titles.sources.many,
  "/ci-classes": titles.classes.many,
  "/relation-types": titles.relationTypes.many,
};

/** The ways to everything that says what there can be in the CMDB. */
export const ModelHub = () => <Hub title={titles.hub} lead={texts.hubLead} names={names} ways={texts.ways} />;
