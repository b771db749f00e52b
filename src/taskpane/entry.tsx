import "./pane.css";

/** The pane's side of the shared runtime: its code is fetched when it is first seen, never before. */
async function start(): Promise<void> {
  await Office.onReady();
  const { mountPane } = await import(/* webpackChunkName: "pane" */ "./mount");
  mountPane();
}

void start();
