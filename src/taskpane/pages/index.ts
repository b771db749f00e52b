import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import type { PageId } from "../state";

/** A page of the pane beside "Données": reached from the navigation once the workbook holds data. */
export interface PanePage {
  readonly id: Exclude<PageId, "home">;
  /** Loaded when it is first opened: the pane's first paint must not pay for it. */
  readonly Page: LazyExoticComponent<ComponentType>;
}

/** In the order of the navigation. */
export const PAGES: readonly PanePage[] = [
  {
    id: "share",
    Page: lazy(async () => {
      const { SharePage } = await import(/* webpackChunkName: "page-share" */ "./share/SharePage");
      return { default: SharePage };
    }),
  },
];
