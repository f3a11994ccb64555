import { endpoint } from "../../../shared/http/endpoint.ts";
import type { ChangeContext } from "../context.ts";
import { ChangeTemplate } from "../template.ts";
import { templateParams } from "../template-endpoint.ts";

export const getChangeTemplate = endpoint({
  id: "getChangeTemplate",
  summary: "Read a template for standard changes",
  route: "GET /change-templates/{changeTemplateId}",
  permission: "change:read_all",
  params: templateParams,
  reply: ChangeTemplate,
  refusals: ["not_found"],
  handle: ({ params }, { templates }: ChangeContext) => templates.get(params.changeTemplateId),
});
