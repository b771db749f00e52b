import { shortcuts } from "../../assets/shortcuts.json";

const MODIFIERS = { Ctrl: "ctrlKey", Alt: "altKey", Shift: "shiftKey" } as const;

/**
 * Runs the add-in's actions by their keys, as Excel does while the sheet has the focus. Keys inside the pane are the
 * pane's own: another document hears them.
 */
export function listenToShortcuts(run: (action: string) => void): void {
  window.addEventListener(
    "keydown",
    (event) => {
      const pressed = shortcuts.find(({ key }) => isPressed(key.default, event));
      if (!pressed) return;
      event.preventDefault();
      event.stopPropagation();
      run(pressed.action);
    },
    { capture: true },
  );
}

/** The letter is judged by its place on the keyboard: with Ctrl+Alt some layouts write another character. */
function isPressed(combination: string, event: KeyboardEvent): boolean {
  const keys = combination.split("+");
  const letter = keys.at(-1) ?? "";
  return (
    (event.key.toUpperCase() === letter || event.code === `Key${letter}`) &&
    Object.entries(MODIFIERS).every(([name, held]) => event[held] === keys.includes(name))
  );
}
