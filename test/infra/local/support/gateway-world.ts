import { randomUUID } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { DynamoDBDocument } from "@aws-sdk/lib-dynamodb";
import { createAuthority } from "../../../../infra/local/authority.ts";
import { createClock } from "../../../../infra/local/clock.ts";
import { ensureTables } from "../../../../infra/local/cloud/tables.ts";
import type { FaultHook } from "../../../../infra/local/gateway/fault.ts";
import { connectUpstream } from "../../../../infra/local/gateway/upstream.ts";
import { startGateway } from "../../../../infra/local/gateway.ts";
import type { BusEvent } from "../../../../infra/local/parts.ts";
import { loadAssembly } from "../../../../infra/local/template.ts";
import { provide } from "../../../bed/provisions.ts";
import { type Change, mutatedFixture } from "./mutate-fixture.ts";

/** The gateway in front of a fresh database, and SDK clients in the name of the fixture's functions. */
export const startGatewayWorld = async (
  options: { readonly change?: Change; readonly fault?: FaultHook } = {},
) => {
  const assembly = loadAssembly(mutatedFixture(options.change ?? (() => undefined)));
  const { endpoint } = await provide("dynamodb");
  const upstream = connectUpstream(endpoint, randomUUID().replaceAll("-", ""));
  await ensureTables(assembly, upstream);
  const clock = createClock();
  const put: { readonly bus: string; readonly event: BusEvent }[] = [];
  const written: string[] = [];
  const functionOf = (name: string) =>
    assembly.ofType("AWS::Lambda::Function").find(({ ref }) => ref.includes(`${name}function`));
  const gateway = await startGateway({
    assembly,
    authority: createAuthority(assembly),
    upstream,
    bus: { put: (bus, event) => put.push({ bus, event }) },
    clock,
    identify: (key) => {
      const found = functionOf(key.toLowerCase());
      return found && { functionArn: found.arn, roleArn: found.properties.Role, secret: "local" };
    },
    wrote: (table) => written.push(table),
    log: () => undefined,
    ...(options.fault === undefined ? {} : { fault: options.fault }),
  });
  const settings = (name: string) => ({
    endpoint: gateway.url,
    region: "us-east-1",
    maxAttempts: 1,
    credentials: { accessKeyId: name.toUpperCase(), secretAccessKey: "x" },
  });
  return {
    ...gateway,
    clock,
    put,
    written,
    tableName: assembly.ofType("AWS::DynamoDB::GlobalTable")[0]?.ref ?? "",
    /** DynamoDB as the fixture's function of this name reaches it. */
    table: (name: string) => DynamoDBDocument.from(new DynamoDBClient(settings(name))),
    events: (name: string) => new EventBridgeClient(settings(name)),
    stop: async () => {
      await gateway.stop();
      upstream.close();
    },
  };
};

/** A started gateway with its clients. */
export type GatewayWorld = Awaited<ReturnType<typeof startGatewayWorld>>;
