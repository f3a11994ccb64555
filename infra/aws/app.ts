import { services } from "../../services/index.ts";
import { buildApp } from "./build-app.ts";
import { bundle } from "./bundle.ts";
import { portalFiles } from "./portal-files.ts";

const bundles = bundle(services);
buildApp({ services, bundles, portal: await portalFiles() }).synth();
