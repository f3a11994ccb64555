import { refusePair } from "../../../services/configuration/decisions/relation.ts";
import { seededClasses } from "../../../services/configuration/seeds/classes.ts";
import { seededRelationTypes } from "../../../services/configuration/seeds/relation-types.ts";
import { bundleOf, bundlesOf } from "../../../services/configuration/ties-of.ts";
import { chainOf, registered } from "./given.ts";
import { sharedData } from "./import/workbench.ts";

type Pair = { readonly class: string; readonly neighbour: string };

const file = sharedData("graphs/itop-impact-relations.json");
const pairs: readonly Pair[] = file === undefined ? [] : JSON.parse(file).impact_relations;

/** iTop's classes, in whatever case it writes them, here. */
const classes: Readonly<Record<string, string>> = {
  functionalci: "ci",
  applicationsolution: "application",
  businessprocess: "business_process",
  softwareinstance: "software",
  middleware: "middleware",
  middlewareinstance: "middleware_instance",
  dbserver: "db_server",
  databaseschema: "database",
  webserver: "web_server",
  webapplication: "web_application",
  connectableci: "connectable",
  networkdevice: "network_device",
  datacenterdevice: "data_center_device",
  enclosure: "enclosure",
  powerconnection: "power_connection",
  pdu: "pdu",
  server: "server",
  storagesystem: "storage_system",
  sanswitch: "san_switch",
  tapelibrary: "tape_library",
  tape: "tape",
  nas: "nas",
  nasfilesystem: "nas_file_system",
  logicalvolume: "logical_volume",
  virtualdevice: "virtual_device",
  virtualhost: "virtual_host",
  virtualmachine: "virtual_machine",
  hypervisor: "hypervisor",
  farm: "farm",
};

/** The type that says it here: that anything may depend on anything says little. */
const types: Readonly<Record<string, string>> = {
  "logicalvolume virtualdevice": "connects-to",
  "logicalvolume server": "connects-to",
  "functionalci applicationsolution": "depends-on",
  "functionalci softwareinstance": "depends-on",
  "applicationsolution businessprocess": "depends-on",
  "networkdevice connectableci": "connects-to",
  "sanswitch datacenterdevice": "connects-to",
  "middleware middlewareinstance": "runs-on",
  "dbserver databaseschema": "runs-on",
  "webserver webapplication": "runs-on",
  "virtualhost virtualmachine": "runs-on",
  "server hypervisor": "runs-on",
  "hypervisor farm": "member-of",
  "enclosure datacenterdevice": "contained-in",
  "tapelibrary tape": "contained-in",
  "powerconnection datacenterdevice": "powered-by",
  "powerconnection pdu": "powered-by",
  "storagesystem logicalvolume": "hosted-on",
  "nas nasfilesystem": "hosted-on",
};

const ciOf = (classId: string, id: string) => {
  if (!seededClasses.has(classId)) throw new Error(`There is no class ${classId}`);
  return { ...registered({}, id), classId, classPath: chainOf(classId).map((each) => each.id) };
};

/** People are no CIs here: whoever answers for what is impacted is told with it. */
const ofCis = pairs
  .map((pair) => [pair.class.toLowerCase(), pair.neighbour.toLowerCase()] as const)
  .filter(([, neighbour]) => neighbour !== "contact");

(file === undefined ? describe.skip : describe)("iTop's impact relations (../shared/data/graphs)", () => {
  test("are all known here", () => {
    expect(ofCis).toHaveLength(pairs.length - 1);
    expect(ofCis.map((pair) => pair.join(" ")).toSorted()).toEqual(Object.keys(types).toSorted());
  });

  test.each(ofCis)(
    "the failure of a %s passes on to a %s by the type that relates them",
    (failing, neighbour) => {
      const type = seededRelationTypes.get(types[`${failing} ${neighbour}`] ?? "");
      if (!type) throw new Error("There is no type for it");
      const needed = ciOf(classes[failing] ?? failing, "CI0000001");
      const needs = ciOf(classes[neighbour] ?? neighbour, "CI0000002");
      const [from, to] = type.impact === "from_to" ? [needed, needs] : [needs, needed];
      expect(() => refusePair(type, from, to)).not.toThrow();
      const bundles = bundlesOf({ fromId: from.id, toId: to.id, impact: type.impact });
      expect(bundles.toSorted()).toEqual([bundleOf("down", needed.id), bundleOf("up", needs.id)]);
    },
  );
});
