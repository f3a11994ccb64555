import * as z from "zod";
import { redraft } from "../decisions/template.ts";
import { templateEndpoint } from "../template-endpoint.ts";

export const redraftChangeTemplate = templateEndpoint({
  id: "redraftChangeTemplate",
  summary: "Write another edition; the approved one stays in use unless it is suspended",
  route: "POST /change-templates/{changeTemplateId}/redraft",
  permission: "change:work",
  body: z.strictObject({}),
  decide: (template, _body, personId) => redraft(template, personId),
});
