import { failed, type Result, success } from "../sales/failure";

/**
 * A part of the pane, fetched when it is first needed. What cannot be fetched means that the gateway is away
 * (`gateway-unreachable`), and is fetched again the next time.
 */
const fetched = <Part>(fetching: Promise<Part>): Promise<Result<Part>> =>
  fetching.then(success, () => failed("gateway-unreachable"));

/** Loads what writes into the workbook. */
export const writing = () =>
  fetched(import(/* webpackChunkName: "writing" */ "./writing").then((part) => part.writing));

/** Loads what reads dashboards for a copy and opens it. */
export const copying = () => fetched(import(/* webpackChunkName: "copies" */ "./copying"));

/** Loads what tells where a cell's number comes from. */
export const explaining = () =>
  fetched(import(/* webpackChunkName: "explained" */ "../functions/explainCell"));
