import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useCiNames } from "../../parts/names/ci-names.ts";
import { follow } from "../../shell/follow.ts";
import { partTexts } from "../../texts/parts.ts";

/** Configuration items by name, each leading to its page. */
export const CiLinks = ({ ids }: { readonly ids: readonly string[] }) => {
  const nameOf = useCiNames(ids);
  if (ids.length === 0) return <>{partTexts.none}</>;
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {ids.map((id) => (
        <Link key={id} href={`/cis/${encodeURIComponent(id)}`} onFollow={follow}>
          {nameOf(id)}
        </Link>
      ))}
    </SpaceBetween>
  );
};
