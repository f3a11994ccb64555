/** What comes by chance in one window of a hundred, where nothing changed. */
const chance = 0.01;

/**
 * From how many on it is more than chance, where `usual` come in a window of the same length: the least count
 * that a Poisson process of that rate reaches with a probability below one in a hundred.
 */
export const unusualCount = (usual: number): number => {
  let term = Math.exp(-usual);
  let fewer = 0;
  let count = 0;
  while (1 - fewer >= chance) {
    fewer += term;
    count++;
    term *= usual / count;
  }
  return count;
};
