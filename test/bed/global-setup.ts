import { provisionsVariable, startProvisions } from "./provisions.ts";

const setUp = async (): Promise<void> => {
  const provisions = await startProvisions();
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";
  process.env[provisionsVariable] = provisions.url;
  (globalThis as Record<string, unknown>)[provisionsVariable] = provisions;
};

// biome-ignore lint/style/noDefaultExport: jest takes nothing else
export default setUp;
