import { readFileSync } from "node:fs";
import { type Bed, startBed } from "../bed/start-bed.ts";

type Graph = {
  readonly nodes: readonly { id: string; type: string; name: string; criticality?: string }[];
  readonly edges: readonly { from: string; to: string; type: string }[];
};
export const graph: Graph = JSON.parse(readFileSync("../shared/data/graphs/itop-sample.json", "utf8"));

/** iTop's classes as the product's own call them. */
const classIds: Readonly<Record<string, string>> = {
  ApplicationSolution: "application",
  WebApplication: "web_application",
  WebServer: "web_server",
  DBServer: "db_server",
  DatabaseSchema: "database",
  VirtualMachine: "virtual_machine",
  Hypervisor: "hypervisor",
  Farm: "farm",
  Server: "server",
  NetworkDevice: "network_device",
};

/** What iTop's edges reach from a node, its farms being up while one hypervisor is. */
export const reach = (start: string): readonly string[] => {
  const down = new Set([start]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const { to } of graph.edges.filter(({ from }) => down.has(from))) {
      const feeding = graph.edges.filter((edge) => edge.to === to);
      const isRedundant = feeding.every(({ type }) => type.includes("redundant"));
      const falls = isRedundant ? feeding.every(({ from }) => down.has(from)) : true;
      if (falls && !down.has(to)) grew = Boolean(down.add(to));
    }
  }
  return [...down].filter((id) => id !== start);
};

/** A bed whose CMDB holds iTop's sample, and the number that each of its CIs has there. */
export const startItopCmdb = async () => {
  const bed: Bed = await startBed();
  const numbers = new Map<string, string>();
  const numberOf = (id: string): string => numbers.get(id) ?? "";
  for (const { id, type, name, criticality = "low" } of graph.nodes) {
    const fields = { name, classId: classIds[type], criticality };
    const redundancy = type === "Farm" ? [{ group: "hypervisors", needed: { atLeast: 1 } }] : undefined;
    const { body } = await bed.as("cora").post("/cis", { ...fields, redundancy });
    numbers.set(id, body.id);
  }
  for (const { from, to, type } of graph.edges) {
    const group = type.includes("redundant") ? "hypervisors" : undefined;
    const ends = { fromId: numberOf(to), toId: numberOf(from), typeId: "depends-on" };
    const { status } = await bed.as("cora").post("/ci-relations", { ...ends, group });
    if (status !== 201) throw new Error(`${from} to ${to}: ${status}`);
  }
  return { bed, numberOf };
};
