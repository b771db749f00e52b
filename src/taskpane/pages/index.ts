import type { ComponentType, LazyExoticComponent } from "react";
import { PAGE_IDS } from "../state";
import { AlertCount } from "./alerts/AlertCount";
import { type PageRoom, pageOf } from "./pageOf";

/** A page of the pane beside "Données": reached from the navigation once the workbook holds data. */
export interface PanePage {
  readonly id: PageRoom;
  /** Loaded when it is first opened: the pane's first paint must not pay for it. */
  readonly Page: LazyExoticComponent<ComponentType>;
  /** The component that its tab shows beside its name. */
  readonly Mark?: ComponentType;
  /** Reached from what tells of it, not from the navigation. */
  readonly isUnlisted?: true;
}

/** The order of the navigation is PAGE_IDS'. */
const UNORDERED: readonly PanePage[] = [
  {
    id: "alerts",
    Page: pageOf("alerts", () => import(/* webpackChunkName: "page-alerts" */ "./alerts")),
    Mark: AlertCount,
  },
  {
    id: "reconcile",
    Page: pageOf("reconcile", () => import(/* webpackChunkName: "page-reconcile" */ "./reconcile")),
  },
  {
    id: "register",
    Page: pageOf("register", () => import(/* webpackChunkName: "page-register" */ "./register")),
  },
  {
    id: "settings",
    Page: pageOf("settings", () => import(/* webpackChunkName: "page-settings" */ "./settings")),
  },
  {
    id: "remarks",
    Page: pageOf("remarks", () => import(/* webpackChunkName: "page-remarks" */ "./remarks")),
    isUnlisted: true,
  },
  { id: "share", Page: pageOf("share", () => import(/* webpackChunkName: "page-share" */ "./share")) },
];

export const PAGES: readonly PanePage[] = PAGE_IDS.flatMap((id) =>
  UNORDERED.filter((page) => page.id === id),
);
