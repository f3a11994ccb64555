import { keptEndpoints } from "../../shared/kept/kept-endpoints.ts";
import { ModelId } from "./change-fields.ts";
import type { ChangeContext } from "./context.ts";
import { mustKnowBoards } from "./known-boards.ts";
import { ChangeModel, ModelFields, tellOfModel } from "./model.ts";
import { paths } from "./table-kept.ts";

/** Change models: what is asked, planned, done and approved for changes of a kind. */
export const modelEndpoints = keptEndpoints<ChangeContext, ChangeModel, typeof ModelFields>({
  noun: ["ChangeModel", "ChangeModels"],
  title: "a change model",
  path: paths.model,
  id: ["changeModelId", ModelId],
  fields: ModelFields,
  reply: ChangeModel,
  listed: ChangeModel.omit({ description: true, tasks: true, approval: true }).meta({
    id: "ListedChangeModel",
  }),
  tell: tellOfModel,
  read: "change:read_all",
  write: "change:manage",
  history: "change:read_all",
  records: ({ models }) => models,
  mayWrite: () => true,
  check: ({ approval }, context) => mustKnowBoards(approval, "approval", context),
  refusals: ["rule_violation"],
});
