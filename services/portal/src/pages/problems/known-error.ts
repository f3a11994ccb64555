import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { BodyOf } from "../../api/request.ts";

export type KnownError = NonNullable<Schemas["ProblemRecord"]["knownError"]>;
export type Draft = KnownError["draft"];
type Published = NonNullable<KnownError["published"]>;

/** What a known error says, in the order in which it is read. */
export const saidFields = ["title", "symptom", "cause", "workaround", "errorCode", "ciIds"] as const;
type SaidField = (typeof saidFields)[number];

/** A field as people read it; undefined where it says nothing. */
export const saidText = (said: Draft | Published, field: SaidField): string | undefined => {
  const text = [said[field] ?? []].flat().join(", ");
  return text === "" ? undefined : text;
};

/** Which fields of the draft say something else than what is published. */
export const otherFields = ({ draft, published }: KnownError): readonly SaidField[] =>
  published === undefined
    ? []
    : saidFields.filter((field) => saidText(draft, field) !== saidText(published, field));

type Body = BodyOf<"POST /problems/{problemId}/known-error">;

/** What was entered, as the API takes it: items by their numbers, with whatever between them. */
export const draftOf = ({ ciIds = "", ...entered }: Readonly<Record<string, unknown>>): Body =>
  ({
    ...entered,
    ciIds: String(ciIds)
      .split(/[\s,]+/)
      .filter(Boolean),
  }) as unknown as Body;

type Audience = Published["audience"];

/** For whom it is published, as it was entered; teams count only where it is for some teams. */
export const audienceOf = ({ kind, teamIds = [] }: Readonly<Record<string, unknown>>): Audience =>
  kind === "teams"
    ? { kind, teamIds: [teamIds].flat().map(String) }
    : { kind: kind === "everyone" ? "everyone" : "agents" };

/** A draft to begin with, by what is known of the problem already. */
export const firstDraft = ({
  title,
  description = "",
  rootCause,
  workaround = "",
  ciIds,
}: Schemas["ProblemRecord"]): Draft => ({
  title,
  symptom: description,
  cause: rootCause?.text ?? "",
  workaround,
  ciIds,
});
