import * as z from "zod";
import { endpoint } from "../../shared/http/endpoint.ts";
import type { ChangeContext } from "./context.ts";
import { draft } from "./decisions/template.ts";
import { ChangeTemplate, TemplateFields } from "./template.ts";
import { LibraryKey, templateLibrary } from "./template-library.ts";

const listLibrary = endpoint({
  id: "listChangeTemplateLibrary",
  summary: "Standard changes that the product proposes, to be taken as drafts",
  route: "GET /change-template-library",
  permission: "change:read_all",
  reply: z.object({
    items: z.array(z.object({ key: LibraryKey, template: z.object(TemplateFields.shape) })),
  }),
  refusals: [],
  handle: async () => ({
    items: LibraryKey.options.map((key) => ({ key, template: TemplateFields.parse(templateLibrary[key]) })),
  }),
});

const takeFromLibrary = endpoint({
  id: "takeChangeTemplateFromLibrary",
  summary: "Draft a template as the product proposes it; it is reviewed and approved like any other",
  route: "POST /change-template-library",
  permission: "change:work",
  body: z.strictObject({ key: LibraryKey }),
  reply: ChangeTemplate,
  status: 201,
  refusals: [],
  handle: ({ body: { key }, actor }, { templates }: ChangeContext) => {
    const fields = TemplateFields.parse(templateLibrary[key]);
    return templates.create((id) => draft(id, fields, actor.id));
  },
});

/** What the product proposes as standard changes. */
export const libraryEndpoints = [listLibrary, takeFromLibrary];
