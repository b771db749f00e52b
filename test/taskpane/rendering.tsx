import { FluentProvider } from "@fluentui/react-components";
import { configure, render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { I18nextProvider } from "react-i18next";
import { createPaneTexts } from "../../src/i18n/paneTexts";
import { App } from "../../src/taskpane/App";
import { PaneProvider } from "../../src/taskpane/context";
import { lightTheme } from "../../src/taskpane/theme";
import { paneDouble } from "./doubles";

// Pages are loaded when they are opened; a busy machine takes its time to read one.
configure({ asyncUtilTimeout: 15_000 });

// jsdom has none; Fluent only measures with it.
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

/** The pane drawn in jsdom, as `mountPane` draws it. */
export function renderPane(...given: Parameters<typeof paneDouble>) {
  const pane = paneDouble(...given);
  const drawn = render(
    <FluentProvider theme={lightTheme}>
      <I18nextProvider i18n={createPaneTexts(pane.services.language)}>
        <PaneProvider value={pane}>
          <App />
        </PaneProvider>
      </I18nextProvider>
    </FluentProvider>,
  );
  return { pane, user: userEvent.setup(), ...drawn };
}
