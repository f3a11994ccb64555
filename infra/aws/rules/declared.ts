import { detailType } from "../../../shared/events/event-type.ts";
import type { Service } from "../../../shared/service.ts";
import { aspects, ofType } from "./aspects.ts";
import type { Finding, Installation, Rule } from "./rule.ts";
import { at } from "./templates.ts";

const compare = ({ templates, settings }: Installation, service: Service): Finding[] => {
  const parts = templates.parts.filter(({ stack }) => stack.name === `${settings.name}-${service.name}`);
  const [part] = ofType(parts, "AWS::DynamoDB::GlobalTable");
  if (part === undefined) return [];
  return aspects.flatMap(({ declared, found }) => {
    const wanted = new Set(declared(service));
    const actual = new Set(found(parts));
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

/** Functions are told the table, the bus and the key of this installation, not some other. */
const connections: Rule = ({ templates }) =>
  templates.ofType("AWS::Lambda::Function").flatMap((part) => {
    const told = [
      ["TABLE_NAME", "AWS::DynamoDB::GlobalTable"],
      ["BUS_NAME", "AWS::Events::EventBus"],
      ["SIGNING_KEY", "AWS::KMS::Key"],
      ["FILES_BUCKET", "AWS::S3::Bucket"],
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
