import { eventRange } from "../../../shared/dynamo/items.ts";
import { indexAttributes, projectedAttributes } from "../../../shared/dynamo/table-definition.ts";
import { detailType } from "../../../shared/events/event-type.ts";
import { apiPrefix, methodOf, pathOf } from "../../../shared/http/endpoint.ts";
import { FunctionEnvironment, PublisherEnvironment } from "../../../shared/lambda/environment.ts";
import type { Service } from "../../../shared/service.ts";
import type { Finding, Installation, Rule } from "./rule.ts";
import { at, listOf, type Part, type Templates } from "./templates.ts";

/** What a service's declaration promises, or what its stack has, as comparable lines. */
type Lines = readonly string[];
type Aspect = {
  readonly declared: (service: Service) => Lines;
  readonly found: (parts: readonly Part[], templates: Templates) => Lines;
};

const ofType = (parts: readonly Part[], type: string): readonly Part[] =>
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

const subscriptions: Aspect = {
  declared: (service) =>
    service.subscriptions.map(({ event }) => `event ${event.source} ${detailType(event)}`),
  found: (parts) =>
    ofType(parts, "AWS::Events::Rule").flatMap((part) => {
      const pattern = at(part, "EventPattern") as Readonly<Record<string, unknown>>;
      const { source, "detail-type": types, ...others } = pattern;
      const extra = Object.keys(others).length > 0 ? ` only if ${JSON.stringify(others)}` : "";
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

const handlerLine = (handler: string, variables: object) =>
  `function ${handler} told ${Object.keys(variables).sort().join()}`;

/** Handler and the names of what it is told: a variable that CDK forgets is a function that cannot start. */
const functions: Aspect = {
  declared: ({ events, endpoints, subscriptions: wanted, schedules: due }) => {
    const own = (handler: string, needed: boolean) =>
      needed ? [handlerLine(`lambda.${handler}`, FunctionEnvironment.shape)] : [];
    return [
      ...own("api", endpoints.length > 0),
      ...own("consumer", wanted.length > 0),
      ...own("timer", due.length > 0),
      ...(events.length > 0 ? [handlerLine("publisher.publisher", PublisherEnvironment.shape)] : []),
    ];
  },
  found: (parts) =>
    ofType(parts, "AWS::Lambda::Function").map((part) =>
      handlerLine(String(at(part, "Handler")), (at(part, "Environment.Variables") ?? {}) as object),
    ),
};

const aspects: readonly Aspect[] = [routes, subscriptions, schedules, indexes, outbox, functions];

const compare = ({ templates, settings }: Installation, service: Service): Finding[] => {
  const parts = templates.parts.filter(({ stack }) => stack.name === `${settings.name}-${service.name}`);
  const [part] = ofType(parts, "AWS::DynamoDB::GlobalTable");
  if (part === undefined) return [];
  return aspects.flatMap(({ declared, found }) => {
    const wanted = new Set(declared(service));
    const actual = new Set(found(parts, templates));
    return [
      ...[...wanted]
        .filter((line) => !actual.has(line))
        .map((line) => ({ rule: "Declared", part, message: `missing: ${line}` })),
      ...[...actual]
        .filter((line) => !wanted.has(line))
        .map((line) => ({ rule: "Declared", part, message: `not declared: ${line}` })),
    ];
  });
};

/** A service's stack is what its declaration says: nothing missing, nothing added by hand. */
const asDeclared: Rule = (installation) =>
  installation.services.flatMap((service) => compare(installation, service));

/** Every service has its stack, and its table, under its own name. */
const tables: Rule = ({ templates, services, settings }) => {
  const names = new Set(
    templates.ofType("AWS::DynamoDB::GlobalTable").map((table) => at(table, "TableName")),
  );
  const [part] = templates.parts;
  if (part === undefined) return [];
  return services
    .map(({ name }) => `${settings.name}-${name}`)
    .filter((name) => !names.has(name))
    .map((name) => ({ rule: "Declared", part, message: `there is no table ${name}` }));
};

/** Functions are told the table and the bus of this installation, not some other. */
const connections: Rule = ({ templates }) =>
  templates.ofType("AWS::Lambda::Function").flatMap((part) => {
    const told = [
      ["TABLE_NAME", "AWS::DynamoDB::GlobalTable"],
      ["BUS_NAME", "AWS::Events::EventBus"],
    ] as const;
    return told.flatMap(([variable, type]) => {
      const target = templates.text(part, `Environment.Variables.${variable}`);
      const found = templates.parts.find(({ identity }) => identity === target);
      if (target === undefined || found?.type === type) return [];
      return [{ rule: "Declared", part, message: `${variable} is ${target}, which is no ${type}` }];
    });
  });

/** A subscription to what no service of the installation publishes waits forever. */
const published: Rule = ({ templates, services }) => {
  const known = new Set(
    services.flatMap(({ events }) => events.map((event) => `${event.source} ${detailType(event)}`)),
  );
  const [part] = templates.parts;
  if (part === undefined) return [];
  return services.flatMap(({ name, subscriptions: wanted }) =>
    wanted
      .filter(({ event }) => !known.has(`${event.source} ${detailType(event)}`))
      .map(({ id, event }) => ({
        rule: "Declared",
        part,
        message: `${name}/${id} waits for ${event.source} ${detailType(event)}, which nobody publishes`,
      })),
  );
};

export const declaredRules: readonly Rule[] = [asDeclared, tables, connections, published];
