import type * as z from "zod";
import { type Column, columnsOf } from "../csv/columns.ts";
import { csvOf } from "../csv/csv.ts";
import type { Page } from "../dynamo/page.ts";
import { prefersToJson } from "./accept.ts";
import type { Endpoint } from "./endpoint.ts";
import type { Reply } from "./problem.ts";
import type { HttpEvent } from "./read-request.ts";

/** The type by which every list can be asked for as a table. */
export const csvType = "text/csv";

type PageShape = { readonly items?: { readonly element: z.ZodType }; readonly nextCursor?: unknown };

const columns = new Map<z.ZodType, readonly Column[]>();

/** The columns of a list's table, read from the declaration of its items; undefined for what is no list (see `pageOf`). */
export const csvColumns = ({ reply }: Endpoint): readonly Column[] | undefined => {
  const { shape } = reply as { readonly shape?: PageShape };
  if (!shape?.items || !shape.nextCursor) return undefined;
  const known = columns.get(reply) ?? columnsOf(shape.items.element);
  columns.set(reply, known);
  return known;
};

/** Where the next page is, with everything else that was asked (RFC 8288). */
const linkTo = ({ rawPath, queryStringParameters }: HttpEvent, cursor: string): string => {
  const query = new URLSearchParams({ ...(queryStringParameters as Record<string, string>), cursor });
  return `<${encodeURI(rawPath)}?${query}>; rel="next"`;
};

/** A list's page as a table, where that was asked for; undefined where JSON is the answer. */
export const csvPage = (endpoint: Endpoint, event: HttpEvent, page: unknown): Reply | undefined => {
  if (!prefersToJson(event.headers.accept, csvType)) return undefined;
  const named = csvColumns(endpoint);
  if (!named) return undefined;
  const { items, nextCursor } = page as Page<unknown>;
  return {
    statusCode: 200,
    headers: {
      "content-type": `${csvType}; charset=utf-8; header=present`,
      "content-disposition": `attachment; filename="${endpoint.id}.csv"`,
      ...(nextCursor === undefined ? {} : { link: linkTo(event, nextCursor) }),
    },
    body: csvOf(named, items),
  };
};
