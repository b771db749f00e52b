import "../../src/taskpane/pane.css";
import { mountPane } from "../../src/taskpane/mount";
import { paneDouble, type StateName, states } from "./doubles";

/** One state of the pane on a page: `?state=result&language=fr&theme=dark`. For eyes and for axe. */
const asked = new URLSearchParams(location.search);
const state = states[(asked.get("state") ?? "connect") as StateName];
const language = asked.get("language") === "en" ? "en" : "fr";
mountPane(document.getElementById("root")!, paneDouble(state, { language }), asked.get("theme") === "dark");
