import * as z from "zod";
import { RelationId } from "./relation.ts";

export const relationParams = z.object({ relationId: RelationId });
