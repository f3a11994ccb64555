import type * as z from "zod";

/** The place of a column's value in a record. */
export type Column = readonly string[];

/** As much of zod's own description of a type as is looked at here. */
type Definition = {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly options?: readonly z.ZodType[];
};

const definitionOf = (schema: z.ZodType): Definition => schema._zod.def as unknown as Definition;

const leavesOf = (schema: z.ZodType, at: Column): readonly Column[] => {
  const { type, innerType, shape, options } = definitionOf(schema);
  if (innerType) return leavesOf(innerType, at);
  if (type === "object" && shape)
    return Object.entries(shape).flatMap(([name, field]) => leavesOf(field, [...at, name]));
  if (type === "union" && options) return options.flatMap((option) => leavesOf(option, at));
  return [at];
};

/** The name of a column: the path of its field in the JSON, such as `likeness.kind`. */
export const columnName = (column: Column): string => column.join(".");

/** One column per field of a record's schema, those of nested records and of all alternatives included. */
export const columnsOf = (schema: z.ZodType): readonly Column[] => [
  ...new Map(leavesOf(schema, []).map((column) => [columnName(column), column])).values(),
];

/** What a record has in a column; undefined where it has nothing. */
export const valueAt = (record: unknown, column: Column): unknown =>
  column.reduce<unknown>(
    (part, name) => (part as Record<string, unknown> | undefined | null)?.[name],
    record,
  );
