import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import { useTranslation } from "react-i18next";
import type { RoomTexts } from "../../i18n";
import { addRoom } from "../../i18n";
import { failure } from "../../sales/failure";
import { useTexts } from "../context";
import type { PageId } from "../state";

/** Pages have a room of texts each, of their own name. */
export type PageRoom = Exclude<PageId, "home">;

/** The contents of a page's chunk: the page, and its texts. */
export interface PageChunk<Room extends PageRoom> {
  readonly Page: ComponentType;
  readonly texts: RoomTexts<Room>;
}

/** A page that is fetched with its texts when it is first opened; where it cannot be, it says so in its place. */
export const pageOf = <Room extends PageRoom>(
  room: Room,
  load: () => Promise<PageChunk<Room>>,
): LazyExoticComponent<ComponentType> =>
  lazy(() =>
    load().then(
      ({ Page, texts }) => ({
        default: function PageWithTexts() {
          addRoom(useTranslation().i18n, room, texts);
          return <Page />;
        },
      }),
      () => ({ default: Unreachable }),
    ),
  );

function Unreachable() {
  const { sentence } = useTexts();
  return (
    <MessageBar intent="error">
      <MessageBarBody>{sentence(failure("gateway-unreachable"))}</MessageBarBody>
    </MessageBar>
  );
}
