import type { ComponentType, LazyExoticComponent } from "react";
import { useTranslation } from "react-i18next";
import { addRoom, type RoomTexts } from "../../i18n";
import { later } from "../later";
import type { PageId } from "../state";

/** Pages have a room of texts each, of their own name. */
export type PageRoom = Exclude<PageId, "home">;

/** The contents of a page's chunk: the page, and its texts. */
export interface PageChunk<Room extends PageRoom> {
  readonly Page: ComponentType;
  readonly texts: RoomTexts<Room>;
}

/** A page that is fetched with its texts when it is first opened. */
export const pageOf = <Room extends PageRoom>(
  room: Room,
  load: () => Promise<PageChunk<Room>>,
): LazyExoticComponent<ComponentType> =>
  later(() =>
    load().then(
      ({ Page, texts }) =>
        function PageWithTexts() {
          addRoom(useTranslation().i18n, room, texts);
          return <Page />;
        },
    ),
  );
