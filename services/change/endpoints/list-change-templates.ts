import * as z from "zod";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import type { ChangeContext } from "../context.ts";
import { ListedTemplate, templateLifecycle } from "../template.ts";

export const listChangeTemplates = endpoint({
  id: "listChangeTemplates",
  summary: "Templates for standard changes in a state, by name",
  route: "GET /change-templates",
  permission: "change:read_all",
  query: z.strictObject({ ...pageQuery, state: templateLifecycle.State.default("approved") }),
  reply: pageOf(ListedTemplate),
  refusals: ["invalid_cursor"],
  handle: ({ query: { state, ...page } }, { templates }: ChangeContext) =>
    templates.list({ index: "templatesByState", partition: state }, page),
});
