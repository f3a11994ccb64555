import type { Assembly, BusEvent, Resource } from "../parts.ts";

/** Where a rule sends what it matches. */
export type RuleTarget = {
  readonly id: string;
  readonly arn: string;
  readonly kind: "queue" | "function" | "bus" | "unknown";
  readonly roleArn: string | undefined;
  readonly deadLetterArn: string | undefined;
  readonly maximumRetries: number;
  readonly maximumAgeMs: number;
  /** What the target gets instead of the whole event; undefined for the event as it is. */
  readonly input: ((event: BusEvent) => unknown) | undefined;
};

/** An enabled `AWS::Events::Rule`. */
export type Rule = {
  readonly arn: string;
  readonly bus: string;
  readonly pattern: unknown;
  readonly scheduleExpression: string | undefined;
  readonly targets: readonly RuleTarget[];
};

/** The plain kind of path: `$`, `$.detail`, `$.detail.state`. */
export const isPlainPath = (path: unknown): boolean => /^\$(\.[\w-]+)*$/.test(String(path));

const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;

const inputOf = ({
  Input,
  InputPath,
}: {
  readonly Input?: unknown;
  readonly InputPath?: unknown;
}): RuleTarget["input"] => {
  if (Input !== undefined) {
    const constant: unknown = JSON.parse(String(Input));
    return () => constant;
  }
  if (InputPath === undefined) return undefined;
  const steps = String(InputPath).split(".").slice(1);
  return (event) => steps.reduce<unknown>(field, event) ?? null;
};

const kinds: Readonly<Record<string, RuleTarget["kind"]>> = {
  sqs: "queue",
  lambda: "function",
  events: "bus",
};

// biome-ignore lint/suspicious/noExplicitAny: CloudFormation properties have no static type here
const targetOf = (target: any): RuleTarget => ({
  id: String(target.Id),
  arn: String(target.Arn),
  kind: kinds[String(target.Arn).split(":")[2] ?? ""] ?? "unknown",
  roleArn: target.RoleArn,
  deadLetterArn: target.DeadLetterConfig?.Arn,
  // AWS's defaults: 185 times within 24 hours.
  maximumRetries: Number(target.RetryPolicy?.MaximumRetryAttempts ?? 185),
  maximumAgeMs: Number(target.RetryPolicy?.MaximumEventAgeInSeconds ?? 86_400) * 1000,
  input: inputOf(target),
});

/** The name of a bus given by name or ARN; without either it is the account's default bus. */
export const busName = (nameOrArn: unknown): string => {
  const text = String(nameOrArn ?? "default");
  return text.slice(text.lastIndexOf("/") + 1);
};

const ruleOf = ({ arn, properties }: Resource): Rule => ({
  arn,
  bus: busName(properties.EventBusName),
  pattern:
    typeof properties.EventPattern === "string"
      ? JSON.parse(properties.EventPattern)
      : properties.EventPattern,
  scheduleExpression: properties.ScheduleExpression,
  targets: (properties.Targets ?? []).map(targetOf),
});

/** Every rule of the template that is switched on. */
export const rulesOf = (assembly: Assembly): readonly Rule[] =>
  assembly
    .ofType("AWS::Events::Rule")
    .filter(({ properties }) => properties.State !== "DISABLED")
    .map(ruleOf);
