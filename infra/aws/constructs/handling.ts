import type { Duration } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Construct } from "constructs";
import {
  FilesEnvironment,
  FunctionEnvironment,
  SearchEnvironment,
  SigningEnvironment,
} from "../../../shared/lambda/environment.ts";
import type { ServiceParts } from "../service-parts.ts";
import { acknowledge } from "./acknowledge.ts";
import { fileAccess } from "./file-bucket.ts";
import { ServiceFunction } from "./service-function.ts";
import { tableAccess } from "./table-access.ts";

type Handling = {
  readonly summary: string;
  readonly timeout: Duration;
  readonly statements?: readonly PolicyStatement[];
};

/** What the requests to a search domain need. */
export const searchActions = ["es:ESHttpGet", "es:ESHttpPost", "es:ESHttpPut"] as const;

/** What a function that searches with a domain of its own account is told, and may do. */
const searching = ({ service, core }: ServiceParts) => {
  const search = service.searches ? core.settings.search : undefined;
  return {
    environment: service.searches ? SearchEnvironment.parse({ SEARCH_ENDPOINT: search?.endpoint }) : {},
    statements: search
      ? [new PolicyStatement({ actions: [...searchActions], resources: [`${search.domainArn}/*`] })]
      : [],
  };
};

/** What a function of a service with files is told, and may do with them. */
const keepingFiles = ({ service, core: { files, settings } }: ServiceParts, handler: string) => {
  if (!service.keepsFiles || files === undefined) return { environment: {}, statements: [] };
  const environment = FilesEnvironment.parse({
    FILES_BUCKET: files.bucketName,
    FILES_HOST: files.bucketRegionalDomainName,
    FILE_RULES: JSON.stringify(settings.files),
  });
  return { environment, statements: fileAccess(files.bucketArn, service.name, handler) };
};

/** Objects under a service's name, in the words of cdk-nag: the output's name is what CDK makes of the bucket's id. */
const acceptedFiles = ({ service, core }: ServiceParts): string => {
  const output = {
    StackName: `${core.settings.name}-core`,
    Region: { Ref: "AWS::Region" },
    OutputName: "PublishOutputFnGetAttFiles8E6940B8ArnB90C6676",
  };
  const bucket = JSON.stringify({ "Fn::GetStackOutput": output });
  return `AwsSolutions-IAM5[Resource::${bucket}/${service.name}/*]`;
};

/** A function of the service's own code: `api`, `consumer` or `timer`, working on the service's table. */
export const addHandler = (
  scope: Construct,
  parts: ServiceParts,
  handler: "api" | "consumer" | "timer",
  { summary, timeout, statements = [] }: Handling,
): ServiceFunction => {
  const { service, table, signingKey, core, bundles } = parts;
  const search = searching(parts);
  const files = keepingFiles(parts, handler);
  const made = new ServiceFunction(scope, `${handler.charAt(0).toUpperCase()}${handler.slice(1)}`, {
    name: `${service.name}-${handler}`,
    summary,
    code: bundles(service.name),
    handler,
    timeout,
    environment: {
      ...FunctionEnvironment.parse({
        SERVICE: service.name,
        TABLE_NAME: table.tableName,
        GROUPS: JSON.stringify(core.groups),
        REQUEST_LIMITS: JSON.stringify(core.settings.requestLimits),
      }),
      ...search.environment,
      ...(signingKey ? SigningEnvironment.parse({ SIGNING_KEY: signingKey.keyArn }) : {}),
      ...files.environment,
    },
    statements: [
      ...tableAccess(table, service.table),
      ...search.statements,
      ...files.statements,
      ...statements,
    ],
    bell: core.bell,
  });
  for (const resource of search.statements.flatMap((statement) => statement.resources))
    acknowledge(
      made,
      `AwsSolutions-IAM5[Resource::${resource}]`,
      "A search domain tells its requests apart by path",
    );
  if (files.statements.length > 0)
    acknowledge(made, acceptedFiles(parts), "A service's files are those under its name; theirs differ");
  return made;
};
