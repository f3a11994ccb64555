import { keptEndpoints } from "../../shared/kept/kept-endpoints.ts";
import { Category, CategoryFields, tellOfCategory } from "./category.ts";
import type { RequestContext } from "./context.ts";
import { CategoryId } from "./ids.ts";
import { paths } from "./table.ts";

/** The shelves of the catalog. */
export const categoryEndpoints = keptEndpoints<RequestContext, Category, typeof CategoryFields>({
  noun: ["CatalogCategory", "CatalogCategories"],
  title: "a catalog category",
  path: paths.category,
  id: ["catalogCategoryId", CategoryId],
  fields: CategoryFields,
  reply: Category,
  listed: Category.omit({ description: true }).meta({ id: "ListedCatalogCategory" }),
  tell: tellOfCategory,
  read: "request:read",
  write: "request:manage",
  records: ({ categories }) => categories,
  mayWrite: () => true,
});
