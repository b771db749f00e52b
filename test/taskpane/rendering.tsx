import { FluentProvider } from "@fluentui/react-components";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { I18nextProvider } from "react-i18next";
import { createTexts } from "../../src/i18n/texts";
import { App } from "../../src/taskpane/App";
import { PaneProvider } from "../../src/taskpane/context";
import { lightTheme } from "../../src/taskpane/theme";
import { paneDouble } from "./doubles";

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
      <I18nextProvider i18n={createTexts(pane.services.language)}>
        <PaneProvider value={pane}>
          <App />
        </PaneProvider>
      </I18nextProvider>
    </FluentProvider>,
  );
  return { pane, user: userEvent.setup(), ...drawn };
}
