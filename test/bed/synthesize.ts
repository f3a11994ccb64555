/** Bundles and synthesizes the product into the folder named on the command line. */
import path from "node:path";
import { buildApp } from "../../infra/aws/build-app.ts";
import { bundle } from "../../infra/aws/bundle.ts";
import { portalFiles } from "../../infra/aws/portal-files.ts";
import { services } from "../../services/index.ts";

const directory = process.argv[2] ?? "";
const bundles = bundle(services, { outdir: path.join(directory, "dist") });
/** Tests are one person doing a thousand things at once; those of the limit set their own. */
const context = { requestLimits: { people: 1e9, integrations: 1e9 } };
// Kept between runs: it is named after its content.
const portal = process.argv[3] === "portal" ? await portalFiles() : undefined;
buildApp({ services, bundles, portal, context, outdir: path.join(directory, "cdk.out") }).synth();
