import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";

const source = "itsm.asset";
const naming = { id: z.string(), name: z.string(), state: z.enum(["active", "retired"]) };

export const AssetModelSnapshot = z.object({
  ...naming,
  kind: z.enum(["hardware", "consumable", "software"]),
  ciClassId: z.string().optional(),
  metric: z.enum(["device", "user", "core"]),
});

export const AssetModelChanged = defineEvent({
  source,
  type: "AssetModelChanged",
  version: 1,
  summary: "A model was made, is another one now, or was retired or restored.",
  data: z.object({ model: AssetModelSnapshot }),
});
export const LocationChanged = defineEvent({
  source,
  type: "LocationChanged",
  version: 1,
  summary: "A place was made, is another one now, or was retired or restored.",
  data: z.object({ location: z.object({ ...naming, partOf: z.string().optional() }) }),
});
export const StockroomChanged = defineEvent({
  source,
  type: "StockroomChanged",
  version: 1,
  summary: "A stockroom was made, is another one now, or was retired or restored.",
  data: z.object({
    stockroom: z.object({ ...naming, locationId: z.string().optional(), teamId: z.string().optional() }),
  }),
});
export const VendorChanged = defineEvent({
  source,
  type: "VendorChanged",
  version: 1,
  summary: "A vendor was made, is another one now, or was retired or restored.",
  data: z.object({ vendor: z.object(naming) }),
});
export const CostCenterChanged = defineEvent({
  source,
  type: "CostCenterChanged",
  version: 1,
  summary: "A cost center was made, is another one now, or was retired or restored.",
  data: z.object({
    costCenter: z.object({ ...naming, code: z.string().optional(), ownerId: z.string().optional() }),
  }),
});
export const KitChanged = defineEvent({
  source,
  type: "KitChanged",
  version: 1,
  summary: "A kit was made, is another one now, or was retired or restored.",
  data: z.object({
    kit: z.object({ ...naming, parts: z.array(z.object({ modelId: z.string(), quantity: z.number() })) }),
  }),
});

export const AssetSettingsChanged = defineEvent({
  source,
  type: "AssetSettingsChanged",
  version: 1,
  summary: "The rules for assets changed.",
  data: z.object({ settings: z.object({ approvedFields: z.array(z.string()) }) }),
});

export const keptEvents = [
  AssetSettingsChanged,
  AssetModelChanged,
  LocationChanged,
  StockroomChanged,
  VendorChanged,
  CostCenterChanged,
  KitChanged,
];
