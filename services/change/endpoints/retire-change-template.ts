import { Remark, retire } from "../decisions/template.ts";
import { templateEndpoint } from "../template-endpoint.ts";

export const retireChangeTemplate = templateEndpoint({
  id: "retireChangeTemplate",
  summary: "It is not used any more; changes made from it stay as they are",
  route: "POST /change-templates/{changeTemplateId}/retire",
  permission: "change:manage",
  body: Remark,
  decide: retire,
});
