import { endpoint } from "../../../shared/http/endpoint.ts";
import type { ChangeContext } from "../context.ts";
import { rewrite } from "../decisions/template.ts";
import { ChangeTemplate, TemplateFields } from "../template.ts";
import { templateParams } from "../template-endpoint.ts";

export const replaceChangeTemplate = endpoint({
  id: "replaceChangeTemplate",
  summary: "Write the draft anew; what is not given is gone",
  route: "PUT /change-templates/{changeTemplateId}",
  permission: "change:work",
  params: templateParams,
  body: TemplateFields,
  reply: ChangeTemplate,
  needsVersion: true,
  refusals: ["not_found", "illegal_transition"],
  handle: ({ params, body, actor, ifMatch }, { templates }: ChangeContext) =>
    templates.update(params.changeTemplateId, ifMatch, (template) => rewrite(template, body, actor.id)),
});
