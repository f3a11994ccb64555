type Json = Readonly<Record<string, unknown>>;

/**
 * Where the `configuration` of an item has what our classes ask for: our name, and the property as AWS Config's
 * resource schema calls it (github.com/awslabs/aws-config-resource-schema).
 */
const properties: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "AWS::EC2::Instance": {
    instanceType: "instanceType",
    imageId: "imageId",
    ipAddress: "privateIpAddress",
    hostname: "privateDnsName",
  },
  "AWS::EC2::Volume": { sizeGb: "size", volumeType: "volumeType" },
  "AWS::EC2::VPC": { cidr: "cidrBlock" },
  "AWS::EC2::Subnet": { cidr: "cidrBlock" },
  "AWS::RDS::DBInstance": {
    engine: "engine",
    version: "engineVersion",
    instanceClass: "dBInstanceClass",
    storageGb: "allocatedStorage",
  },
  "AWS::RDS::DBCluster": { engine: "engine", version: "engineVersion" },
  "AWS::Redshift::Cluster": { version: "clusterVersion", instanceClass: "nodeType" },
  "AWS::Lambda::Function": { runtime: "runtime", memoryMb: "memorySize" },
};

const isTold = (value: unknown): boolean =>
  typeof value === "number" || (typeof value === "string" && value !== "");

/** What an item's configuration says of what our classes ask for; nothing of types that are not known here. */
export const attributesIn = (resourceType: string, configuration: unknown): Json => {
  const known = Object.hasOwn(properties, resourceType) ? properties[resourceType] : undefined;
  if (!known || typeof configuration !== "object" || configuration === null) return {};
  return Object.fromEntries(
    Object.entries(known)
      .map(([ours, theirs]) => [ours, (configuration as Json)[theirs]] as const)
      .filter(([, value]) => isTold(value)),
  );
};
