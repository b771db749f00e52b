import { failed, type Result, success } from "../sales/failure";

/**
 * Fetches a part of the pane when it is first needed. Fails with `gateway-unreachable` where it cannot be fetched; the
 * next call tries again.
 */
const fetched = <Part>(fetching: Promise<Part>): Promise<Result<Part>> =>
  fetching.then(success, () => failed("gateway-unreachable"));

/** Loads the writer of the workbook. */
export const writing = () =>
  fetched(import(/* webpackChunkName: "writing" */ "./writing").then((part) => part.writing));

/** Loads the reader of dashboards for copies, and the opener of copies. */
export const copying = () => fetched(import(/* webpackChunkName: "copies" */ "./copying"));

/** Loads what tries the Excel at hand. */
export const diagnosing = () => fetched(import(/* webpackChunkName: "diagnosis" */ "./diagnosis"));

/** Loads the explainer of cells. */
export const explaining = () => fetched(import(/* webpackChunkName: "explained" */ "./explainer"));
