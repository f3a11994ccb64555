/** How the graphs of the shared data are read. */
export const graphSources = {
  "src.netbox": {
    format: "json",
    mapping: {
      classes: {
        region: "region",
        site: "site",
        location: "room",
        tenant: "organization",
        provider: "organization",
        circuit: "circuit",
        rack: "rack",
        device: "server",
        powerpanel: "power_source",
        powerfeed: "power_source",
        cluster: "farm",
        vm: "virtual_machine",
        vlan: "vlan",
        ip: "ip_address",
        prefix: "subnet",
      },
      relations: {
        in: { type: "located-in" },
        runs_on: { type: "runs-on" },
        cabled_to: { type: "connects-to" },
        owned_by: { type: "owned-by" },
        fed_by: { type: "depends-on" },
        terminates_at: { type: "connects-to" },
        provided_by: { type: "depends-on" },
      },
      attributes: { status: null },
    },
  },
  "src.boutique": {
    format: "json",
    mapping: {
      classes: { service: "microservice" },
      relations: { depends_on: { type: "depends-on" } },
    },
  },
  "src.itop": {
    format: "json",
    mapping: {
      classes: {
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
      },
      relations: {
        impacts: { type: "depends-on", isReversed: true },
        "impacts(redundant members)": { type: "member-of", group: "members" },
      },
      attributes: { status: null },
    },
  },
} as const;
