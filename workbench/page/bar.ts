/** The thin ribbon: the add-in's own buttons, the file, and faults on purpose. */
import type { Host } from "../host/host";

export interface BarActions {
  readonly togglePane: () => void;
  readonly refresh: () => void;
  readonly save: () => void;
  readonly open: (file: File) => void;
  readonly host: () => Host;
}

/** Faults a person may try from the menu; tests use `host.faults` itself. */
const FAULTS: readonly { readonly label: string; readonly arm: (faults: Host["faults"]) => void }[] = [
  { label: "Aucune panne", arm: (faults) => faults.clear() },
  { label: "Prochaine synchro refusée", arm: (faults) => faults.failSync(1) },
  { label: "Session perdue après 3 synchros", arm: (faults) => faults.stopAfter(3) },
  { label: "Cellule en cours de saisie", arm: (faults) => faults.always("InvalidOperationInCellEditMode") },
  {
    label: "Synchro faite mais annoncée en échec",
    arm: (faults) => faults.failSync(1, { kind: "error-after", code: "GeneralException" }),
  },
  { label: "Prochaine synchro sans réponse", arm: (faults) => faults.failSync(1, { kind: "no-reply" }) },
  { label: "Lenteur : 2 s par synchro", arm: (faults) => faults.delay(2000) },
];

export function buildBar(element: HTMLElement, actions: BarActions): void {
  const document = named("span", "document", "Classeur1");
  const vigie = group(
    "Vigie",
    button("Ouvrir", actions.togglePane, "main"),
    button("Actualiser", actions.refresh, "main"),
  );

  const file = window.document.createElement("input");
  Object.assign(file, { type: "file", accept: ".xlsx", hidden: true });
  file.addEventListener("change", () => {
    const chosen = file.files?.[0];
    if (chosen) actions.open(chosen);
    file.value = "";
  });
  const files = group(
    "Fichier",
    button("Enregistrer (.xlsx)", actions.save),
    button("Ouvrir un classeur…", () => file.click()),
    file,
  );

  const faults = window.document.createElement("select");
  faults.setAttribute("aria-label", "Panne volontaire");
  for (const { label } of FAULTS) faults.append(new Option(label));
  faults.addEventListener("change", () => {
    const { faults: host } = actions.host();
    host.clear();
    FAULTS[faults.selectedIndex]?.arm(host);
    faults.classList.toggle("armed", faults.selectedIndex > 0);
  });
  element.replaceChildren(document, vigie, files, named("span", "space", ""), faults);
}

function named(tag: string, className: string, text: string): HTMLElement {
  const element = window.document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

function button(text: string, act: () => void, className = ""): HTMLElement {
  const element = named("button", className, text);
  element.setAttribute("type", "button");
  element.addEventListener("click", act);
  return element;
}

function group(label: string, ...children: readonly Node[]): HTMLElement {
  const element = named("div", "group", "");
  element.setAttribute("role", "group");
  element.setAttribute("aria-label", label);
  element.append(...children);
  return element;
}
