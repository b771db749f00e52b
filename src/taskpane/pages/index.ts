import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import { PAGE_IDS, type PageId } from "../state";
import { AlertCount } from "./alerts/AlertCount";

/** A page of the pane beside "Données": reached from the navigation once the workbook holds data. */
export interface PanePage {
  readonly id: Exclude<PageId, "home">;
  /** Loaded when it is first opened: the pane's first paint must not pay for it. */
  readonly Page: LazyExoticComponent<ComponentType>;
  /** What its tab shows beside its name. */
  readonly Mark?: ComponentType;
}

/** The order of the navigation is PAGE_IDS'. */
const UNORDERED: readonly PanePage[] = [
  {
    id: "alerts",
    Page: lazy(async () => {
      const { AlertsPage } = await import(/* webpackChunkName: "page-alerts" */ "./alerts/AlertsPage");
      return { default: AlertsPage };
    }),
    Mark: AlertCount,
  },
  {
    id: "reconcile",
    Page: lazy(async () => {
      const { ReconcilePage } = await import(
        /* webpackChunkName: "page-reconcile" */ "./reconcile/ReconcilePage"
      );
      return { default: ReconcilePage };
    }),
  },
  {
    id: "register",
    Page: lazy(async () => {
      const { RegisterPage } = await import(
        /* webpackChunkName: "page-register" */ "./register/RegisterPage"
      );
      return { default: RegisterPage };
    }),
  },
  {
    id: "settings",
    Page: lazy(async () => {
      const { SettingsPage } = await import(
        /* webpackChunkName: "page-settings" */ "./settings/SettingsPage"
      );
      return { default: SettingsPage };
    }),
  },
  {
    id: "share",
    Page: lazy(async () => {
      const { SharePage } = await import(/* webpackChunkName: "page-share" */ "./share/SharePage");
      return { default: SharePage };
    }),
  },
];

export const PAGES: readonly PanePage[] = PAGE_IDS.flatMap((id) =>
  UNORDERED.filter((page) => page.id === id),
);
