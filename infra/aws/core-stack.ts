import { Aws, CfnOutput, Duration, Stack } from "aws-cdk-lib";
import { EventBus } from "aws-cdk-lib/aws-events";
import type { Construct } from "constructs";
import type { Bundle } from "./bundle.ts";
import { createBell } from "./constructs/alarm-bell.ts";
import { addDescription } from "./constructs/description.ts";
import { createFileBucket } from "./constructs/file-bucket.ts";
import { createApi } from "./constructs/front-door.ts";
import { createIdentity } from "./constructs/identity.ts";
import type { Core } from "./service-parts.ts";
import type { Settings } from "./settings.ts";

type CoreStackProps = {
  readonly settings: Settings;
  /** Roles that some service grants something to. */
  readonly roles: readonly string[];
  readonly bundles: (name: string) => Bundle;
  /** Some service keeps files. */
  readonly keepsFiles: boolean;
};

/** What all services share: the bus and its archive, the API, who people are, and where alarms go. */
export class CoreStack extends Stack {
  readonly core: Core;

  constructor(scope: Construct, id: string, { settings, roles, bundles, keepsFiles }: CoreStackProps) {
    super(scope, id, {
      stackName: `${settings.name}-core`,
      description: "IT service management: bus, API, identity and alarms",
      terminationProtection: !settings.ephemeral,
      tags: { application: settings.name, service: "core" },
    });
    const bell = createBell(this, settings);
    const bus = this.bus(settings);
    const { authorizer, groups, signIn } = createIdentity(this, settings, roles);
    const api = createApi(this, authorizer, settings);
    addDescription(this, api, bundles("description"), bell);
    const files = keepsFiles ? createFileBucket(this, settings) : undefined;
    this.core = { settings, bus, api, authorizer, groups, signIn, bell, files };
    if (files) new CfnOutput(this, "FilesBucket", { value: files.bucketName });
    new CfnOutput(this, "ApiUrl", { value: api.apiEndpoint });
    new CfnOutput(this, "BusName", { value: bus.eventBusName });
    new CfnOutput(this, "AlarmsTopic", { value: bell.topic.topicArn });
  }

  private bus({ name, archiveDays }: Settings): EventBus {
    const bus = new EventBus(this, "Bus", {
      eventBusName: name,
      description: "What happened in any service",
    });
    bus.archive("Archive", {
      archiveName: name,
      description: "Replays past events to one rule, for a new subscriber or after a mistake",
      eventPattern: { account: [Aws.ACCOUNT_ID] },
      retention: Duration.days(archiveDays),
    });
    return bus;
  }
}
