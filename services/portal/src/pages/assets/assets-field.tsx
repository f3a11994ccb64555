import { useState } from "react";
import { usePages } from "../../api/use-pages.ts";
import { type Several, SeveralField } from "../../parts/form/several-field.tsx";
import { useSettled } from "../../parts/use-settled.ts";

type Found = {
  readonly id: string;
  readonly name: string;
  readonly tag?: string | undefined;
  readonly serial?: string | undefined;
};

const offered = ({ id, name, tag, serial }: Found) => ({
  id,
  name: [name, tag, serial].filter(Boolean).join(", "),
});

const newest = 100;

/**
 * Several assets: the newest ones and what bears the inventory or serial number that is typed are offered. Names stand
 * where they are known; the page lists the assets themselves.
 */
export const AssetsField = (field: Several) => {
  const [text, setText] = useState("");
  const typed = useSettled(text.trim());
  const asked = /^\S+$/.test(typed) ? typed : undefined;
  const some = usePages("GET /assets", { query: { limit: newest } }, { everyMs: 0 });
  const byTag = usePages("GET /assets", asked === undefined ? undefined : { query: { tag: asked } }, {
    everyMs: 0,
  });
  const bySerial = usePages("GET /assets", asked === undefined ? undefined : { query: { serial: asked } }, {
    everyMs: 0,
  });
  const found: readonly Found[] = [...byTag.items, ...bySerial.items, ...some.items];
  const known = new Map(found.map((each) => [each.id, offered(each)]));
  const needle = typed.toLowerCase();
  const offers = [...known.values()].filter(
    ({ id, name }) => needle === "" || `${id} ${name}`.toLowerCase().includes(needle),
  );
  return (
    <SeveralField
      {...field}
      offers={offers.slice(0, newest)}
      isLoading={some.isLoading || byTag.isLoading || bySerial.isLoading}
      onFind={setText}
      nameOf={(id) => known.get(id)?.name ?? id}
      isAsked
    />
  );
};
