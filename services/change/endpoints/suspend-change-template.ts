import { Remark, suspend } from "../decisions/template.ts";
import { templateEndpoint } from "../template-endpoint.ts";

export const suspendChangeTemplate = templateEndpoint({
  id: "suspendChangeTemplate",
  summary: "No change is made from it until it is resumed",
  route: "POST /change-templates/{changeTemplateId}/suspend",
  permission: "change:manage",
  body: Remark,
  decide: suspend,
});
