/** The house rules of docs/architecture.md, executed. */
const awsAndLambda =
  "^(@aws-sdk|@smithy|@middy|@aws-lambda-powertools)|node_modules/(@aws-sdk|@smithy|@middy|@aws-lambda-powertools)";
const cdk = "node_modules/(aws-cdk-lib|constructs|cdk-nag)|^(aws-cdk-lib|constructs|cdk-nag)";

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      // Tests may name each other's types in a circle; without the compiler's API those cannot be told apart.
      from: { path: "^(services|shared|infra|docs)" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "shared-knows-no-service",
      severity: "error",
      from: { path: "^shared" },
      to: { path: "^services" },
    },
    {
      name: "services-meet-by-events-only",
      severity: "error",
      from: { path: "^services/([^/]+)/" },
      to: { path: "^services/([^/]+)/", pathNot: ["^services/$1/", "^services/[^/]+/events[a-z-]*\\.ts$"] },
    },
    {
      name: "aws-only-at-the-edge",
      comment: "Decisions and endpoints stay free of the SDK; types may be named anywhere.",
      severity: "error",
      from: { path: "^(services|shared)", pathNot: ["lambda\\.ts$", "^shared/(dynamo|lambda)/"] },
      to: { path: awsAndLambda, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "decisions-are-pure",
      severity: "error",
      from: { path: "^services/[^/]+/decisions/" },
      to: {
        path: ["^shared", "^services", "node_modules"],
        pathNot: [
          "^shared/(domain|approvals|access/actor|events/event-type|dynamo/record|kept/kept|targets|time|forms)",
          "^services/[^/]+/(decisions/|[a-z-]+\\.ts$)",
          "node_modules/zod",
        ],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "run-time-without-cdk",
      severity: "error",
      from: { path: "^(services|shared|infra/local)" },
      to: { path: cdk },
    },
    {
      name: "local-cloud-knows-templates-only",
      severity: "error",
      from: { path: "^infra/local" },
      to: { path: "^(services|shared|infra/aws)" },
    },
    { name: "not-to-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|cdk\\.out|\\.local)" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
