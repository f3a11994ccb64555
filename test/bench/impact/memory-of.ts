import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

const heap = (): number => process.memoryUsage().heapUsed;

/**
 * A piece of work, and by how many MB the heap was larger at most than before it: looked at every millisecond that is
 * free, garbage of the work included, garbage from before it collected.
 */
export const memoryOf = async <T>(work: () => Promise<T>) => {
  collect();
  collect();
  const before = heap();
  let most = before;
  const look = () => {
    most = Math.max(most, heap());
  };
  const looking = setInterval(look, 1);
  const result = await work();
  look();
  clearInterval(looking);
  return { result, most: (most - before) / 2 ** 20 };
};
