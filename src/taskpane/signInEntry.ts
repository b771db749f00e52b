import { runSignInPage } from "./signInPage";
import "./signIn.css";

const task = document.querySelector<HTMLMetaElement>("meta[name=vigie-task]")?.content ?? "{}";

runSignInPage(task, {
  ready: Office.onReady(),
  goTo: (address) => location.replace(address),
  tellPane: (message) => Office.context.ui.messageParent(message),
}).catch((thrown: unknown) => console.error(thrown));
