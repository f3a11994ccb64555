import * as z from "zod";
import { propose } from "../decisions/template.ts";
import { templateEndpoint } from "../template-endpoint.ts";

export const proposeChangeTemplate = templateEndpoint({
  id: "proposeChangeTemplate",
  summary: "Ask for its review",
  route: "POST /change-templates/{changeTemplateId}/propose",
  permission: "change:work",
  body: z.strictObject({}),
  decide: (template, _body, personId) => propose(template, personId),
});
