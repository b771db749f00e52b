/** Entrances of the project's top-level functions: Google finds only functions declared there (`projectFiles.ts`). */
export { answerSidebar } from "./bridge";
export { answerCell } from "./cell";
export { afterEdit } from "./edit";
export { showFirstHour } from "./firstHour";
export { refreshClosed } from "./hourly";
export { addMenu, askMorning, endMorning, openSidebar } from "./menu";
