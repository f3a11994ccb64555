import type * as z from "zod";
import { type Column, columnName, columnsOf } from "../csv/columns.ts";
import { csvOf } from "../csv/csv.ts";
import type { Page } from "../dynamo/page.ts";
import { prefersToJson } from "./accept.ts";
import type { Endpoint, Form } from "./endpoint.ts";
import type { Reply } from "./problem.ts";
import type { HttpEvent } from "./read-request.ts";

/** The type by which every list can be asked for as a table. */
export const csvType = "text/csv";

type PageShape = { readonly items?: { readonly element: z.ZodType }; readonly nextCursor?: unknown };

const columns = new Map<z.ZodType, readonly Column[]>();

/** The columns of a list's table, read from the declaration of its items; undefined for what is no list (see `pageOf`) or has a table of its own. */
export const csvColumns = ({ reply, forms = [] }: Endpoint): readonly Column[] | undefined => {
  const { shape } = reply as { readonly shape?: PageShape };
  if (!shape?.items || !shape.nextCursor || forms.some(({ type }) => type === csvType)) return undefined;
  const known = columns.get(reply) ?? columnsOf(shape.items.element);
  columns.set(reply, known);
  return known;
};

/** Where the next page is, with everything else that was asked (RFC 8288). */
const linkTo = ({ rawPath, queryStringParameters }: HttpEvent, cursor: string): string => {
  const query = new URLSearchParams({ ...(queryStringParameters as Record<string, string>), cursor });
  return `<${encodeURI(rawPath)}?${query}>; rel="next"`;
};

/** The table that every list can be asked for as. */
export const tableOf = (columns: readonly Column[]): Form => ({
  type: csvType,
  ending: "csv",
  description: `RFC 4180, UTF-8. An apostrophe precedes what a spreadsheet could take for a formula. Columns: ${columns.map(columnName).join(", ")}`,
  write: (page) => csvOf(columns, (page as Page<unknown>).items),
});

/** The forms besides JSON in which an endpoint's list can be asked for. */
export const formsOf = (endpoint: Endpoint): readonly Form[] => {
  const { forms = [] } = endpoint;
  const columns = csvColumns(endpoint);
  return columns ? [tableOf(columns), ...forms] : forms;
};

/** A reply in another form, where the endpoint has no other or a list was asked for so; undefined where JSON is the answer. */
export const formedPage = (endpoint: Endpoint, event: HttpEvent, page: unknown): Reply | undefined => {
  const form =
    endpoint.only ?? formsOf(endpoint).find(({ type }) => prefersToJson(event.headers.accept, type));
  if (!form) return undefined;
  const { nextCursor } = page as Page<unknown>;
  return {
    statusCode: 200,
    headers: {
      "content-type": `${form.type}; charset=utf-8${form.type === csvType ? "; header=present" : ""}`,
      "content-disposition": `attachment; filename="${endpoint.id}.${form.ending}"`,
      ...(nextCursor === undefined ? {} : { link: linkTo(event, nextCursor) }),
    },
    body: form.write(page),
  };
};
