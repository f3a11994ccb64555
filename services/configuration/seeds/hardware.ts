import { below, type ClassSeed } from "./class-of.ts";

/** Things one can touch (iTop's PhysicalDevice, ServiceNow's cmdb_ci_hardware). */
export const hardware: readonly ClassSeed[] = [
  {
    id: "hardware",
    name: "Hardware",
    parentId: "ci",
    abstract: true,
    attributes: [
      { name: "serialNumber", presence: "recommended" },
      { name: "manufacturer", presence: "recommended" },
      { name: "model", presence: "recommended" },
      "assetTag",
      { name: "installedOn", kind: "date" },
    ],
    identifiers: [["manufacturer", "serialNumber"], ["assetTag"]],
  },
  {
    id: "connectable",
    name: "Connectable device",
    parentId: "hardware",
    abstract: true,
    attributes: ["hostname", { name: "ipAddress", kind: "ip" }, "macAddress"],
    identifiers: [["macAddress"]],
  },
  {
    id: "data_center_device",
    name: "Data centre device",
    parentId: "connectable",
    abstract: true,
    attributes: ["rackPosition", { name: "heightUnits", kind: "integer", min: 1, max: 60 }],
  },
  {
    id: "server",
    name: "Server",
    parentId: "data_center_device",
    attributes: [
      { name: "operatingSystem", presence: "recommended" },
      { name: "cpuCores", kind: "integer", min: 1 },
      { name: "memoryGb", kind: "number", min: 0, unit: "GB" },
    ],
  },
  ...below("server", {
    linux_server: "Linux server",
    windows_server: "Windows server",
    unix_server: "Unix server",
  }),
  { id: "network_device", name: "Network device", parentId: "data_center_device", attributes: ["firmware"] },
  ...below("network_device", {
    switch: "Switch",
    router: "Router",
    firewall: "Firewall",
    load_balancer: "Load balancer",
    access_point: "Wireless access point",
  }),
  ...below("data_center_device", {
    storage_system: "Storage system",
    san_switch: "SAN switch",
    tape_library: "Tape library",
    nas: "Network attached storage",
  }),
  ...below("connectable", { pc: "PC", printer: "Printer" }),
  { id: "telephony", name: "Telephony", parentId: "hardware", abstract: true, attributes: ["phoneNumber"] },
  ...below("telephony", { phone: "Phone", mobile_phone: "Mobile phone", ip_phone: "IP phone" }),
  ...below("hardware", { tablet: "Tablet", peripheral: "Peripheral", rack: "Rack", enclosure: "Enclosure" }),
  { id: "power_connection", name: "Power connection", parentId: "hardware", abstract: true },
  ...below("power_connection", { power_source: "Power source", pdu: "Power distribution unit" }),
];
