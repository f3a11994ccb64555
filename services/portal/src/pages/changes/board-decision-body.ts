import { type FieldSpec, severalOf } from "../../parts/form/field-spec.ts";
import { agendaTexts as texts } from "./agenda-texts.ts";
import { changeTexts } from "./texts.ts";

const verdicts = ["approve", "reject", "abstain"] as const;
type Verdict = (typeof verdicts)[number];

const fieldOf = (verdict: Verdict): string => `otherwise.${verdict}`;

/** What is asked of whoever writes a decision down. */
export const fieldsFor = (
  attendees: readonly { readonly value: string; readonly text: string }[],
): readonly FieldSpec[] => [
  {
    name: "verdict",
    label: texts.verdict,
    kind: "choice",
    isRequired: true,
    initial: "approve",
    choices: verdicts.map((value) => ({ value, text: texts.verdicts[value] ?? value })),
  },
  { name: "comment", label: changeTexts.comment, kind: "paragraph" },
  ...verdicts.map(
    (verdict): FieldSpec => ({
      name: fieldOf(verdict),
      label: texts.otherwise[verdict] ?? verdict,
      kind: "choices",
      choices: attendees,
    }),
  ),
];

/** What was entered, as the API takes it: who decided otherwise than the board, each with what they decided. */
export const boardDecisionOf = (entered: Readonly<Record<string, unknown>>) => {
  const otherwise = verdicts.flatMap((verdict) => {
    const people = entered[fieldOf(verdict)];
    const ids = Array.isArray(people) ? (people as readonly string[]) : severalOf(String(people ?? ""));
    return verdict === entered.verdict ? [] : ids.map((personId) => ({ personId, verdict }));
  });
  const { comment } = entered;
  return {
    verdict: entered.verdict as Verdict,
    ...(typeof comment === "string" ? { comment } : {}),
    ...(otherwise.length === 0 ? {} : { otherwise }),
  };
};
