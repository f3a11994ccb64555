import { ForeignId, LongText, ShortText } from "../../../shared/domain/texts.ts";
import { type AttributeValue, Criticality } from "../events.ts";
import type { CiRow, Value } from "../import-row.ts";
import type { ClassReader, Fault } from "./class-reader.ts";
import { readValue } from "./read-value.ts";
import { readRedundancy, redundancyOf } from "./redundancy-texts.ts";

/** The facts of a CI, besides what its class asks for, that a source may know. */
const facts = {
  name: ShortText,
  description: LongText,
  criticality: Criticality,
  ownerId: ForeignId,
  teamId: ForeignId,
  environment: ShortText,
  location: ShortText,
  assetId: ForeignId,
} as const;
/** Said as a list of texts, and kept as what they mean. */
export const groupsFact = "redundancy";
export type FactName = keyof typeof facts | typeof groupsFact;
export const factNames = [...Object.keys(facts), groupsFact] as readonly FactName[];
const isFact = (name: string): name is FactName => (factNames as readonly string[]).includes(name);

/** What a source says of one CI, read as the class asks for. */
export type Said = {
  /** The source's name for it: its key, or where it has none the class and the name. */
  readonly key: string;
  readonly class: ClassReader;
  /** Facts and attributes by name; they have no name in common. */
  readonly values: Readonly<Record<string, AttributeValue>>;
  readonly isGone: boolean;
  /** When the source looked. */
  readonly at?: string | undefined;
  /** Named by the source, and no attribute of the class. */
  readonly ignored: readonly string[];
};

/** What cannot be read. */
export type Unreadable = { readonly problems: readonly Fault[] };

const factIn = (name: FactName, given: unknown) => {
  if (name === groupsFact) return readRedundancy(given);
  const text = name === "criticality" ? String(given).trim().toLowerCase() : String(given).trim();
  const { data, error } = facts[name].safeParse(text);
  return error ? { problem: error.issues[0]?.message ?? "Not valid" } : { value: data };
};

/** Whether a text can be what it is said of: only facts are of one kind in all classes. */
export const isReadable = (name: string, text: string): boolean =>
  !isFact(name) || !("problem" in factIn(name, text));

/** The key of a row without one. Two things of one name would be the same thing to such a source. */
export const keyByName = (classId: string, name: unknown): string =>
  `${classId}/${String(name).normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase()}`;

type Reading = {
  readonly values: Record<string, AttributeValue>;
  readonly ignored: string[];
  readonly problems: Fault[];
};

const readInto = (
  { values, ignored, problems }: Reading,
  known: ClassReader,
  name: string,
  given: Value,
): void => {
  const attribute = known.attributes.get(name);
  if (!attribute && !isFact(name)) {
    ignored.push(name);
    return;
  }
  const read = attribute ? readValue(given, attribute) : factIn(name as FactName, given);
  if ("problem" in read) problems.push({ attribute: name, message: read.problem });
  // No group at all: the source says nothing of them.
  else if (name !== groupsFact || (read.value as readonly string[]).length > 0) values[name] = read.value;
};

/** Facts and attributes apart, as a CI has them. */
export const partsOfValues = (values: Readonly<Record<string, AttributeValue>>) => {
  const [facts, attributes]: [string, AttributeValue][][] = [[], []];
  for (const entry of Object.entries(values)) (isFact(entry[0]) ? facts : attributes)?.push(entry);
  const { [groupsFact]: groups, ...told } = Object.fromEntries(facts ?? []);
  return {
    facts: {
      ...told,
      ...(groups ? { [groupsFact]: redundancyOf(groups as readonly string[]) } : {}),
    } as Readonly<Record<string, unknown>>,
    attributes: Object.fromEntries(attributes ?? []),
  };
};

/** Reads a row as its class asks for: values in their kinds, what nobody knows set aside. */
export const saidBy = (row: CiRow, known: ClassReader): Said | Unreadable => {
  const reading: Reading = { values: {}, ignored: [], problems: [] };
  for (const [name, given] of Object.entries(row.values)) readInto(reading, known, name, given);
  const { values, ignored, problems } = reading;
  if (row.key === undefined && values.name === undefined && problems.length === 0)
    problems.push({ attribute: "name", message: "Neither a key nor a name: nobody could tell it again" });
  problems.push(...known.faults(partsOfValues(values).attributes));
  if (problems.length > 0) return { problems };
  const key = row.key ?? keyByName(known.id, values.name);
  return { key, class: known, values, isGone: row.isGone ?? false, at: row.at, ignored };
};
