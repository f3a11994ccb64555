import { tellWhole } from "../../shared/kept/kept.ts";
import { keptEndpoints } from "../../shared/kept/kept-endpoints.ts";
import { CannedReply, mayWriteReply, ReplyFields, ReplyId } from "./canned-reply.ts";
import { renderReply } from "./endpoints/render-reply.ts";
import { CannedReplyChanged } from "./events-kept.ts";
import type { IncidentContext } from "./table.ts";
import { Template, TemplateFields, TemplateId, tellOfTemplate } from "./template.ts";

/** Templates for incidents, and canned replies. */
export const templateEndpoints = [
  ...keptEndpoints<IncidentContext, Template, typeof TemplateFields>({
    noun: ["IncidentTemplate", "IncidentTemplates"],
    title: "a template for incidents",
    path: "incident-templates",
    id: ["templateId", TemplateId],
    fields: TemplateFields,
    reply: Template,
    listed: Template,
    tell: tellOfTemplate,
    read: "incident:open",
    write: "incident:curate",
    records: ({ templates }) => templates,
    mayWrite: () => true,
  }),
  ...keptEndpoints<IncidentContext, CannedReply, typeof ReplyFields>({
    noun: ["CannedReply", "CannedReplies"],
    title: "a canned reply",
    path: "canned-replies",
    id: ["replyId", ReplyId],
    fields: ReplyFields,
    reply: CannedReply,
    listed: CannedReply.omit({ text: true }).meta({ id: "ListedCannedReply" }),
    tell: tellWhole(CannedReplyChanged as never, "reply"),
    read: "incident:reply",
    write: "incident:reply",
    records: ({ replies }) => replies,
    mayWrite: mayWriteReply,
  }),
  renderReply,
];
