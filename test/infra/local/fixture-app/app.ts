import { App } from "aws-cdk-lib";
import flags from "aws-cdk-lib/recommended-feature-flags.json" with { type: "json" };
import { bundleHandlers } from "./bundle.ts";
import { CoreStack } from "./core-stack.ts";
import { ThingStack } from "./thing-stack.ts";

/** The smallest app that uses every path of the local cloud; tests synthesize and run it. */
const app = new App({ context: flags });
const code = bundleHandlers();
const core = new CoreStack(app, "Core");
new ThingStack(app, "Thing", { bus: core.bus, api: core.api, authorizer: core.authorizer, code });
app.synth();
