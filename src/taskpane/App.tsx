import { makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { Suspense } from "react";
import { EditedDashboards } from "./components/EditedDashboards";
import { FailureBar } from "./components/FailureBar";
import { Header } from "./components/Header";
import { KeptProblems } from "./components/KeptProblems";
import { LoadQuestion } from "./components/LoadSize";
import { Navigation } from "./components/Navigation";
import { RemarksSummary } from "./components/RemarksSummary";
import { AwaitedHeadingProvider, useFocusAfterStep } from "./components/ScreenFrame";
import { StaleNote } from "./components/StaleNote";
import { WideningQuestion } from "./components/WideningQuestion";
import { usePaneState } from "./context";
import { later } from "./later";
import { PAGES } from "./pages";
import { AwayScreen } from "./screens/AwayScreen";
import { ConnectScreen } from "./screens/ConnectScreen";
import { ReadyScreen } from "./screens/ReadyScreen";
import { RefreshingScreen } from "./screens/RefreshingScreen";
import { ResultScreen } from "./screens/ResultScreen";
import { StartingScreen } from "./screens/StartingScreen";
import { type PaneState, type Screen, screenOf } from "./state";

const ExplainedScreen = later(() =>
  import(/* webpackChunkName: "explained-screen" */ "./screens/ExplainedScreen").then(
    (chunk) => chunk.ExplainedScreen,
  ),
);

const useStyles = makeStyles({
  pane: {
    minHeight: "100vh",
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  main: { display: "flex", flexDirection: "column", gap: "16px", padding: "16px" },
});

/** The whole pane: the header that always tells how old the figures are, what went wrong, and one screen. */
export function App() {
  const styles = useStyles();
  const state = usePaneState();
  const screen = screenOf(state);
  const awaited = useFocusAfterStep(screen);
  return (
    <div className={styles.pane}>
      <Header />
      <main className={styles.main}>
        <Navigation />
        <StaleNote />
        <FailureBar />
        <KeptProblems />
        <RemarksSummary />
        <EditedDashboards />
        <WideningQuestion />
        <LoadQuestion />
        <AwaitedHeadingProvider value={awaited}>
          <CurrentScreen key={screen} screen={screen} state={state} />
        </AwaitedHeadingProvider>
      </main>
    </div>
  );
}

interface CurrentScreenProps {
  readonly screen: Screen;
  readonly state: PaneState;
}

function CurrentScreen({ screen, state: { session, progress, explained } }: CurrentScreenProps) {
  const page = PAGES.find(({ id }) => id === screen);
  if (page) {
    return (
      <Suspense fallback={<Spinner />}>
        <page.Page />
      </Suspense>
    );
  }
  if (screen === "starting") return <StartingScreen />;
  if (screen === "explained" && explained) {
    return (
      <Suspense fallback={<Spinner />}>
        <ExplainedScreen {...explained} />
      </Suspense>
    );
  }
  if (screen === "circulated" || screen === "offline") return <AwayScreen kind={screen} />;
  if (screen === "refreshing" && progress) return <RefreshingScreen progress={progress} />;
  if (screen === "result" && progress) return <ResultScreen progress={progress} />;
  if (session) return <ReadyScreen session={session} />;
  return <ConnectScreen />;
}
