import { Hub } from "../../parts/hub.tsx";
import { recordTexts as texts } from "./texts.ts";

const names: Readonly<Record<string, string>> = {
  "/asset-models": texts.models.many,
  "/stockrooms": texts.stockrooms.many,
  "/asset-locations": texts.locations.many,
  "/vendors": texts.vendors.many,
  "/cost-centers": texts.costCenters.many,
  "/asset-kits": texts.kits.many,
  "/asset-settings": texts.settings,
};

/** The ways to everything that assets refer to. */
export const RecordsHub = () => (
  <Hub title={texts.hub} lead={texts.hubLead} names={names} ways={texts.ways} />
);
