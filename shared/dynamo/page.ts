import * as z from "zod";

/** How many a list returns unless asked otherwise, and at most. Over it is a 400 that names it, never a cap. */
export const pageSize = { usual: 25, most: 100 } as const;

/** The query parameters of every list. */
export const pageQuery = {
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(pageSize.most)
    .default(pageSize.usual)
    .describe("Items in a page"),
  cursor: z.string().max(2000).optional().describe("nextCursor of the page before"),
};

export type PageRequest = { readonly limit: number; readonly cursor?: string | undefined };
export type Page<T> = { readonly items: T[]; readonly nextCursor?: string | undefined };

/** Schema of a page; `nextCursor` is absent on the last one. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().optional() });
