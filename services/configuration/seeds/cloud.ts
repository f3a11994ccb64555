import { below, type ClassSeed } from "./class-of.ts";

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
    cloud_network: "Cloud network",
    cloud_subnet: "Cloud subnet",
    cloud_security_group: "Cloud security group",
    cloud_volume: "Cloud volume",
    cloud_bucket: "Cloud bucket",
    cloud_function: "Cloud function",
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
    attributes: ["engine", "version"],
  },
];
