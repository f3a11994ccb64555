import * as z from "zod";
import { resume } from "../decisions/template.ts";
import { templateEndpoint } from "../template-endpoint.ts";

export const resumeChangeTemplate = templateEndpoint({
  id: "resumeChangeTemplate",
  summary: "Changes can be made from it again",
  route: "POST /change-templates/{changeTemplateId}/resume",
  permission: "change:manage",
  body: z.strictObject({}),
  decide: (template) => resume(template),
});
