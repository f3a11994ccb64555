import * as z from "zod";
import { recordFields } from "../../shared/domain/record-fields.ts";
import { ShortText } from "../../shared/domain/texts.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";
import { PersonId } from "./team.ts";

/** How somebody is called: what colleagues may know of each other, and nothing more. */
export const PersonName = z
  .object({ id: PersonId, name: ShortText.optional().describe("Absent while nobody said it") })
  .meta({ id: "PersonName" });
export type PersonName = z.infer<typeof PersonName>;

/** A person as far as this service knows them; accounts, roles and groups stay with the issuer of tokens. */
export const Person = z.object({
  id: z.string(),
  ...recordFields,
  personId: PersonId.optional(),
  name: ShortText.optional(),
});
export type Person = z.infer<typeof Person> & RecordBase;

/** As many words of a name as people are found by. */
const mostWords = 8;

/** The words of a name as people type them: neither case nor accents matter. */
export const wordsOf = (name: string): readonly string[] =>
  name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

/** Words that somebody is found by: those of the name and of the sign-in id, each once. */
export const wordsOfPerson = ({
  name,
  personId = "",
}: Pick<Person, "name" | "personId">): readonly string[] =>
  name === undefined ? [] : [...new Set([...wordsOf(name), ...wordsOf(personId)])].slice(0, mostWords);

/** Whether each of these words is the beginning of one of theirs. */
export const isCalled = (person: Pick<Person, "name" | "personId">, words: readonly string[]): boolean =>
  words.every((word) => wordsOfPerson(person).some((own) => own.startsWith(word)));

/** Where people are kept by the words of their names: by their first letter. */
export const letterOf = (word: string): string => [...word][0] ?? "";

const prefix = "person:";

/** Ids of teams have no colon, so a person and a team may be called the same. No id of a record may hold a `#`. */
export const personRecordId = (personId: string): string =>
  `${prefix}${personId.replaceAll("%", "%25").replaceAll("#", "%23")}`;

export const isPersonRecordId = (id: string): boolean => id.startsWith(prefix);

/** Everybody is there, without a name until somebody says it. */
export const nameless = (id: string): Person | undefined =>
  isPersonRecordId(id) ? ({ id, version: 0 } as Person) : undefined;
