import { readCsv } from "../../../../../shared/csv/read-csv.ts";
import { Unreadable } from "../service-levels/plain-text.ts";
import { importTexts as texts } from "./texts.ts";

export type Format = "csv" | "json" | "aws-config" | "aws-tags";

/** A part of an import takes 2,000 rows and 250,000 characters (350 kB); a little is left for what is around them. */
export const most = { rows: 2000, bytes: 240_000 } as const;

const encoder = new TextEncoder();
const bytesOf = (text: string): number => encoder.encode(text).length;

/** Texts one behind the other, so many as fit together. */
const groups = (pieces: readonly string[], room: number): readonly (readonly string[])[] => {
  const all: string[][] = [];
  let group: string[] = [];
  let size = 0;
  for (const [at, piece] of pieces.entries()) {
    const more = bytesOf(piece) + 1;
    if (more > room) throw new Unreadable(texts.tooLarge(at + 1));
    if (group.length > 0 && (group.length >= most.rows || size + more > room)) {
      all.push(group);
      [group, size] = [[], 0];
    }
    group.push(piece);
    size += more;
  }
  return group.length === 0 ? all : [...all, group];
};

const cell = (text: string): string =>
  /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const lineOf = (cells: readonly string[]): string => cells.map(cell).join(",");

/** A table as tables that each have its header. */
const tables = (content: string): readonly string[] => {
  const read = readCsv(content);
  if ("problem" in read) throw new Unreadable(texts.notCsv(read.line));
  const [header = [], ...rows] = read.rows;
  const first = lineOf(header);
  return groups(rows.map(lineOf), most.bytes - bytesOf(first)).map((lines) => [first, ...lines].join("\n"));
};

/** Under these names documents have what there is a row for. */
const lists: Readonly<Record<Exclude<Format, "csv">, readonly string[]>> = {
  json: ["cis", "items", "nodes", "relations", "edges"],
  "aws-config": ["configurationItems"],
  "aws-tags": ["ResourceTagMappingList"],
};

const parsed = (content: string): unknown => {
  try {
    return JSON.parse(content);
  } catch {
    throw new Unreadable(texts.notJson);
  }
};

const together = (list: readonly unknown[], around: (texts: string) => string): readonly string[] =>
  groups(
    list.map((each) => JSON.stringify(each)),
    most.bytes - bytesOf(around("")),
  ).map((each) => around(each.join(",")));

/** A document as documents that each have a part of its lists; what else it says stands in each. */
const documents = (document: unknown, names: readonly string[]): readonly string[] => {
  if (Array.isArray(document)) return together(document, (items) => `[${items}]`);
  if (typeof document !== "object" || document === null) throw new Unreadable(texts.notJson);
  const fields = Object.entries(document);
  const isList = ([name, value]: (typeof fields)[number]): boolean =>
    names.includes(name) && Array.isArray(value);
  const others = fields.filter((each) => !isList(each));
  const found = fields.filter(isList);
  if (found.length === 0) return [JSON.stringify(document)];
  const beside = others.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)},`).join("");
  // Things before relations, as they are listed above.
  return found
    .toSorted(([one], [other]) => names.indexOf(one) - names.indexOf(other))
    .flatMap(([name, list]) =>
      together(list as readonly unknown[], (items) => `{${beside}${JSON.stringify(name)}:[${items}]}`),
    );
};

/** What a source says in parts that the API takes one by one; throws `Unreadable`. */
export const chunksOf = (format: Format, content: string): readonly string[] => {
  const chunks = format === "csv" ? tables(content) : documents(parsed(content), lists[format]);
  if (chunks.length === 0) throw new Unreadable(texts.noRows);
  return chunks;
};
