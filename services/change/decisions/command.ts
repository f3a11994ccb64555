import type * as z from "zod";
import type { Actor } from "../../../shared/access/actor.ts";
import type { Delegation } from "../../../shared/approvals/delegation.ts";
import type { ResolvedStep } from "../../../shared/approvals/resolve.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { type Decision, type Occurrence, occurred } from "../../../shared/dynamo/record.ts";
import type { EventType } from "../../../shared/events/event-type.ts";
import type { Change } from "../change.ts";
import type { ChangeSnapshot } from "../events.ts";
import type { Freeze } from "../freeze.ts";
import type { Meeting } from "../meeting.ts";
import { type Model, usualModels } from "../model.ts";
import type { RiskSettingsFields } from "../risk-settings.ts";
import type { SettingsFields } from "../settings.ts";
import type { Surroundings } from "./risk.ts";

/** What a decision is made with besides the record and the request: who, when (ISO 8601 UTC), under which rules. */
export type Circumstances = {
  readonly actor: Actor;
  readonly now: string;
  readonly settings: SettingsFields;
  /** The model that the change follows; the usual one of its type unless given. */
  readonly model?: Model | undefined;
  /** The model that it is to follow from now on. */
  readonly nextModel?: Model | undefined;
  /** Whom the model asks for approval, found for this version of the change. */
  readonly asked?:
    | {
        readonly version: number;
        readonly steps: readonly ResolvedStep[];
        /** Who stands in for whom of them. */
        readonly absences?: readonly Delegation[];
      }
    | undefined;
  /** The freezes there are. */
  readonly freezes?: readonly Freeze[];
  /** How its risk is worked out, and from what besides the change itself. */
  readonly risk?: { readonly settings: RiskSettingsFields; readonly around: Surroundings } | undefined;
  /** The meeting of a board in which it is decided. */
  readonly meeting?: Meeting | undefined;
  /** Parts of it that are not over. */
  readonly openParts?: readonly string[];
  /** Changes that it comes after and that are not over. */
  readonly openBefore?: readonly string[];
  /** Its template may not be used now: it is suspended or retired. */
  readonly isTemplateStopped?: boolean;
};

/** Something people do to a change: the input it takes and the pure decision it leads to. */
export type Command<B extends z.ZodType = z.ZodType> = {
  readonly body: B;
  readonly decide: (change: Change, body: z.output<B>, circumstances: Circumstances) => Decision<Change>;
};

export const command = <B extends z.ZodType>(declared: Command<B>): Command<B> => declared;

export const modelOf = ({ type }: Pick<Change, "type">, { model }: Circumstances): Model =>
  model ?? usualModels[type];

/**
 * Who approves a change: whom its model asks. A model of a type that people authorise cannot let it through unasked;
 * where it names nobody, whom the usual model asks.
 */
export const approvalOf = (change: Pick<Change, "type">, on: Circumstances): Model["approval"] => {
  const { approval } = modelOf(change, on);
  return approval.steps.length > 0 ? approval : usualModels[change.type].approval;
};

/** An event about a change, carrying the change as the changes leave it. */
export const happened = <T extends { change: ChangeSnapshot }>(
  event: EventType<T>,
  change: Change,
  changes: Partial<Change>,
  extra: Omit<T, "change">,
  confidential?: Readonly<Record<string, unknown>>,
): Occurrence<Change> =>
  occurred(event, { ...extra, change: { ...change, ...changes } } as unknown as T, changes, confidential);

/** The change as it is after the occurrences so far, for a decision of more than one event. */
export const after = (change: Change, decision: Decision<Change>): Change =>
  Object.assign({}, change, ...decision.map(({ changes }) => changes));

export const invalid = (path: string, message: string): Refusal =>
  new Refusal("invalid_input", undefined, [{ path, message }]);

/** What is authorised in advance by a template is not, once people or its failures have stopped the template. */
export const mustBeUsable = ({ templateId }: Change, { isTemplateStopped = false }: Circumstances): void => {
  if (isTemplateStopped)
    throw new Refusal("rule_violation", `Its template ${templateId} is suspended, retired or not approved`);
};

/** The changes that it comes after are over before it begins. */
export const mustBeItsTurn = ({ openBefore = [] }: Circumstances): void => {
  if (openBefore.length > 0)
    throw new Refusal("rule_violation", `It comes after changes that are not over: ${openBefore.join(", ")}`);
};

/** Refuses with every place that is still to be filled in. */
export const mustHave = (missing: readonly string[], why: string): void => {
  if (missing.length === 0) return;
  throw new Refusal(
    "rule_violation",
    why,
    missing.map((path) => ({ path, message: "Not said yet" })),
  );
};
