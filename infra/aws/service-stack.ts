import { Stack } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { addConsumer } from "./constructs/consuming.ts";
import { addPublisher } from "./constructs/publishing.ts";
import { createTable } from "./constructs/record-table.ts";
import { addRoutes } from "./constructs/routing.ts";
import { createSigningKey } from "./constructs/signing-key.ts";
import { addTimer } from "./constructs/timing.ts";
import type { ServiceParts } from "./service-parts.ts";

type ServiceStackProps = Omit<ServiceParts, "table" | "signingKey">;

/** Everything one service needs, read from its declaration; only the functions that it has something to do for. */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, { service, core, bundles }: ServiceStackProps) {
    const { settings } = core;
    super(scope, id, {
      stackName: `${settings.name}-${service.name}`,
      description: `${service.title}: ${service.summary}`.slice(0, 1024),
      terminationProtection: !settings.ephemeral,
      tags: { application: settings.name, service: service.name },
    });
    const table = createTable(this, `${settings.name}-${service.name}`, service.table, settings);
    const known = { service, table, core, bundles };
    const parts = { ...known, signingKey: createSigningKey(this, known) };
    if (service.events.length > 0) addPublisher(this, parts);
    if (service.endpoints.length > 0) addRoutes(this, parts);
    if (service.subscriptions.length + (service.foreign?.length ?? 0) > 0) addConsumer(this, parts);
    if (service.schedules.length > 0) addTimer(this, parts);
  }
}
