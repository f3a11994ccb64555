import * as z from "zod";
import { GroupName } from "./ci.ts";
import { isReadable } from "./decisions/said.ts";
import type { CiRow, Row, Unread, Value } from "./import-row.ts";

const Word = z.string().trim().min(1).max(300);
const Name = z.string().trim().min(1).max(100);

/** How a source's words are ours. What is not mentioned keeps its name. */
export const Mapping = z.strictObject({
  classes: z
    .record(Word, Name)
    .default({})
    .describe("The source's class to ours; `*` is for all that are not mentioned"),
  relations: z
    .record(
      Word,
      z.strictObject({
        type: Name,
        isReversed: z.boolean().default(false).describe("Its `from` is our `to`"),
        group: GroupName.optional().describe("The redundancy group that it counts in"),
      }),
    )
    .default({})
    .describe("The source's relation to our type; `*` is for all that are not mentioned"),
  attributes: z
    .record(Name, Name.nullable())
    .default({})
    .describe("The source's attribute to ours; null leaves it out"),
  defaults: z
    .record(Name, z.string().max(1000))
    .default({})
    .describe("What holds for every thing of this source that does not say it itself"),
  tags: z
    .record(
      Word,
      z.strictObject({
        attribute: Name,
        values: z
          .record(Word, z.string().max(1000))
          .optional()
          .describe(
            "The tag's value to ours, where those are other words; a value that is not named is none",
          ),
      }),
    )
    .optional()
    .describe(
      "The tag's name, in whatever case, to the fact or attribute that its value is: `Environment` to `environment`, `Owner` to `ownerId`. A value that a fact cannot be (`criticality` is high, medium or low) stays a tag only",
    ),
});
export type Mapping = z.infer<typeof Mapping>;

export const noMapping: Mapping = { classes: {}, relations: {}, attributes: {}, defaults: {} };

const own = <T>(words: Readonly<Record<string, T>>, word: string): T | undefined =>
  Object.hasOwn(words, word) ? words[word] : undefined;

const listOf = (tags: Value | undefined): readonly string[] => {
  if (Array.isArray(tags)) return tags;
  return typeof tags === "string" ? tags.split(";").map((tag) => tag.trim()) : [];
};

/** What tags (`Owner=desk`) say of facts and attributes; of two of one name the first counts. */
const saidByTags = (
  { tags }: CiRow["values"],
  rules: NonNullable<Mapping["tags"]>,
): Readonly<Record<string, string>> => {
  const found = new Map<string, string>();
  for (const tag of listOf(tags)) {
    const [, name, text = ""] = /^([^=]*)=(.*)$/s.exec(tag) ?? [];
    const key = name?.trim().toLowerCase();
    if (key !== undefined && text.trim() !== "" && !found.has(key)) found.set(key, text.trim());
  }
  const said = Object.entries(rules).flatMap(([name, { attribute, values }]) => {
    const text = found.get(name.toLowerCase());
    const ours = text !== undefined && values ? own(values, text) : text;
    return ours !== undefined && isReadable(attribute, ours) ? [[attribute, ours] as const] : [];
  });
  return Object.fromEntries(said);
};

/** A row in our words. */
export const mapped = (
  row: Row | Unread,
  { classes, relations, attributes, defaults, tags = {} }: Mapping,
): Row | Unread => {
  if (row.kind === "unread") return row;
  if (row.kind === "relation") {
    const rule = own(relations, row.type) ?? own(relations, "*");
    if (!rule) return row;
    const { from, to } = rule.isReversed ? { from: row.to, to: row.from } : row;
    return { ...row, from, type: rule.type, to, group: row.group ?? rule.group };
  }
  const named = Object.entries(row.values).flatMap(([name, value]) => {
    const ours = own(attributes, name);
    return ours === null ? [] : [[ours ?? name, value] as const];
  });
  const className = own(classes, row.className) ?? own(classes, "*") ?? row.className;
  return {
    ...row,
    className,
    values: { ...defaults, ...Object.fromEntries(named), ...saidByTags(row.values, tags) },
  };
};
