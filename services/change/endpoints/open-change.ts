import { Refusal } from "../../../shared/domain/refusal.ts";
import { later } from "../../../shared/domain/refusal-in.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { named, unknownId } from "../../../shared/kept/named.ts";
import { SeenChange } from "../change.ts";
import type { ChangeContext } from "../context.ts";
import { openChange as decide, OpenChange } from "../decisions/open.ts";
import { mustBeParent } from "../parent.ts";
import { mustBeBefore } from "../predecessors.ts";
import { type Usable, usableEdition } from "../template.ts";

/** The approved edition of a template; refused where there is none to use. */
const usable = async (
  templateId: string | undefined,
  { templates }: ChangeContext,
): Promise<Usable | undefined> => {
  if (templateId === undefined) return undefined;
  const path = "body.templateId";
  const template = await templates.get(templateId).catch((error: unknown) => {
    throw error instanceof Refusal ? unknownId(templateId, path) : error;
  });
  const edition = usableEdition(template);
  if (edition) return edition;
  throw new Refusal("rule_violation", undefined, [
    { path, message: `${templateId} is not approved, or it is suspended or retired` },
  ]);
};

export const openChange = endpoint({
  id: "openChange",
  summary: "Ask for a change; from a template a standard one",
  route: "POST /changes",
  permission: "change:open",
  body: OpenChange,
  reply: SeenChange,
  status: 201,
  refusals: ["rule_violation"],
  handle: async ({ body, actor }, context: ChangeContext) => {
    const { changes, models, settings, now } = context;
    const found = await later(
      (async () => ({
        template: await usable(body.templateId, context),
        model: body.modelId === undefined ? undefined : await named(models, body.modelId, "body.modelId"),
        parent: await mustBeParent(body.parentId, undefined, context),
        before: await mustBeBefore(body.comesAfter, undefined, context),
      }))(),
    );
    const on = { actor, now: now(), settings: await settings() };
    return changes.create((id) => {
      const { template, model } = found();
      return decide(id, body, { ...on, model }, template);
    });
  },
});
