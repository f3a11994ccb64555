import { Remark, returnToDraft } from "../decisions/template.ts";
import { templateEndpoint } from "../template-endpoint.ts";

export const returnChangeTemplate = templateEndpoint({
  id: "returnChangeTemplate",
  summary: "Its review asks for another draft",
  route: "POST /change-templates/{changeTemplateId}/return",
  permission: "change:manage",
  body: Remark,
  decide: returnToDraft,
});
