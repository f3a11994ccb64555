/** Rows of a CSV chunk: far below what a chunk takes. */
const rowsOfChunk = 1500;
/** Machines on one host, hosts of one cluster: as in a data centre. */
const guests = 12;

const header = "class,key,name,manufacturer,serialNumber,cpuCores,memoryGb,location,hostname";
const thing = (at: number): string =>
  at % (guests + 1) === 0
    ? `server,host-${at},host-${at},Dell,SN-${at},${16 + (at % 48)},${64 + (at % 8) * 32},Room ${at % 40},host-${at}.example.com`
    : `virtual_machine,vm-${at},vm-${at},,,${1 + (at % 16)},${2 + (at % 64)},,vm-${at}.example.com`;
const relation = (at: number): string => `vm-${at},runs-on,host-${at - (at % (guests + 1))}`;

const chunksOf = (first: string, lines: readonly string[]): readonly string[] =>
  Array.from({ length: Math.ceil(lines.length / rowsOfChunk) }, (_, at) =>
    [first, ...lines.slice(at * rowsOfChunk, (at + 1) * rowsOfChunk)].join("\n"),
  );

/** So many CIs as tables, and what runs on what: hosts with twelve machines each. */
export const tablesOf = (cis: number) => {
  const all = Array.from({ length: cis }, (_, at) => at);
  const machines = all.filter((at) => at % (guests + 1) !== 0);
  return {
    chunks: [...chunksOf(header, all.map(thing)), ...chunksOf("from,relation,to", machines.map(relation))],
    rows: cis + machines.length,
  };
};
