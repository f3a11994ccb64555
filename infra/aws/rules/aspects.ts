import { eventRange } from "../../../shared/dynamo/items.ts";
import { indexAttributes, projectedAttributes } from "../../../shared/dynamo/table-definition.ts";
import { detailType } from "../../../shared/events/event-type.ts";
import { apiPrefix, methodOf, pathOf } from "../../../shared/http/endpoint.ts";
import {
  FilesEnvironment,
  FunctionEnvironment,
  PublisherEnvironment,
  SearchEnvironment,
  SigningEnvironment,
} from "../../../shared/lambda/environment.ts";
import type { Service } from "../../../shared/service.ts";
import { at, listOf, type Part } from "./templates.ts";

/** What a service's declaration promises, or what its stack has, as comparable lines. */
type Lines = readonly string[];
export type Aspect = {
  readonly declared: (service: Service) => Lines;
  readonly found: (parts: readonly Part[]) => Lines;
};

export const ofType = (parts: readonly Part[], type: string): readonly Part[] =>
  parts.filter((part) => part.type === type);

const routes: Aspect = {
  declared: ({ endpoints }) =>
    endpoints.map(
      ({ route, permission }) =>
        `route ${methodOf(route)} ${apiPrefix}${pathOf(route)} for ${permission === undefined ? "NONE" : "JWT"}`,
    ),
  found: (parts) =>
    ofType(parts, "AWS::ApiGatewayV2::Route").map(
      (part) => `route ${at(part, "RouteKey")} for ${at(part, "AuthorizationType")}`,
    ),
};

/** Said of what listens to the account's default bus. */
const onDefaultBus = " on the default bus";

const subscriptions: Aspect = {
  declared: ({ subscriptions: wanted, foreign = [] }) => {
    const line = ({ event }: (typeof wanted)[number]) => `event ${event.source} ${detailType(event)}`;
    const whole = new Set(wanted.filter(({ where }) => where === undefined).map(line));
    const narrow = wanted
      .filter((each) => !whole.has(line(each)))
      .map((each) => `${line(each)} only if ${JSON.stringify({ detail: { data: each.where } })}`);
    const outside = foreign.map(({ event }) => `event ${event.source} ${event.detailType}${onDefaultBus}`);
    return [...whole, ...narrow, ...outside];
  },
  found: (parts) =>
    ofType(parts, "AWS::Events::Rule").flatMap((part) => {
      const pattern = at(part, "EventPattern") as Readonly<Record<string, unknown>>;
      const { source, "detail-type": types, ...others } = pattern;
      const condition = Object.keys(others).length > 0 ? ` only if ${JSON.stringify(others)}` : "";
      const extra = `${condition}${at(part, "EventBusName") === undefined ? onDefaultBus : ""}`;
      return listOf(source).flatMap((from) => listOf(types).map((type) => `event ${from} ${type}${extra}`));
    }),
};

const schedules: Aspect = {
  declared: (service) =>
    service.schedules.map(({ id, every }) => `schedule ${every} with ${JSON.stringify({ schedule: id })}`),
  found: (parts) =>
    ofType(parts, "AWS::Scheduler::Schedule").map(
      (part) => `schedule ${at(part, "ScheduleExpression")} with ${at(part, "Target.Input")}`,
    ),
};

type Index = {
  IndexName?: string;
  KeySchema?: { AttributeName?: string }[];
  Projection?: { NonKeyAttributes?: string[] };
};

const indexes: Aspect = {
  declared: ({ table }) =>
    Object.keys(table.indexes).map((name) => {
      const { partition, order } = indexAttributes(name);
      return `index ${name} on ${partition},${order} with ${projectedAttributes.join()}`;
    }),
  found: (parts) =>
    ofType(parts, "AWS::DynamoDB::GlobalTable").flatMap((part) =>
      (listOf(at(part, "GlobalSecondaryIndexes")) as Index[]).map(
        ({ IndexName, KeySchema = [], Projection }) =>
          `index ${IndexName} on ${KeySchema.map(({ AttributeName }) => AttributeName).join()} with ${Projection?.NonKeyAttributes?.join()}`,
      ),
    ),
};

const outboxFilter = JSON.stringify({
  eventName: ["INSERT"],
  dynamodb: { Keys: { sk: { S: [{ prefix: eventRange.prefix }] } } },
});

const outbox: Aspect = {
  declared: ({ events }) => (events.length > 0 ? [`outbox ${outboxFilter}`] : []),
  found: (parts) =>
    ofType(parts, "AWS::Lambda::EventSourceMapping").flatMap((part) =>
      (listOf(at(part, "FilterCriteria.Filters")) as { Pattern?: string }[]).map(
        ({ Pattern }) => `outbox ${Pattern}`,
      ),
    ),
};

const handlerLine = (handler: string, service: unknown, variables: object): string =>
  `function ${handler} of ${service} told ${Object.keys(variables).sort().join()}`;

/** Handler and the names of what it is told: a variable that CDK forgets is a function that cannot start. */
const functions: Aspect = {
  declared: ({ name, events, endpoints, subscriptions: wanted, foreign = [], schedules: due, ...more }) => {
    const told = {
      ...FunctionEnvironment.shape,
      ...(more.searches ? SearchEnvironment.shape : {}),
      ...(more.signs === undefined ? {} : SigningEnvironment.shape),
      ...(more.keepsFiles ? FilesEnvironment.shape : {}),
    };
    const consumes = wanted.length + foreign.length > 0;
    const own = (handler: string, needed: boolean) =>
      needed ? [handlerLine(`lambda.${handler}`, name, told)] : [];
    return [
      ...own("api", endpoints.length > 0),
      ...own("consumer", consumes),
      ...own("timer", due.length > 0),
      ...(events.length > 0 ? [handlerLine("publisher.publisher", name, PublisherEnvironment.shape)] : []),
    ];
  },
  found: (parts) =>
    ofType(parts, "AWS::Lambda::Function").map((part) =>
      handlerLine(
        String(at(part, "Handler")),
        at(part, "Environment.Variables.SERVICE"),
        (at(part, "Environment.Variables") ?? {}) as object,
      ),
    ),
};

/** A key that cannot be taken for another purpose, and of which there is one signature for one text. */
const keys: Aspect = {
  declared: ({ signs }) => (signs === undefined ? [] : ["key ECC_NIST_EDWARDS25519 for SIGN_VERIFY"]),
  found: (parts) =>
    ofType(parts, "AWS::KMS::Key").map((part) => `key ${at(part, "KeySpec")} for ${at(part, "KeyUsage")}`),
};

/** Everything that a declaration and its stack must agree on. */
export const aspects: readonly Aspect[] = [
  routes,
  subscriptions,
  schedules,
  indexes,
  outbox,
  functions,
  keys,
];
