import * as z from "zod";
import { approve } from "../decisions/template.ts";
import { templateEndpoint } from "../template-endpoint.ts";

export const approveChangeTemplate = templateEndpoint({
  id: "approveChangeTemplate",
  summary: "Changes can be made from this edition from now on; nobody approves their own",
  route: "POST /change-templates/{changeTemplateId}/approve",
  permission: "change:manage",
  body: z.strictObject({}),
  decide: (template, _body, personId) => approve(template, personId),
});
