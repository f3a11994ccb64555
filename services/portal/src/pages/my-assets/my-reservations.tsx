import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import { usePages } from "../../api/use-pages.ts";
import { When } from "../../parts/when.tsx";
import { useMe } from "../../session/me.ts";
import { myAssetsTexts as texts } from "./texts.ts";

/** Devices that are promised to the person for a time; nothing where there are none. */
export const MyReservations = () => {
  const { id } = useMe();
  const { items } = usePages("GET /assets", { query: { reservedBy: id, limit: 20 } });
  if (items.length === 0) return null;
  return (
    <Container
      header={
        <Header variant="h2" description={texts.reservedLead}>
          {texts.reserved}
        </Header>
      }
    >
      <ul className="plain">
        {items.flatMap(({ id: assetId, name, reservations }) =>
          reservations
            .filter(({ personId }) => personId === id)
            .map((each) => (
              <li key={`${assetId} ${each.id}`}>
                <b>{name}</b> <When at={each.from} as="day" /> – <When at={each.to} as="day" /> {each.note}
              </li>
            )),
        )}
      </ul>
    </Container>
  );
};
