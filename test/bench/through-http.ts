import type { Work } from "./block.ts";
import { newIncident, seededTeam } from "./seed-incidents.ts";
import { nextOpen, type World } from "./world.ts";

/** What the benchmarks do, over HTTP and with the bare SDK alike. */
export type Operation = "get" | "list" | "create" | "assign";
export const operations: readonly Operation[] = ["get", "list", "create", "assign"];

/** Each operation as a client of the API does it; anything but success ends the benchmark. */
export const throughHttp = (world: World): Readonly<Record<Operation, Work>> => {
  const next = () => nextOpen(world.incidents);
  const call = async (method: string, path: string, wanted: number, body?: object): Promise<void> => {
    const reply = await world.system.as("desk", method, path, { body });
    if (reply.status !== wanted)
      throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
  };
  return {
    get: () => call("GET", `/incidents/${next().id}`, 200),
    list: () => call("GET", `/incidents?teamId=${seededTeam(next().n)}`, 200),
    create: () => call("POST", "/incidents", 201, newIncident(next().n)),
    assign: () => {
      const { id, n } = next();
      return call("POST", `/incidents/${id}/assign`, 200, {
        teamId: `group-${n}`,
        assigneeId: `person-${n}`,
      });
    },
  };
};
