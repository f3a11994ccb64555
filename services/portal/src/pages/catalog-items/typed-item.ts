import type { Field, Scalar, Test } from "../../../../../shared/forms/form.ts";
import type { BodyOf } from "../../api/request.ts";

export type ItemBody = BodyOf<"POST /catalog-items">;
export type StepBody = NonNullable<ItemBody["fulfilment"]>[number];

/** A row of something that is being written: its name here, which stays when it is renamed or moved. */
export type Row = { readonly uid: string };

/**
 * A name in data, such as of a field. Empty: it follows the words that people read, until it is given. Whatever refers
 * to a row (a condition to a field, a default to a choice) does so by its `uid`; names are put in when it is sent.
 */
type Named = Row & { readonly key: string };

export type TypedTest = Row & {
  /** `uid` of the field. */
  readonly field: string;
  readonly op: "is" | "isNot" | "isSet" | "notSet" | "between";
  /** Choices by their `uid`. */
  readonly values: readonly Scalar[];
  readonly from: string;
  readonly to: string;
  /** What else is asked of the same answer, which the form does not show for itself. */
  readonly also?: Partial<Test>;
};

/** Without a test there is no condition. */
export type TypedCondition = { readonly mode: "all" | "any"; readonly tests: readonly TypedTest[] };

export type TypedChoice = Row & {
  readonly value: string;
  readonly label: string;
  readonly price: string;
  readonly recurring: string;
};

export type TypedField = Named & {
  readonly label: string;
  readonly type: Field["type"];
  readonly help: string;
  readonly required: boolean;
  readonly requiredWhen: TypedCondition;
  readonly when: TypedCondition;
  /** Text as it is typed, `true` and `false`, or choices by their `uid`. */
  readonly default: readonly string[];
  readonly prefill: string;
  readonly min: string;
  readonly max: string;
  readonly whole: boolean;
  readonly minLength: string;
  readonly maxLength: string;
  readonly regex: string;
  readonly message: string;
  readonly choices: readonly TypedChoice[];
  readonly of: string;
};

export type TypedSection = Named & {
  readonly title: string;
  readonly help: string;
  readonly when: TypedCondition;
  readonly fields: readonly TypedField[];
};

export type TypedApprover = Row & {
  readonly kind: string;
  /** Person, team, role or board; of an owner `item`, or the `uid` of the field that names them. */
  readonly id: string;
};

/** For which orders a rule holds. */
type Bounded = {
  readonly when: TypedCondition;
  readonly costAtLeast: string;
  readonly costAtMost: string;
};

export type TypedApproval = Row &
  Bounded & {
    readonly name: string;
    readonly approvers: readonly TypedApprover[];
    readonly rule: string;
    /** How many, or what part of them, where the rule says so. */
    readonly count: string;
    readonly oneRejectionEnds: boolean;
    readonly remindHours: string;
    readonly expiresHours: string;
  };

export type TypedAuto = Row & Bounded & { readonly reason: string };

export type TypedStep = Named & {
  readonly kind: StepBody["kind"];
  readonly title: string;
  readonly description: string;
  readonly teamId: string;
  readonly after: readonly string[];
  readonly when: TypedCondition;
  readonly hours: string;
  readonly modelId: string;
  readonly modelField: string;
  readonly stockroomId: string;
  readonly assetField: string;
  readonly templateId: string;
  readonly name: string;
  readonly url: string;
  readonly values: readonly string[];
  readonly signal: string;
  readonly aboutField: string;
  readonly untilField: string;
  /** The team it is put before when it fails or takes too long. */
  readonly escalateTo: string;
};

export type TypedAnswer = Row & {
  /** Name of the field in the form of the part. */
  readonly field: string;
  /** The bundle's own field whose answer is passed on; empty: `value` is said. */
  readonly from: string;
  readonly value: Scalar | readonly string[];
};

export type TypedPart = Named & {
  readonly catalogItemId: string;
  readonly quantity: string;
  readonly answers: readonly TypedAnswer[];
  readonly after: readonly string[];
  readonly when: TypedCondition;
  readonly approval: string;
};

/** A catalog item as it is typed. Lists are called and ordered as in the API, so that a place in one is a place in the other. */
export type TypedItem = {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly categoryId: string;
  readonly icon: string;
  readonly keywords: string;
  readonly ownerId: string;
  readonly teamId: string;
  readonly serviceId: string;
  readonly teamIds: readonly string[];
  readonly notTeamIds: readonly string[];
  readonly personIds: string;
  readonly currency: string;
  readonly price: string;
  readonly recurring: string;
  readonly every: string;
  readonly deliveryDays: string;
  readonly mostQuantity: string;
  readonly standing: string;
  readonly articleIds: string;
  readonly articleQuery: string;
  readonly form: { readonly sections: readonly TypedSection[] };
  readonly approvals: readonly TypedApproval[];
  readonly autoApprove: readonly TypedAuto[];
  readonly fulfilment: readonly TypedStep[];
  readonly bundle: readonly TypedPart[];
};

/** A name that no other row has, on any machine. */
export const newUid = (): string => `#${crypto.randomUUID()}`;

export const fieldsIn = ({ form }: Pick<TypedItem, "form">): readonly TypedField[] =>
  form.sections.flatMap(({ fields }) => fields);
