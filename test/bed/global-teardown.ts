import { provisionsVariable, type startProvisions } from "./provisions.ts";

const tearDown = async (): Promise<void> => {
  const provisions = (globalThis as Record<string, unknown>)[provisionsVariable];
  await (provisions as Awaited<ReturnType<typeof startProvisions>>).stop();
};

// biome-ignore lint/style/noDefaultExport: jest takes nothing else
export default tearDown;
