import { editRelation } from "./endpoints/edit-relation.ts";
import { endRelation } from "./endpoints/end-relation.ts";
import { getRelation } from "./endpoints/get-relation.ts";
import { listCiRelationHistory } from "./endpoints/list-ci-relation-history.ts";
import { listCiRelations } from "./endpoints/list-ci-relations.ts";
import { listRelationHistory } from "./endpoints/list-relation-history.ts";
import { relateAgain } from "./endpoints/relate-again.ts";
import { relateCis } from "./endpoints/relate-cis.ts";

/** What is done with relations between configuration items. */
export const relationEndpoints = [
  listCiRelations,
  listCiRelationHistory,
  relateCis,
  getRelation,
  editRelation,
  endRelation,
  relateAgain,
  listRelationHistory,
];
