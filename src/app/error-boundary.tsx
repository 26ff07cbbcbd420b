import { Component, type ReactNode } from "react";
import { START } from "../lib/routes.ts";
import { isNotLoaded } from "../plan-ui/part-loading.ts";
import { Button, LinkButton } from "../ui/button.tsx";
import { tryPartsAgain } from "./lazy-part.tsx";
import styles from "./message.module.css";
import { Message } from "./message.tsx";
import { saveWhatIsKept } from "./rescue.ts";

interface Fault {
  readonly message: string;
  /** Its code did not arrive: no fault of the app's own. */
  readonly notLoaded: boolean;
  /** The address at which it happened; another address tries again. */
  readonly at: string;
}

/** Catches a fault of the app, says so, and gives people their answers. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly fault: Fault | undefined; readonly rescued: string }> {
  override state = { fault: undefined as Fault | undefined, rescued: "" };

  static getDerivedStateFromError(error: unknown) {
    return { fault: { message: error instanceof Error ? error.message : String(error), notLoaded: isNotLoaded(error), at: window.location.hash } };
  }

  override componentDidMount() {
    window.addEventListener("hashchange", this.#tryAgain);
  }

  override componentWillUnmount() {
    window.removeEventListener("hashchange", this.#tryAgain);
  }

  readonly #tryAgain = () => {
    tryPartsAgain();
    this.setState({ fault: undefined, rescued: "" });
  };

  readonly #save = () => {
    void saveWhatIsKept(this.state.fault?.at ?? "").then((rescued) => this.setState({ rescued }));
  };

  override render() {
    const { fault, rescued } = this.state;
    if (!fault) return this.props.children;
    return (
      <Message>
        {fault.notLoaded ? <NotLoaded /> : <Broken message={fault.message} />}
        <div className={styles.actions}>
          {fault.notLoaded && (
            <Button kind="primary" onClick={this.#tryAgain}>
              Try again
            </Button>
          )}
          {fault.at.startsWith("#/p/") && (
            <Button kind={fault.notLoaded ? "secondary" : "primary"} onClick={this.#save}>
              Save the answers as a file
            </Button>
          )}
          <Button onClick={() => window.location.reload()}>Load the page again</Button>
          <LinkButton href={START}>Go to the start page</LinkButton>
        </div>
        <p role="status">{rescued}</p>
      </Message>
    );
  }
}

function NotLoaded() {
  return (
    <>
      <h1>This part could not be loaded</h1>
      <p>There is no connection, or the app was renewed on its server since you opened this page. Your answers are kept.</p>
      <p>Try again when the connection is back. If that does not help, load the page again.</p>
    </>
  );
}

function Broken({ message }: { readonly message: string }) {
  return (
    <>
      <h1>This page stopped working</h1>
      <p>The fault is ours. Your answers are kept as they were after your last change.</p>
      <pre className={styles.detail}>{message}</pre>
    </>
  );
}
