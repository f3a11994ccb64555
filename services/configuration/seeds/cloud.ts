import { below, type ClassSeed } from "./class-of.ts";

const amount = { kind: "number", min: 0 } as const;

/** What runs in a cloud provider's account; AWS Config names its resources by ARN, account and region. */
export const cloud: readonly ClassSeed[] = [
  {
    id: "cloud_resource",
    name: "Cloud resource",
    parentId: "ci",
    attributes: [
      { name: "arn", max: 1000 },
      { name: "resourceId", max: 300 },
      { name: "resourceType", max: 200 },
      { name: "accountId", presence: "recommended" },
      { name: "region", presence: "recommended" },
      { name: "tags", kind: "texts" },
    ],
    identifiers: [["arn"], ["accountId", "region", "resourceType", "resourceId"]],
  },
  ...below("cloud_resource", {
    cloud_account: "Cloud account",
    cloud_security_group: "Cloud security group",
    cloud_bucket: "Cloud bucket",
    cloud_queue: "Cloud queue",
    cloud_load_balancer: "Cloud load balancer",
    cloud_cluster: "Cloud cluster",
  }),
  {
    id: "cloud_instance",
    name: "Cloud instance",
    parentId: "cloud_resource",
    attributes: ["instanceType", { name: "ipAddress", kind: "ip" }, "hostname", "imageId"],
  },
  {
    id: "cloud_database",
    name: "Cloud database",
    parentId: "cloud_resource",
    attributes: ["engine", "version", "instanceClass", { name: "storageGb", ...amount, unit: "GiB" }],
  },
  { id: "cloud_network", name: "Cloud network", parentId: "cloud_resource", attributes: ["cidr"] },
  { id: "cloud_subnet", name: "Cloud subnet", parentId: "cloud_resource", attributes: ["cidr"] },
  {
    id: "cloud_volume",
    name: "Cloud volume",
    parentId: "cloud_resource",
    attributes: ["volumeType", { name: "sizeGb", ...amount, unit: "GiB" }],
  },
  {
    id: "cloud_function",
    name: "Cloud function",
    parentId: "cloud_resource",
    attributes: ["runtime", { name: "memoryMb", ...amount, unit: "MB" }],
  },
];
