import Box from "@cloudscape-design/components/box";
import Link from "@cloudscape-design/components/link";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { useRead } from "../../api/use-read.ts";
import { FoundText } from "../../parts/found-text.tsx";
import { foundArticle } from "../read/found-by.ts";
import { catalogTexts as texts } from "./texts.ts";

type Articles = NonNullable<Schemas["CheckedOrder"]["articles"]>;

const Named = ({ id }: { readonly id: string }) => {
  const { value } = useRead("GET /articles/{articleId}", { params: { articleId: id } }, { everyMs: 0 });
  // What is not published for this person is not offered.
  if (value === undefined) return null;
  return (
    <li>
      <Link href={foundArticle(id)} target="_blank">
        {(value.published ?? value.latest)?.title ?? id}
      </Link>
    </li>
  );
};

/** So many are looked over before one orders. */
const most = 5;

/** What may answer the need without an order: articles its author named, and those that are found by its words. */
export const HelpfulArticles = ({ articles }: { readonly articles: Articles | undefined }) => {
  const { ids = [], query } = articles ?? {};
  const asked = query === undefined ? undefined : { body: { title: query.slice(0, 200) } };
  const { value } = useRead("POST /knowledge/suggestions", asked, { everyMs: 0 });
  const found = (value?.articles ?? []).filter(({ id }) => !ids.includes(id)).slice(0, most);
  if (ids.length + found.length === 0) return null;
  return (
    <div>
      <Box variant="h3">{texts.helpful}</Box>
      <ul className="plain">
        {ids.map((id) => (
          <Named key={id} id={id} />
        ))}
        {found.map(({ id, title }) => (
          <li key={id}>
            <Link href={foundArticle(id)} target="_blank">
              <FoundText pieces={title} />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
};
