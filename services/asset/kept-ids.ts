import * as z from "zod";

const numbered = (prefix: string, what: string) =>
  z.string().regex(new RegExp(`^${prefix}\\d{7,12}$`), `${what} number such as ${prefix}0000001`);

export const LocationId = numbered("LOC", "A location");
export const VendorId = numbered("VND", "A vendor");
export const CostCenterId = numbered("CCT", "A cost center");
export const StockroomId = numbered("STR", "A stockroom");
export const KitId = numbered("KIT", "A kit");
