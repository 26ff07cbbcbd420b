import { Component, type ReactNode } from "react";
import { START } from "../lib/routes.ts";
import { Button, LinkButton } from "../ui/button.tsx";
import styles from "./message.module.css";
import { Message } from "./message.tsx";
import { saveWhatIsKept } from "./rescue.ts";

interface Fault {
  readonly message: string;
  /** The address at which it happened; another address tries again. */
  readonly at: string;
}

/** Catches a fault of the app, says so, and gives people their answers. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly fault: Fault | undefined; readonly rescued: string }> {
  override state = { fault: undefined as Fault | undefined, rescued: "" };

  static getDerivedStateFromError(error: unknown) {
    return { fault: { message: error instanceof Error ? error.message : String(error), at: window.location.hash } };
  }

  override componentDidMount() {
    window.addEventListener("hashchange", this.#tryAgain);
  }

  override componentWillUnmount() {
    window.removeEventListener("hashchange", this.#tryAgain);
  }

  readonly #tryAgain = () => this.setState({ fault: undefined, rescued: "" });

  readonly #save = () => {
    void saveWhatIsKept(this.state.fault?.at ?? "").then((rescued) => this.setState({ rescued }));
  };

  override render() {
    const { fault, rescued } = this.state;
    if (!fault) return this.props.children;
    return (
      <Message>
        <h1>This page stopped working</h1>
        <p>The fault is ours. Your answers are kept as they were after your last change.</p>
        <pre className={styles.detail}>{fault.message}</pre>
        <div className={styles.actions}>
          {fault.at.startsWith("#/p/") && (
            <Button kind="primary" onClick={this.#save}>
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
