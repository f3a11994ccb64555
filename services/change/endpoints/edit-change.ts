import { later, refusalIn } from "../../../shared/domain/refusal-in.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { named } from "../../../shared/kept/named.ts";
import { type Change, SeenChange } from "../change.ts";
import { changeParams, circumstancesOf } from "../command-endpoint.ts";
import type { ChangeContext } from "../context.ts";
import { ChangeEdits, edit } from "../decisions/edit.ts";
import { mustBeParent } from "../parent.ts";
import { mustBeBefore } from "../predecessors.ts";
import { fixedIn } from "../template.ts";

/** What the edition that it was made from fixes. */
const lockedIn = async ({ templateId }: Change, { templates }: ChangeContext): Promise<readonly string[]> => {
  const edition = templateId === undefined ? undefined : (await templates.get(templateId)).inUse;
  return edition ? fixedIn(edition) : [];
};

const modelNamed = async (modelId: string | null | undefined, { models }: ChangeContext) =>
  modelId === undefined || modelId === null ? undefined : named(models, modelId, "body.modelId");

export const editChange = endpoint({
  id: "editChange",
  summary: "Correct or add facts; null removes a field. Another scope than was approved voids the approval",
  route: "PATCH /changes/{changeId}",
  permission: "change:work",
  params: changeParams,
  body: ChangeEdits,
  reply: SeenChange,
  needsVersion: true,
  refusals: ["not_found", "illegal_transition", "rule_violation"],
  handle: async ({ params, body, actor, ifMatch }, context: ChangeContext) => {
    const { changes } = context;
    const seen = await changes.get(params.changeId);
    const refused = await refusalIn(
      Promise.all([
        mustBeParent(body.parentId, params.changeId, context),
        mustBeBefore(body.comesAfter, params.changeId, context),
      ]),
    );
    const { decide } = edit(await lockedIn(seen, context));
    const on = await circumstancesOf(seen, actor, context);
    const nextModel = await later(modelNamed(body.modelId, context));
    return changes.update(params.changeId, ifMatch, (change) => {
      if (refused) throw refused;
      return decide(change, body, { ...on, nextModel: nextModel() });
    });
  },
});
