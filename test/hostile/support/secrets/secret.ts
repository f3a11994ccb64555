import { randomUUID } from "node:crypto";
import type { Answer } from "../../../bed/client.ts";
import { type Name, names } from "../../../bed/people.ts";
import type { Bed } from "../../../bed/start-bed.ts";

/** A text that nobody types by chance, in one place of one record, and by the rules people are told who finds it. */
export type Secret = {
  readonly what: string;
  /** The path parameter that takes the record's id. */
  readonly param: string;
  readonly id: string;
  readonly text: string;
  readonly seenBy: readonly Name[];
  /** Who does not find the text finds no such record, either. */
  readonly isWhole: boolean;
};

/** A word that all of them have, so that who searches for it would find them. */
export const bait = "zebra";
export const canary = (): string => `${bait} ${randomUUID()}`;

export const employees: readonly Name[] = ["eve", "emil"];
/** Everybody who works in IT. */
export const staff: readonly Name[] = names.filter((name) => !employees.includes(name));
export const staffBut = (...others: readonly Name[]): readonly Name[] =>
  staff.filter((name) => !others.includes(name));

/** The body of an answer that must be a yes. */
export const done = async <T>(answer: Promise<Answer<T>>): Promise<T> => {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(JSON.stringify(body));
  return body;
};

/** Makes one record; answers its id. */
export const made = async (bed: Bed, who: Name, path: string, body: object = {}): Promise<string> =>
  (await done(bed.as(who).post(path, body))).id;

/** Secrets of one record: the text of `whole` is seen by who sees the record, those of `parts` by fewer. */
export const secretsOf = (
  record: Pick<Secret, "what" | "param" | "id">,
  whole: Pick<Secret, "text" | "seenBy">,
  parts: Readonly<Record<string, Pick<Secret, "text" | "seenBy">>> = {},
): readonly Secret[] => [
  { ...record, ...whole, isWhole: true },
  ...Object.entries(parts).map(([part, each]) => ({
    ...record,
    ...each,
    what: `${part} of ${record.what}`,
    isWhole: false,
  })),
];
