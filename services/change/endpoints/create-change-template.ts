import { endpoint } from "../../../shared/http/endpoint.ts";
import type { ChangeContext } from "../context.ts";
import { draft } from "../decisions/template.ts";
import { ChangeTemplate, TemplateFields } from "../template.ts";

export const createChangeTemplate = endpoint({
  id: "createChangeTemplate",
  summary: "Draft a template for standard changes",
  route: "POST /change-templates",
  permission: "change:work",
  body: TemplateFields,
  reply: ChangeTemplate,
  status: 201,
  refusals: [],
  handle: ({ body, actor }, { templates }: ChangeContext) =>
    templates.create((id) => draft(id, body, actor.id)),
});
