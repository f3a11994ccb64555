/** Prints the CPU microseconds of importing the module named as argument, in a process that did nothing else. */
import { pathToFileURL } from "node:url";

const url = pathToFileURL(process.argv[2]).href;
const before = process.cpuUsage();
await import(url);
const { user, system } = process.cpuUsage(before);
console.log(user + system);
