import { approveChangeTemplate } from "./endpoints/approve-change-template.ts";
import { createChangeTemplate } from "./endpoints/create-change-template.ts";
import { getChangeTemplate } from "./endpoints/get-change-template.ts";
import { listChangeTemplateHistory } from "./endpoints/list-change-template-history.ts";
import { listChangeTemplates } from "./endpoints/list-change-templates.ts";
import { proposeChangeTemplate } from "./endpoints/propose-change-template.ts";
import { redraftChangeTemplate } from "./endpoints/redraft-change-template.ts";
import { replaceChangeTemplate } from "./endpoints/replace-change-template.ts";
import { resumeChangeTemplate } from "./endpoints/resume-change-template.ts";
import { retireChangeTemplate } from "./endpoints/retire-change-template.ts";
import { returnChangeTemplate } from "./endpoints/return-change-template.ts";
import { suspendChangeTemplate } from "./endpoints/suspend-change-template.ts";

/** The governed life of templates for standard changes. */
export const templateEndpoints = [
  approveChangeTemplate,
  createChangeTemplate,
  getChangeTemplate,
  listChangeTemplateHistory,
  listChangeTemplates,
  proposeChangeTemplate,
  redraftChangeTemplate,
  replaceChangeTemplate,
  resumeChangeTemplate,
  retireChangeTemplate,
  returnChangeTemplate,
  suspendChangeTemplate,
];
