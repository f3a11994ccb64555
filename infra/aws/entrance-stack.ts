import { Stack } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { apiPrefix, methodOf, pathOf } from "../../shared/http/endpoint.ts";
import type { Service } from "../../shared/service.ts";
import { descriptionRoute } from "./constructs/description.ts";
import { createStage } from "./constructs/front-door.ts";
import type { Core } from "./service-parts.ts";

type EntranceStackProps = {
  readonly services: readonly Service[];
  readonly core: Core;
  /** Those with the routes. */
  readonly after: readonly Stack[];
};

/** Routes that anybody may ask without a token. */
const openRoutesOf = (services: readonly Service[]): readonly string[] => [
  descriptionRoute,
  ...services
    .flatMap(({ endpoints }) => endpoints)
    .filter(({ permission }) => permission === undefined)
    .map(({ route }) => `${methodOf(route)} ${apiPrefix}${pathOf(route)}`),
];

/** The API's stage, with what it lets through at a time; after all stacks that hang routes into it. */
export class EntranceStack extends Stack {
  constructor(scope: Construct, id: string, { services, core, after }: EntranceStackProps) {
    const { settings, api, bell } = core;
    super(scope, id, {
      stackName: `${settings.name}-entrance`,
      description: "IT service management: the API's stage, its limits and its log",
      terminationProtection: !settings.ephemeral,
      tags: { application: settings.name, service: "entrance" },
    });
    for (const stack of after) this.addStackDependency(stack);
    createStage(this, api, bell, openRoutesOf(services));
  }
}
