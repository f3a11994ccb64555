import * as z from "zod";
import { GroupName } from "./ci.ts";

/** What a source says of one attribute. Texts may stand for numbers and dates: the class decides how they are read. */
export const Value = z.union([
  z.string().max(8000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(1000)).max(100),
]);
export type Value = z.infer<typeof Value>;

/** How a source calls a CI: its own id for it, or its number here. */
const Key = z.string().trim().min(1).max(300);

/** One thing that a source says is there, in the one form to which every format is brought. */
export type CiRow = {
  readonly kind: "ci";
  /** The source's own id for it. */
  readonly key?: string | undefined;
  /** As the source calls it; the source's mapping says which class that is here. */
  readonly className: string;
  /** Attributes by name, `name` among them. What is not named, the source says nothing of. */
  readonly values: Readonly<Record<string, Value>>;
  /** When the source looked (ISO 8601), where it says so: older words count no more once newer ones are known. */
  readonly at?: string | undefined;
  /** The source says that it is there no more. */
  readonly isGone?: boolean | undefined;
};

/** How one thing stands to another; both named by the source's key, or by their numbers here. */
export type RelationRow = {
  readonly kind: "relation";
  readonly from: string;
  readonly type: string;
  readonly to: string;
  /** Share of what its redundancy group gives, and the group, where the source knows. */
  readonly weight?: number | undefined;
  readonly group?: string | undefined;
  /** When the source looked, where it says so. */
  readonly at?: string | undefined;
};

export type Row = CiRow | RelationRow;

/** What could not be read of a row, for people to look at. */
export type Unread = { readonly kind: "unread"; readonly problem: string };

/** A row with its number in its chunk, from 1 on. */
export type Numbered = { readonly number: number; readonly row: Row | Unread };

const CiForm = z.object({
  key: Key.optional(),
  className: Key,
  values: z.record(z.string().min(1).max(100), Value),
  at: z.iso.datetime({ offset: true }).optional(),
  isGone: z.boolean().optional(),
});
const RelationForm = z.object({
  from: Key,
  type: Key,
  to: Key,
  weight: z.coerce.number().positive().max(1000).optional(),
  group: GroupName.optional(),
  at: z.iso.datetime({ offset: true }).optional(),
});

const problemOf = ({ issues: [issue] }: z.ZodError): Unread => ({
  kind: "unread",
  problem: `${issue?.path.join(".") || "row"}: ${issue?.message}`,
});

/** A row of a thing, checked. */
export const ciRow = (given: {
  readonly key?: unknown;
  readonly className: unknown;
  readonly values: Readonly<Record<string, unknown>>;
  readonly at?: unknown;
  readonly isGone?: boolean | undefined;
}): CiRow | Unread => {
  const { data, error } = CiForm.safeParse(given);
  return error ? problemOf(error) : { kind: "ci", ...data };
};

/** A row of a relation, checked. */
export const relationRow = (given: {
  readonly from: unknown;
  readonly type: unknown;
  readonly to: unknown;
  readonly weight?: unknown;
  readonly group?: unknown;
  readonly at?: unknown;
}): RelationRow | Unread => {
  const { data, error } = RelationForm.safeParse(given);
  return error ? problemOf(error) : { kind: "relation", ...data };
};
