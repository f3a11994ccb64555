import { type ComponentType, lazy, Suspense } from "react";

/**
 * A component whose code is fetched when it is first drawn, for what most visits of a page do not need: dialogs,
 * preferences. Nothing is shown until then.
 */
export const lazily = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> => {
  const Loaded = lazy(async () => ({ default: await load() })) as unknown as ComponentType<Props>;
  const Lazily = (props: Props) => (
    <Suspense>
      <Loaded {...props} />
    </Suspense>
  );
  return Lazily;
};
