import * as z from "zod";
import { CatalogItemId } from "./ids.ts";

export const catalogParams = z.object({ catalogItemId: CatalogItemId });
