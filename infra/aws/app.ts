import { services } from "../../services/index.ts";
import { buildApp } from "./build-app.ts";
import { bundle } from "./bundle.ts";

buildApp({ services, bundles: bundle(services) }).synth();
