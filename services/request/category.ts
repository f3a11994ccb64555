import * as z from "zod";
import { ShortText } from "../../shared/domain/texts.ts";
import { occurred, type RecordBase } from "../../shared/dynamo/record.ts";
import { keptFields, type Tell } from "../../shared/kept/kept.ts";
import { CatalogCategoryChanged } from "./events-kept.ts";
import { CategoryId } from "./ids.ts";

/** A shelf of the service catalog. */
export const CategoryFields = z.strictObject({
  name: ShortText,
  description: z.string().trim().min(1).max(1000).optional(),
  icon: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, "A name such as `laptop`")
    .optional(),
});

export const Category = z
  .object({ id: CategoryId, ...keptFields, ...CategoryFields.shape })
  .meta({ id: "CatalogCategory" });
export type Category = z.infer<typeof Category> & RecordBase;

export const tellOfCategory: Tell<Category> = ({ id, name, state }, changes) =>
  occurred(CatalogCategoryChanged, { category: { id, name, retired: state === "retired" } }, changes);
